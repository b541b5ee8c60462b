package vmmref.vmm.zoo;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.translate.Column;
import vmmref.model.translate.FaultOrder;
import vmmref.spec.Clause;
import vmmref.spec.Clauses;
import vmmref.spec.Table;

/// Mutants of the table of the order of faults.
final class OrderMutants {
    private static final MutableTable ORDER = MutableTable.ofMachine(Table.named("fault-order"), 1,
        (right, table) -> right.withTranslator(right.translator().withOrder(FaultOrder.of(table))));
    private static final Seq<Column> COLUMNS = Vector.of(Column.values());
    private static final Seq<String> LETTERS = Vector.of("F", "A", "D");

    private static final int CLAUSE = 0;
    private static final int FAULT = 1;
    private static final int FETCH_FAULT = 2;
    private static final int DEFERRAL = 3;
    private static final int PRECLUDES = 4;
    private static final int FIRST_CELL = 5;

    private OrderMutants() { }

    static Seq<TableMutant> all() {
        return swapped().appendAll(exchanged()).appendAll(cells()).appendAll(faults()).appendAll(deferrals()).appendAll(precluding());
    }

    /// Two neighbouring rows in each other's place, where some column looks at both.
    private static Seq<TableMutant> swapped() {
        Seq<Table.Row> rows = ORDER.table().rows();
        return ORDER.rows().init().filter(row -> COLUMNS.exists(column -> isLookedAt(row, column) && isLookedAt(row + 1, column)))
            .map(row -> ORDER.mutant(row, "stands below " + ORDER.row(row + 1).cell(CLAUSE), clauses(row, row + 1),
                new Table(ORDER.table().name(), rows.update(row, rows.get(row + 1)).update(row + 1, rows.get(row)))));
    }

    /// Two neighbouring rows whose conditions have changed places, and nothing else.
    private static Seq<TableMutant> exchanged() {
        return ORDER.rows().init().map(row -> ORDER.mutant(row, "changes its name with " + ORDER.row(row + 1).cell(CLAUSE), clauses(row, row + 1),
            new Change(row, CLAUSE, ORDER.row(row + 1).cell(CLAUSE)).in(new Change(row + 1, CLAUSE, ORDER.row(row).cell(CLAUSE)).in(ORDER.table()))));
    }

    /// Each cell that leads to something else that its column knows, or is looked at no more; a prefetch that is dropped silently goes on silently, too.
    private static Seq<TableMutant> cells() {
        return ORDER.rows().flatMap(row -> COLUMNS.filter(column -> isLookedAt(row, column)).flatMap(column ->
            others(cell(row, column), ORDER.rows().map(other -> cell(other, column)).distinct())
                .map(letter -> mutant(column.heading(), new Change(row, place(column), letter)))));
    }

    private static Seq<String> others(String letter, Seq<String> known) {
        return switch (letter) {
            case "U" -> Vector.of("-");
            case "D" -> LETTERS.retainAll(known).remove(letter);
            default  -> LETTERS.retainAll(known).remove(letter).append("-");
        };
    }

    /// Each fault that becomes another one.
    private static Seq<TableMutant> faults() {
        return ORDER.rows().flatMap(row -> Vector.of(FAULT, FETCH_FAULT).filter(column -> !ORDER.row(row).cell(column).equals("-"))
            .map(column -> mutant(column == FAULT ? "fault" : "fetch fault", new Change(row, column, next(row, column, "-")))));
    }

    /// When a speculative load is deferred.
    private static Seq<TableMutant> deferrals() {
        return ofLoads().map(row -> mutant("deferral", new Change(row, DEFERRAL, next(row, DEFERRAL, ""))));
    }

    /// What precludes the conditions below.
    private static Seq<TableMutant> precluding() {
        return ofLoads().map(row -> mutant("precludes", new Change(row, PRECLUDES, ORDER.row(row).cell(PRECLUDES).equals("yes") ? "-" : "yes")));
    }

    /// {@return the rows that loads look at}
    private static Seq<Integer> ofLoads() {
        return ORDER.rows().filter(row -> isLookedAt(row, Column.DATA));
    }

    /// {@return the first other value below a cell in its column, going on from the top; but not an excluded one}
    private static String next(int row, int column, String excluded) {
        Seq<String> values = ORDER.table().rows().map(each -> each.cell(column)).rotateLeft(row);
        return values.find(value -> !value.equals(values.head()) && !value.equals(excluded)).get();
    }

    private static boolean isLookedAt(int row, Column column) {
        return !cell(row, column).equals("-");
    }

    private static String cell(int row, Column column) {
        return ORDER.row(row).cell(place(column));
    }

    private static int place(Column column) {
        return FIRST_CELL + column.ordinal();
    }

    private static TableMutant mutant(String heading, Change change) {
        return ORDER.mutant(change.row(), heading + ": " + change.told(ORDER.table()), clauses(change.row()), change.in(ORDER.table()));
    }

    private static Seq<Clause> clauses(Integer... rows) {
        return Vector.of(rows).map(row -> Clauses.named(ORDER.row(row).cell(CLAUSE)).get());
    }
}
