/// Finds the few causes of many failures.
package vmmref.vectors.report;

import io.vavr.Tuple2;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.util.Map;

/// A wrong operand is seen in vectors of many instructions, and several clauses decide each of them. The clause that explains best what is
/// left to explain is taken as a cause, then the next. Where one manner of being wrong is spread over many clauses, these are one cause.
final class Causes {

    private static final int SPREAD = 4;

    private final Evidence evidence;

    private Causes(Evidence evidence) {
        this.evidence = evidence;
    }

    /// {@return the clusters of some failures, the largest first}
    static Seq<Cluster> of(Map<Symptom, Sightings> seen, Evidence evidence) {
        List<Heap> all = List.ofAll(seen.entrySet()).map(entry -> Heap.of(entry.getKey(), entry.getValue()));
        Causes causes  = new Causes(evidence);
        Seq<Heap> heaps = all.filter(heap -> !heap.reason().isEmpty()).map(heap -> heap.about(causes.suspect(heap)))
            .appendAll(joined(causes.explained(all.filter(heap -> heap.reason().isEmpty()))))
            .sortBy(heap -> heap.verdict() + " " + heap.clauses().mkString(" ") + heap.outcomes()).sortBy(heap -> -heap.cases());
        return heaps.zipWithIndex().map(heap -> heap._1.cluster(heap._2 + 1, heaps.size()));
    }

    private Seq<Heap> explained(List<Heap> open) {
        Seq<Heap> causes = List.empty();
        List<Heap> rest = open;
        while (!rest.isEmpty()) {
            String clause = best(rest);
            causes = causes.appendAll(rest.filter(heap -> heap.names(clause)).map(heap -> heap.by(clause))
                .groupBy(heap -> List.of(heap.verdict(), heap.outcomes())).values().map(same -> same.reduce(Heap::with)));
            rest = rest.reject(heap -> heap.names(clause));
        }
        return causes;
    }

    private String best(List<Heap> open) {
        int all = open.map(Heap::cases).sum().intValue();
        HashMap<String, Integer> failures = open.foldLeft(HashMap.empty(), (sums, heap) ->
            heap.clauses().foldLeft(sums, (sum, clause) -> sum.put(clause, heap.cases(), Integer::sum)));
        return likeliest(failures.toList(), all);
    }

    /// The clause that the failures of a reason are about, if they have one in common.
    private String suspect(Heap heap) {
        return likeliest(heap.about().sorted().filter(entry -> entry._2 * 2 > heap.cases()).reject(entry -> evidence.common(entry._1)), heap.cases());
    }

    private String likeliest(Seq<Tuple2<String, Integer>> failures, int all) {
        return failures.sortBy(Tuple2::_1).maxBy(entry -> evidence.score(entry._1, entry._2, all)).map(Tuple2::_1).getOrElse("");
    }

    private static Seq<Heap> joined(Seq<Heap> causes) {
        return List.ofAll(causes.groupBy(Heap::look).values())
            .flatMap(alike -> alike.size() > SPREAD ? List.of(alike.sortBy(heap -> -heap.cases()).reduce(Heap::with)) : alike);
    }
}
