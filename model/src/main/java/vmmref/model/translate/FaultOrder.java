package vmmref.model.translate;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.apache.commons.lang3.Validate;
import vmmref.model.interruption.Interruption;
import vmmref.spec.Clause;
import vmmref.spec.Table;

/// The order in which conditions are looked at, made from the table of the specification.
public final class FaultOrder {
    private static final int CELLS = 5;

    /// By column, and in it from the highest down.
    private final Check[][] checks;
    /// By column: the conditions that its checks look for.
    private final Met[] sought;

    private FaultOrder(Seq<Check[]> columns) {
        this.checks = columns.toJavaArray(Check[][]::new);
        this.sought = columns.map(FaultOrder::sought).toJavaArray(Met[]::new);
    }

    private static Met sought(Check[] checks) {
        return Met.of(Vector.of(checks).map(Check::condition));
    }

    /// {@return the order that the architecture defines}
    public static FaultOrder architected() {
        return of(Table.named("fault-order"));
    }

    /// {@return the order that a table states: clause, fault, fault of a fetch, deferral, whether it precludes, and a cell for each column}
    public static FaultOrder of(Table table) {
        Validate.isTrue(table.rows().map(row -> row.cell(0)).distinct().size() == table.rows().size(), "the order of faults names a clause twice");
        return new FaultOrder(Vector.of(Column.values()).map(column -> checks(table.rows(), column)));
    }

    private static Check[] checks(Seq<Table.Row> rows, Column column) {
        return rows.filter(row -> !cell(row, column).equals("-")).map(row -> check(row, column)).toJavaArray(Check[]::new);
    }

    private static Check check(Table.Row row, Column column) {
        String fault = row.cell(column == Column.FETCH ? 2 : 1);
        Consequence consequence = Consequence.valueOf(cell(row, column));
        Validate.isTrue(row.cell(4).equals("yes") || row.cell(4).equals("-"), "%s: precludes is yes or -, not %s", row.where(), row.cell(4));
        Validate.isTrue(consequence != Consequence.F || !fault.equals("-"), "%s names no fault for %s", row.where(), column);
        return new Check(Condition.named(row.where(), row.cell(0)), consequence, Option.when(consequence == Consequence.F, () -> Interruption.named(fault)),
            Deferral.named(row.cell(3)), row.cell(4).equals("yes"));
    }

    private static String cell(Table.Row row, Column column) {
        return row.cell(CELLS + column.ordinal());
    }

    /// {@return the first check of a column that is met, if one is}
    Option<Check> first(Column column, Met met) {
        if (!met.isAnyOf(sought[column.ordinal()])) return Option.none();
        Check[] down = checks[column.ordinal()];
        int first = 0;
        while (!met.has(down[first].condition())) first++;
        return Option.some(down[first]);
    }

    /// {@return the checks of a column that are met and that none above precludes}
    Seq<Check> all(Column column, Met met) {
        Seq<Check> found = Vector.empty();
        for (Check check : checks[column.ordinal()]) {
            if (!met.has(check.condition())) continue;
            found = found.append(check);
            if (check.precludes()) return found;
        }
        return found;
    }

    /// {@return what each condition of a column finds, the highest first}
    Seq<Glance> glances(Column column, Met met) {
        return Vector.of(checks[column.ordinal()]).map(check -> new Glance(check.clause(), met.has(check.condition()), check.told()));
    }

    /// {@return the clauses of the conditions of a column, the highest first}
    public Seq<Clause> clauses(Column column) {
        return Vector.of(checks[column.ordinal()]).map(Check::clause);
    }
}
