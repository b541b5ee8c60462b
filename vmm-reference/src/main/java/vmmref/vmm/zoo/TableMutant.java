package vmmref.vmm.zoo;

import io.vavr.Function1;
import io.vavr.collection.Seq;
import vmmref.spec.Clause;
import vmmref.vmm.Vmm;

/// The rules that a table with one change in it would give.
///
/// @param table   the table's name, or in several words what a rule decides case by case
/// @param row     what the row is about, unique within the table
/// @param change  what was changed, from what to what
/// @param clauses the clauses that the row speaks for
/// @param rules   the monitor and its machine, made from the right ones; throws [IllegalArgumentException] when the changed table contradicts itself or the others
public record TableMutant(String table, String row, String change, Seq<Clause> clauses, Function1<Vmm, Vmm> rules) {

    /// {@return what was changed}
    public String where() {
        return (table.contains(" ") ? table : table + ".tsv") + ": " + row;
    }

    @Override public String toString() {
        return where() + ": " + change;
    }
}
