package vmmref.model.instruction;

import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import java.util.Locale;
import vmmref.spec.Table;

/// The names of application and control registers. A register without a name is written with its number: `ar48`, `cr5`.
public final class RegisterNames {
    private static final Table TABLE = Table.named("registers");
    private static final Map<String, String> NAMES = LinkedHashMap.ofEntries(
        TABLE.rows().map(row -> Tuple.of(row.cell(0) + row.cell(1), row.cell(2))));
    private static final Map<String, Long> NUMBERS = LinkedHashMap.ofEntries(
        TABLE.rows().map(row -> Tuple.of(row.cell(2), Long.valueOf(row.cell(1)))));

    private RegisterNames() { }

    public static String name(OperandKind kind, long number) {
        return NAMES.get(kind.name().toLowerCase(Locale.ROOT) + number).getOrElse(kind.prefix() + number);
    }

    static Option<Long> number(String name) {
        return NUMBERS.get(name);
    }
}
