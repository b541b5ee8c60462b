/// The known-failures file: which vectors go wrong with an implementation, and why that is known.
package vmmref.vectors.run;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.toml.TomlMapper;
import vmmref.vectors.format.FieldMistake;
import vmmref.vectors.format.Fields;

/// TOML: entries `[[known]]` with `ids` (globs), `clause` or both, a `reason`, and perhaps a `url`.
public record KnownFailures(Seq<Entry> entries) {

    private static final List<String> FIELDS = List.of("ids", "clause", "reason", "url");

    /// One entry: it names the vectors whose id one of its globs matches, and that its clause decides.
    public record Entry(int number, Seq<Glob> ids, Option<String> clause, String reason, Option<String> url) {

        boolean names(String id, Seq<String> clauses) {
            return (ids.isEmpty() || ids.exists(glob -> glob.matches(id))) && clause.forAll(clauses::contains);
        }

        /// {@return the entry for people: which it is, and what it names}
        public String text() {
            return "entry %d (%s)".formatted(number, ids.map(Glob::pattern).appendAll(clause.map(name -> "clause " + name)).mkString(", "));
        }
    }

    /// {@return the known failures of an implementation that has none}
    public static KnownFailures none() {
        return new KnownFailures(List.empty());
    }

    /// {@return the known failures that a file lists}
    /// @throws UsageMistake if it cannot be read, is no TOML, or an entry is malformed
    public static KnownFailures read(Path file) {
        return parse(file.toString(), UserFile.text(file, "--known names a TOML file of [[known]] entries"));
    }

    /// {@return the known failures that a text lists; `name` is what messages call it}
    /// @throws UsageMistake if it is no TOML, or an entry is malformed
    static KnownFailures parse(String name, String toml) {
        Lines    lines = new Lines(name, List.ofAll(toml.lines().toList()));
        ObjectNode root = lines.root(toml);
        unknown(root, List.of("known")).forEach(field -> {
            throw lines.mistake(lines.of(field), "\"" + field + "\" is unknown", "the file holds [[known]] entries and nothing else");
        });
        JsonNode known = root.path("known");
        if (known.isMissingNode()) return none();
        if (!known.isArray() || !List.ofAll(known.values()).forAll(JsonNode::isObject))
            throw lines.mistake(lines.of("known"), "\"known\" is no list of entries", "write [[known]], in double brackets, above each entry");
        return new KnownFailures(List.ofAll(known.values()).zipWithIndex((entry, index) -> {
            try {
                return entry(index + 1, new Fields("known[" + (index + 1) + "]", entry.asObject()));
            } catch (FieldMistake bad) {
                throw lines.mistake(lines.ofEntry(index), bad.path() + " " + bad.problem(), bad.remedy());
            }
        }));
    }

    private static Entry entry(int number, Fields fields) {
        unknown(fields.json(), FIELDS).forEach(field -> {
            throw fields.mistake(field, "is unknown", "an entry has " + FIELDS.mkString(", "));
        });
        if (!fields.has("ids") && !fields.has("clause"))
            throw fields.mistake("ids", "is missing", "name the vectors, as ids = [\"codec/hint/*\"], or the clause = \"NAME\" that decides them");
        if (!fields.has("reason") || fields.text("reason").isBlank())
            throw fields.mistake("reason", "is missing", "say why this is known, as reason = \"…\"");
        Seq<String> ids = fields.optionalTexts("ids").getOrElse(List.empty());
        if (fields.has("ids") && ids.isEmpty())
            throw fields.mistake("ids", "is empty", "name at least one vector, or leave ids out");
        return new Entry(number, ids.map(Glob::of), fields.optionalText("clause"), fields.text("reason"), fields.optionalText("url"));
    }

    private static Option<String> unknown(ObjectNode json, Seq<String> known) {
        return List.ofAll(json.propertyNames()).find(field -> !known.contains(field));
    }

    /// The lines of a file, so that messages can name one.
    private record Lines(String name, List<String> text) {

        ObjectNode root(String toml) {
            try {
                return new TomlMapper().readTree(toml).asObject();
            } catch (JacksonException bad) {
                throw mistake(bad.getLocation() == null ? 1 : bad.getLocation().getLineNr(), firstLine(bad),
                    "write TOML: [[known]], then ids = [\"…\"] and reason = \"…\", each on its own line");
            }
        }

        UsageMistake mistake(int line, String problem, String remedy) {
            return new UsageMistake("%s:%d: %s; %s".formatted(name, line, problem, remedy));
        }

        int of(String field) {
            return 1 + Math.max(0, text.indexWhere(line -> line.replaceFirst("^[\\s\\[\"']+", "").startsWith(field)));
        }

        int ofEntry(int index) {
            return 1 + text.zipWithIndex().filter(line -> line._1.replace(" ", "").startsWith("[[known]]")).map(line -> line._2).drop(index).headOption().getOrElse(0);
        }

        private static String firstLine(JacksonException bad) {
            return Option.of(bad.getOriginalMessage()).flatMap(message -> Option.ofOptional(message.lines().findFirst())).getOrElse("unreadable");
        }
    }
}
