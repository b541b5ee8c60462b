package vmmref.properties.proof;

import com.microsoft.z3.Context;
import com.microsoft.z3.Native;
import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Asks Z3. It gives up after a minute.
final class Solver {
    private static final String PATIENCE = "(set-option :timeout 60000)\n";
    private static final Pattern VALUE = Pattern.compile("\\(([^\\s()]+) (#x[0-9a-f]+|true|false)\\)");

    private Solver() { }

    /// {@return `sat`, `unsat` or `unknown`: whether all that a script asserts can hold}
    static String check(Script script) {
        return said(script.text() + "(check-sat)").strip();
    }

    /// {@return values of names with which all that a script asserts holds, which must be possible; bits as [Operator] has them}
    static Map<String, Long> values(Script script, Iterable<String> names) {
        String said = said(script.text() + "(check-sat)(get-value (" + Vector.ofAll(names).mkString(" ") + "))");
        return LinkedHashMap.ofEntries(Vector.ofAll(VALUE.matcher(said).results()).map(found -> Tuple.of(found.group(1), bits(found))));
    }

    private static Long bits(MatchResult found) {
        String value = found.group(2);
        if (!value.startsWith("#x")) return value.equals("true") ? 1L : 0L;
        long bits = Long.parseUnsignedLong(value.substring(2), 16);
        return value.length() == 10 ? (long) (int) bits : bits;
    }

    private static String said(String script) {
        try (Context context = new Context()) {
            String said = Native.evalSmtlib2String(context.nCtx(), PATIENCE + script);
            if (said.contains("(error")) throw new IllegalArgumentException(said + script);
            return said;
        }
    }
}
