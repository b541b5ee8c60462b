package vmmref.vmm.zoo;

import io.vavr.Function2;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.semantics.Semantics;
import vmmref.spec.Clause;
import vmmref.spec.Table;
import vmmref.vmm.Vmm;

/// A table whose mutants are made.
///
/// @param table the architected one
/// @param about how many cells of a row say what it is about
/// @param rules some rules, but with those that another such table gives
record MutableTable(Table table, int about, Function2<Vmm, Table, Vmm> rules) {

    /// {@return a table that gives rules of the machine}
    static MutableTable ofMachine(Table table, int about, Function2<Semantics, Table, Semantics> rules) {
        return new MutableTable(table, about, (right, changed) -> right.withMachine(rules.apply(right.machine(), changed)));
    }

    /// {@return the cells of a row}
    Table.Row row(int row) {
        return table.rows().get(row);
    }

    /// {@return the numbers of the rows, from 0}
    Seq<Integer> rows() {
        return Vector.range(0, table.rows().size());
    }

    TableMutant mutant(Change change, Seq<Clause> clauses) {
        return mutant(change.row(), change.told(table), clauses, change.in(table));
    }

    TableMutant without(int row, Seq<Clause> clauses) {
        return mutant(row, "is left out", clauses, new Table(table.name(), table.rows().removeAt(row)));
    }

    /// {@return the mutant with a table in which a row was changed in some other way}
    TableMutant mutant(int row, String told, Seq<Clause> clauses, Table changed) {
        return new TableMutant(table.name(), row(row).cells().take(about).mkString(" "), told, clauses, right -> rules.apply(right, changed));
    }
}
