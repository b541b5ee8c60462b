/// What a vector asks of an implementation's parameters before it may be judged.
package vmmref.vectors.format;

import io.vavr.Tuple2;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

import static org.apache.commons.lang3.Validate.isTrue;

/// Parameter name -> condition: `true`, `false`, `>=N` or `<N` with a decimal `N`, `!N` for a list of numbers that has no `N`, or `=VALUE`. JSON: `{"brl":true,"pkr":">=16","gate":"=partition"}`.
/// A parameter that an implementation does not announce meets no condition.
public record Needs(Map<String, String> conditions) {

    private static final Pattern BOUND   = Pattern.compile("(>=|<)([0-9]{1,9})");
    private static final Pattern EXACT   = Pattern.compile("=([A-Za-z0-9][A-Za-z0-9: -]{0,126})");
    private static final Pattern WITHOUT = Pattern.compile("!([0-9]{1,9})");
    private static final Needs   NONE    = new Needs(TreeMap.empty());

    public Needs {
        conditions = TreeMap.ofEntries(conditions);
        conditions.forEach((parameter, condition) -> isTrue(wellFormed(condition),
            "the need %s is \"%s\"; a need is true, false, >=N, <N, !N or =VALUE", parameter, condition));
    }

    /// {@return no needs at all: every implementation meets them}
    public static Needs none() {
        return NONE;
    }

    /// Reads the `needs` of a vector.
    /// @throws FieldMistake if a condition is none of these forms
    public static Needs of(Fields fields) {
        Map<String, String> conditions = fields.scalars();
        conditions.find(need -> !wellFormed(need._2)).forEach(need -> {
            throw fields.mistake(need._1, "is \"" + need._2 + "\", which is no condition",
                "write true, false, \">=N\", \"<N\", \"!N\" or \"=VALUE\"");
        });
        return new Needs(conditions);
    }

    /// {@return the object that {@link #of} reads}
    public ObjectNode json() {
        return Json.scalars(conditions);
    }

    /// {@return the first parameter, in alphabetical order, whose condition these parameters do not meet}
    public Option<String> unmet(Parameters parameters) {
        return conditions
            .find(need -> !parameters.values().get(need._1).exists(value -> meets(need._2, value)))
            .map(Tuple2::_1);
    }

    private static boolean wellFormed(String condition) {
        return condition.equals("true") || condition.equals("false") || BOUND.matcher(condition).matches() || WITHOUT.matcher(condition).matches() || EXACT.matcher(condition).matches();
    }

    private static boolean meets(String condition, String value) {
        Matcher exact = EXACT.matcher(condition);
        if (exact.matches()) return exact.group(1).equals(value);
        Matcher without = WITHOUT.matcher(condition);
        if (without.matches()) return value.matches("[0-9]{1,9}( [0-9]{1,9})*") && !List.of(value.split(" ")).contains(without.group(1));
        Matcher bound = BOUND.matcher(condition);
        if (!bound.matches()) return condition.equals(value);
        if (!value.matches("[0-9]{1,18}")) return false;
        long limit = Long.parseLong(bound.group(2));
        long given = Long.parseLong(value);
        return bound.group(1).equals("<") ? given < limit : given >= limit;
    }
}
