package vmmref.vectors.trace;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import vmmref.spec.Table;

/// What `spec/kill-reasons.tsv` says: why neither vectors nor guarantees kill some mutants. A run of the matrix takes its reasons from here.
///
/// @param reasons by class and method, or table and row, and by what was changed
public record KillReasons(Map<Tuple2<String, String>, String> reasons) {

    public static KillReasons of(Table table) {
        return new KillReasons(LinkedHashMap.ofEntries(table.rows().map(row -> Tuple.of(Tuple.of(row.cell(0), row.cell(1)), row.cell(2)))));
    }

    /// {@return why a mutant is not killed, if that is known here}
    public Option<String> of(String where, String what) {
        return reasons.get(Tuple.of(where, what));
    }

    /// {@return the mutants that are explained, and are none that a matrix needs a reason for}
    public Seq<String> unused(KillMatrix matrix) {
        return reasons.keySet().removeAll(matrix.survivors().map(each -> Tuple.of(each.where(), each.what()))).toVector().map(each -> each._1 + ": " + each._2);
    }
}
