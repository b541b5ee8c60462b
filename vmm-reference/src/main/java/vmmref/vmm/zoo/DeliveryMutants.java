package vmmref.vmm.zoo;

import io.vavr.Function1;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.delivery.Delivery;
import vmmref.model.delivery.Handling;
import vmmref.spec.Clause;
import vmmref.spec.Interruptions;
import vmmref.spec.Table;
import vmmref.spec.Walks;

/// Mutants of the table of interruptions.
final class DeliveryMutants {
    private static final MutableTable TABLE = MutableTable.ofMachine(Table.named("interruptions"), 1,
        (right, table) -> right.withDelivery(new Delivery(right.profile(), Handling.of(table))));

    private static final int VECTOR = 1;
    private static final int CODE = 2;
    private static final int FIELDS = 3;
    private static final int COLLECTED = 4;

    private DeliveryMutants() { }

    static Seq<TableMutant> all() {
        return TABLE.rows().flatMap(DeliveryMutants::of);
    }

    /// The vectors before and behind, the code with each bit turned, and each field and register more or less.
    private static Seq<TableMutant> of(int row) {
        Table.Row cells = TABLE.row(row);
        int vector = Integer.parseInt(cells.cell(VECTOR), 16);
        int size = vector < 0x5000 ? 0x400 : 0x100;
        Seq<String> vectors = Vector.of(vector - (vector == 0x5000 ? 0x400 : size), vector + size).map("%04x"::formatted);
        Seq<String> codes = Vector.range(0, 8).map(bit -> Integer.parseInt(cells.cell(CODE), 16) ^ 1 << bit).map(Integer::toHexString);
        return changed(row, VECTOR, vectors, Interruptions.VECTOR_ENTERED)
            .appendAll(isSilent(cells) ? Vector.empty() : changed(row, CODE, codes, Interruptions.CODE_TOLD))
            .appendAll(isSilent(cells) ? Vector.empty() : words(row, FIELDS, fields(cells), DeliveryMutants::ofField))
            .appendAll(isSilent(cells) ? changed(row, COLLECTED, Vector.of("-", "ifa itir"), Interruptions.NESTED_SILENT)
                : words(row, COLLECTED, registers(cells), DeliveryMutants::ofRegister).appendAll(changed(row, COLLECTED, Vector.of("silent"), Interruptions.CAUSE_COLLECTED)));
    }

    private static boolean isSilent(Table.Row cells) {
        return cells.cell(COLLECTED).equals("silent");
    }

    /// {@return the fields that an interruption can tell something of: those that an instruction says only where one can raise it}
    private static Seq<String> fields(Table.Row cells) {
        boolean fetching = cells.cell(0).matches("(alternate-)?instruction-.*|vhpt-translation|page-not-present|nat-page-consumption|key-permission");
        boolean accessing = cells.cell(FIELDS).contains("access");
        return (fetching ? Vector.of("fetch") : Vector.<String>empty()).appendAll(accessing ? Vector.of("access") : Vector.empty())
            .appendAll(accessing && !cells.cell(0).matches("dirty-bit|privileged-operation|register-nat-consumption|unimplemented-data-address|nat-page-consumption|unsupported-data-reference") ? Vector.of("sp") : Vector.empty())
            .appendAll(accessing ? Vector.of("ed") : Vector.empty());
    }

    private static Clause ofField(String field) {
        return switch (field) {
            case "fetch"  -> Interruptions.FETCH_TOLD;
            case "access" -> Interruptions.ACCESS_TOLD;
            case "sp"     -> Interruptions.SPECULATION_TOLD;
            default       -> Interruptions.DEFERRAL_TOLD;
        };
    }

    /// {@return the registers that are told more or less of; what IHA holds where none tells of it is not said}
    private static Seq<String> registers(Table.Row cells) {
        Seq<String> all = Vector.of("ifa", "itir", "iim");
        return cells.cell(COLLECTED).contains("iha") ? all.append("iha") : all;
    }

    private static Clause ofRegister(String register) {
        return switch (register) {
            case "ifa"  -> Interruptions.ADDRESS_COLLECTED;
            case "itir" -> Interruptions.INSERTION_COLLECTED;
            case "iha"  -> Walks.HASH_COLLECTED;
            default     -> Interruptions.IMMEDIATE_COLLECTED;
        };
    }

    private static Seq<TableMutant> words(int row, int column, Seq<String> some, Function1<String, Clause> clauses) {
        Seq<String> listed = Vector.of(TABLE.row(row).cell(column).split(" ")).reject("-"::equals);
        return some.flatMap(word -> changed(row, column, Vector.of(text(listed.contains(word) ? listed.remove(word) : listed.append(word))), clauses.apply(word)));
    }

    private static String text(Seq<String> words) {
        return words.isEmpty() ? "-" : words.mkString(" ");
    }

    private static Seq<TableMutant> changed(int row, int column, Seq<String> values, Clause clause) {
        return values.remove(TABLE.row(row).cell(column)).map(value -> TABLE.mutant(new Change(row, column, value), Vector.of(clause)));
    }
}
