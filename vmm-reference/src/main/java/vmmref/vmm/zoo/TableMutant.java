package vmmref.vmm.zoo;

import io.vavr.Function0;
import io.vavr.collection.Seq;
import vmmref.model.instruction.Decode;
import vmmref.spec.Clause;

/// The decoder that a table with one changed cell would give.
///
/// @param table   the table's name
/// @param row     what the row is about, unique within the table
/// @param change  what was changed, from what to what
/// @param clauses the clauses that the row speaks for
/// @param decode  the decoder; throws [IllegalArgumentException] when the changed table contradicts the others
public record TableMutant(String table, String row, String change, Seq<Clause> clauses, Function0<Decode> decode) {

    @Override public String toString() {
        return table + ".tsv: " + row + ": " + change;
    }
}
