/// What people probably did when a value does not follow its schema.
package vmmref.vectors.format;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// One row of a table that is searched from the top: the first row whose keyword, path and value fit gives the advice.
/// A text is matched without its quotes.
record LikelyMistake(Pattern keyword, Pattern path, Pattern value, String advice) {

    private static final Seq<LikelyMistake> TABLE = List.of(
        row("required",   "\\$\\.seq",             ".*",             "every answer to run repeats the seq of its request"),
        row("required",   "\\$\\.outcome",         ".*",             "every answer to run says how the case ended; \"unsupported\" and \"error\" are answers too"),
        row("required",   "\\$\\.delta",           ".*",             "done needs its places: {\"seq\":7,\"outcome\":\"done\",\"delta\":{…}}"),
        row("required",   "\\$\\.why",             ".*",             "unsupported needs a reason: {\"seq\":7,\"outcome\":\"unsupported\",\"why\":\"…\"}"),
        row("required",   "\\$\\.detail",          ".*",             "error needs a detail: {\"seq\":7,\"outcome\":\"error\",\"detail\":\"…\"}"),
        row("required",   "\\$\\.(proto|impl|kinds|profile|level)", ".*", "hello is answered with proto, impl, kinds, profile and level"),
        row("required",   ".*",                    ".*",             "add it, or look for a misspelling of it nearby"),
        row("type",       "\\$\\.seq",             "[0-9]+",         "seq is a number: write it without quotes"),
        row("type",       "\\$\\.(window|timeout_ms)", "[0-9]+",   "it is a number: write it without quotes"),
        row("type",       "\\$\\.profile\\..*",    "[0-9.]+",        "parameters are whole numbers"),
        row("type",       "\\$\\.profile",         ".*",             "profile is an object of parameters: {\"brl\":true}"),
        row("type",       "\\$\\.kinds",           ".*",             "kinds is an array of strings: [\"codec\"]"),
        row("type",       ".*\\.(delta|post|fault|mask|choice).+", "-?[0-9.e+]+|true|false", "values of places are strings: put it in quotes"),
        row("type",       ".*\\.(delta|post|fault|mask|choice).+", "null", "leave the place out when it has no value"),
        row("type",       "\\$",                   "(?s)\\[.*",      "write one object a line, not an array of them"),
        row("type",       ".*",                    "null",           "leave the field out instead of writing null"),
        row("minimum",    "\\$\\.(window|timeout_ms)", ".*",       "write a number of at least 1, or leave the field out"),
        row("minItems",   "\\$\\.kinds",           ".*",             "name the kinds of cases that are answered: [\"codec\"]"),
        row("const",      "\\$\\.proto",           ".*",             "this vmmref speaks protocol 1: write \"proto\":1"),
        row("enum",       ".*\\.outcome",          "(?i)ok|success|pass|true", "an answer that was found is \"done\""),
        row("enum",       ".*\\.outcome",          "(?i)illegal|invalid|reserved|undefined", "bits that encode nothing are \"malformed\"; what software may not ask is \"refused\""),
        row("enum",       ".*\\.outcome",          "(?i)fail|failed|exception|crash", "a failure of the implementation itself is \"error\""),
        row("enum",       ".*\\.outcome",          "(?i)skip|skipped|unimplemented|notimpl.*", "what the implementation does not do is \"unsupported\""),
        row("enum",       ".*",                    ".*[A-Z].*",      "words are written in lower case"),
        row("enum",       "\\$\\.level",           ".*",             "write observe, if the answers hold the places that are asked for"),
        row("pattern",    ".*",                    "0x.*",           "hex strings have no 0x in front"),
        row("pattern",    ".*\\.(bundle|decode|code\\[\\d+])",  "[0-9a-fA-F]*[A-F][0-9a-fA-F]*", "hex digits are written in lower case"),
        row("pattern",    ".*\\.(bundle|decode|code\\[\\d+])",  "[0-9a-f]*",      "a bundle is 16 bytes in memory order: 32 hex digits, leading zeros too"),
        row("pattern",    ".*\\.template",         "[.{ ]?.*[a-z].*","templates are written as MII; or M;MI: capital units, a semicolon after each stop"),
        row("pattern",    ".*\\.template",         ".*__.*|.*[_|].*","a stop is a semicolon after the slot that ends the group"),
        row("additionalProperties", ".*\\.(delta|post).+", ".*",     "places of this kind are template, slot0, slot1, slot2, slotN.unassigned and bundle; those of kind build are iN, iN.l, bundle, bundles, stub and writes"),
        row("oneOf",      ".*\\.in",               ".*",             "a case of kind codec holds either decode or encode, one of kind recognize either sensitive or blocks, one of kind build one of its questions"),
        row("not",        ".*\\.case",             ".*",             "an expectation must not reach the implementation"));

    /// {@return the advice for a value that breaks a keyword of its schema}
    static String of(String keyword, String path, JsonNode value) {
        String text = value.isString() ? value.stringValue() : value.toString();
        return TABLE
            .find(row -> row.keyword.matcher(keyword).matches() && row.path.matcher(path).matches() && row.value.matcher(text).matches())
            .map(LikelyMistake::advice)
            .getOrElse("compare it with the description in the schema");
    }

    private static LikelyMistake row(String keyword, String path, String value, String advice) {
        return new LikelyMistake(Pattern.compile(keyword), Pattern.compile(path), Pattern.compile(value, Pattern.DOTALL), advice);
    }
}
