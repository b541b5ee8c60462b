package vmmref.vmm.zoo;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.partition.CellLife;
import vmmref.model.partition.Phase;
import vmmref.spec.Clause;
import vmmref.spec.Clauses;
import vmmref.spec.Table;

/// Mutants of the table of the phases of a cell.
final class LifeMutants {
    private static final MutableTable LIFE = MutableTable.ofMachine(Table.named("cell-life"), 2,
        (right, table) -> right.withPartitioner(right.partitioner().withLife(CellLife.of(table))));

    /// Events that come from elsewhere, where everything that forbids them was looked at.
    private static final Seq<String> UNGUARDED = Vector.of("join or move closes", "reconfiguration");

    private static final int EVENT  = 1;
    private static final int GUARD  = 2;
    private static final int TO     = 3;
    private static final int CLAUSE = 4;

    private LifeMutants() { }

    /// Each row left out, with another guard where guards are looked at, and leading to each other phase.
    static Seq<TableMutant> all() {
        return LIFE.rows().map(row -> LIFE.without(row, clauses(row)))
            .appendAll(LIFE.rows().reject(row -> UNGUARDED.contains(LIFE.row(row).cell(EVENT))).flatMap(row -> others(row, GUARD, Vector.of("-", "unchanging", "assigned"))))
            .appendAll(LIFE.rows().flatMap(row -> others(row, TO, Vector.of(Phase.values()).map(Phase::text))));
    }

    private static Seq<TableMutant> others(int row, int column, Seq<String> values) {
        return values.remove(LIFE.row(row).cell(column)).map(value -> LIFE.mutant(new Change(row, column, value), clauses(row)));
    }

    private static Seq<Clause> clauses(int row) {
        return Vector.of(Clauses.named(LIFE.row(row).cell(CLAUSE)).get());
    }
}
