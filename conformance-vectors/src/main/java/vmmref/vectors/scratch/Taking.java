/// Which registers a monitor takes, from what it sees that code is entered and left, and what it leaves in them.
package vmmref.vectors.scratch;

import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.register.FloatingValue;
import vmmref.vectors.format.Fields;

/// JSON: the fields `set`, such as `f32..f127`; `leaves`, a floating-point value; `entries` and `exits`, lists of `privileged`, `execution` and `decrease`. Those that are left out are all of f32 to f127, nothing, and all that the chapter names.
///
/// @param first  of the set, by physical number
/// @param last   of the set
/// @param leaves what is in each register of the set after each answer while a guest is inside
record Taking(int first, int last, Option<FloatingValue> leaves, Set<Sign> entries, Set<Sign> exits) {
    static final Taking ALL = new Taking(32, 127, Option.none(), LinkedHashSet.of(Sign.PRIVILEGED, Sign.EXECUTION), LinkedHashSet.of(Sign.PRIVILEGED, Sign.DECREASE));

    private static final Pattern SET = Pattern.compile("f([0-9]{1,3})\\.\\.f([0-9]{1,3})");
    private static final Pattern VALUE = Pattern.compile("([01]):([01][0-9a-f]{4}):([0-9a-f]{16})");
    private static final int LEAST = 2;
    private static final int MOST = 127;
    private static final int UPPER = 32;
    private static final int HEXADECIMAL = 16;

    /// From what it is seen that code is entered or left.
    enum Sign {
        /// A privileged instruction.
        PRIVILEGED,
        /// A first access that is an execution.
        EXECUTION,
        /// A transfer to a lower privilege level.
        DECREASE;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Reads the field `in` of a case.
    /// @throws vmmref.vectors.format.FieldMistake if one of the fields is malformed
    static Taking read(ObjectNode in) {
        Fields fields = new Fields("$.in", in);
        Taking taken = fields.has("set") ? registers(fields) : ALL;
        Option<FloatingValue> leaves = Option.when(fields.has("leaves"), () -> value(fields.matching("leaves", VALUE, "sign, exponent and significand, such as 0:1003e:0000000000000007")));
        return new Taking(taken.first, taken.last, leaves, signs(fields, "entries", ALL.entries), signs(fields, "exits", ALL.exits));
    }

    private static Taking registers(Fields fields) {
        Matcher set = SET.matcher(fields.matching("set", SET, "such as f32..f127"));
        if (!set.matches()) throw new IllegalStateException("a pattern matches no more");
        int first = Integer.parseInt(set.group(1));
        int last  = Integer.parseInt(set.group(2));
        if (first < LEAST || last > MOST || last < first) throw fields.mistake("set", "is " + set.group(), "name registers from f2 to f127, the lower one first");
        return new Taking(first, last, Option.none(), ALL.entries, ALL.exits);
    }

    static FloatingValue value(String text) {
        Matcher value = VALUE.matcher(text);
        if (!value.matches()) throw new IllegalArgumentException(text + " is no floating-point value");
        return new FloatingValue(value.group(1).equals("1"), Integer.parseInt(value.group(2), HEXADECIMAL), Long.parseUnsignedLong(value.group(3), HEXADECIMAL));
    }

    private static Set<Sign> signs(Fields fields, String name, Set<Sign> all) {
        if (!fields.has(name)) return all;
        Seq<String> named = fields.texts(name);
        Seq<Sign> signs = named.map(text -> all.find(sign -> sign.text().equals(text)).getOrElseThrow(() -> fields.mistake(name, "names " + text, "name one or more of " + all.map(Sign::text).mkString(", "))));
        if (signs.isEmpty()) throw fields.mistake(name, "is empty", "name one or more of " + all.map(Sign::text).mkString(", "));
        return LinkedHashSet.ofAll(signs);
    }

    /// {@return the same field `in` with what [#read] reads}
    ObjectNode in(ObjectNode plain) {
        ObjectNode in = plain.deepCopy();
        if (first != ALL.first || last != ALL.last) in.put("set", "f%d..f%d".formatted(first, last));
        leaves.forEach(value -> in.put("leaves", value.toString()));
        if (!entries.equals(ALL.entries)) named(in.putArray("entries"), entries);
        if (!exits.equals(ALL.exits)) named(in.putArray("exits"), exits);
        return in;
    }

    private static void named(ArrayNode list, Set<Sign> signs) {
        signs.forEach(sign -> list.add(sign.text()));
    }

    Taking of(int least, int most) {
        return new Taking(least, most, leaves, entries, exits);
    }

    Taking leaving(String value) {
        return new Taking(first, last, Option.some(value(value)), entries, exits);
    }

    Taking seeing(Set<Sign> entering, Set<Sign> leaving) {
        return new Taking(first, last, leaves, entering, leaving);
    }

    boolean isHigh() {
        return last >= UPPER;
    }

    boolean isLow() {
        return first < UPPER;
    }

    /// {@return the registers, by physical number}
    Seq<Integer> registers() {
        return Vector.rangeClosed(first, last);
    }
}
