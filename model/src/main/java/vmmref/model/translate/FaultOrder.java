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

    private final Check[][] checks;

    private FaultOrder(Check[][] checks) {
        this.checks = checks;
    }

    /// {@return the order that the architecture defines}
    public static FaultOrder architected() {
        return of(Table.named("fault-order"));
    }

    /// {@return the order that a table states: clause, fault, fault of a fetch, deferral, whether it precludes, and a cell for each column}
    public static FaultOrder of(Table table) {
        Validate.isTrue(table.rows().map(row -> row.cell(0)).distinct().size() == table.rows().size(), "the order of faults names a clause twice");
        return new FaultOrder(Vector.of(Column.values()).map(column -> checks(table.rows(), column)).toJavaArray(Check[][]::new));
    }

    private static Check[] checks(Seq<Table.Row> rows, Column column) {
        return rows.filter(row -> !cell(row, column).equals("-")).map(row -> check(row, column)).toJavaArray(Check[]::new);
    }

    private static Check check(Table.Row row, Column column) {
        String fault = row.cell(column == Column.FETCH ? 2 : 1);
        Consequence consequence = Consequence.valueOf(cell(row, column));
        Validate.isTrue(row.cell(4).matches("yes|-"), "%s: precludes is yes or -, not %s", row.where(), row.cell(4));
        Validate.isTrue(consequence != Consequence.F || !fault.equals("-"), "%s names no fault for %s", row.where(), column);
        return new Check(Condition.named(row.where(), row.cell(0)), consequence, Option.when(consequence == Consequence.F, () -> Interruption.named(fault)),
            Deferral.named(row.cell(3)), row.cell(4).equals("yes"));
    }

    private static String cell(Table.Row row, Column column) {
        return row.cell(CELLS + column.ordinal());
    }

    /// {@return the first check of a column that is met, if one is}
    Option<Check> first(Column column, Sight sight) {
        for (Check check : checks[column.ordinal()]) {
            if (check.isMet(sight)) return Option.some(check);
        }
        return Option.none();
    }

    /// {@return the checks of a column that are met and that none above precludes}
    Seq<Check> met(Column column, Sight sight) {
        Seq<Check> met = Vector.empty();
        for (Check check : checks[column.ordinal()]) {
            if (!check.isMet(sight)) continue;
            met = met.append(check);
            if (check.precludes()) return met;
        }
        return met;
    }

    /// {@return what each condition of a column finds, the highest first}
    Seq<Glance> glances(Column column, Sight sight) {
        return Vector.of(checks[column.ordinal()]).map(check -> new Glance(check.clause(), check.isMet(sight), check.told()));
    }

    /// {@return the clauses of the conditions of a column, the highest first}
    public Seq<Clause> clauses(Column column) {
        return Vector.of(checks[column.ordinal()]).map(Check::clause);
    }
}
