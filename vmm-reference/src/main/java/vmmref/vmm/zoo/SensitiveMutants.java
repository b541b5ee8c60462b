package vmmref.vmm.zoo;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.spec.Clause;
import vmmref.spec.Table;
import vmmref.vmm.recognize.Action;
import vmmref.vmm.recognize.Catalogue;

/// Mutants of the table of sensitive instructions.
final class SensitiveMutants {
    private static final MutableTable SENSITIVE = new MutableTable(Table.named("sensitive"), 3,
        (right, table) -> right.withRecognizer(right.recognizer().withCatalogue(Catalogue.of(table, right.machine().profile()))));

    private static final int LIMIT  = 2;
    private static final int ACTION = 3;
    private static final int GUESTS = 4;

    private SensitiveMutants() { }

    /// Each row left out, with each other action and for the other guests; each limit one further and one less at its end, and gone.
    static Seq<TableMutant> all() {
        return SENSITIVE.rows().map(row -> SENSITIVE.without(row, clauses(row)))
            .appendAll(SENSITIVE.rows().flatMap(row -> others(row, ACTION, Vector.of(Action.values()).map(Action::text))))
            .appendAll(SENSITIVE.rows().flatMap(row -> others(row, GUESTS, Vector.of("always", "exact"))))
            .appendAll(SENSITIVE.rows().reject(row -> SENSITIVE.row(row).cell(LIMIT).equals("-")).flatMap(row -> others(row, LIMIT, limits(SENSITIVE.row(row).cell(LIMIT)))));
    }

    private static Seq<TableMutant> others(int row, int column, Seq<String> values) {
        return values.remove(SENSITIVE.row(row).cell(column)).map(value -> SENSITIVE.mutant(new Change(row, column, value), clauses(row)));
    }

    private static Seq<String> limits(String limit) {
        int end = Integer.parseInt(limit.replaceFirst(".*\\D", ""));
        String begin = limit.replaceFirst("\\d+$", "");
        return Vector.of(begin + (end + 1), begin + (end - 1), "-");
    }

    private static Seq<Clause> clauses(int row) {
        return Vector.of(Action.named(SENSITIVE.row(row).cell(ACTION)).because());
    }
}
