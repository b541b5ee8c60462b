package vmmref.vmm.zoo;

import io.vavr.Function1;
import io.vavr.collection.Seq;
import vmmref.model.semantics.Semantics;
import vmmref.spec.Clause;

/// The rules that a table with one change in it would give.
///
/// @param table   the table's name
/// @param row     what the row is about, unique within the table
/// @param change  what was changed, from what to what
/// @param clauses the clauses that the row speaks for
/// @param rules   its rules, made from the architected ones; throws [IllegalArgumentException] when the changed table contradicts itself or the others
public record TableMutant(String table, String row, String change, Seq<Clause> clauses, Function1<Semantics, Semantics> rules) {

    @Override public String toString() {
        return table + ".tsv: " + row + ": " + change;
    }
}
