package vmmref.vectors.baremetal;

import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;

/// The clauses of vectors of the kinds that images execute.
///
/// @param executed those of vectors that images execute
/// @param reasons  clause -> why each other vector about it is not expressible
public record Coverage(Set<String> executed, Map<String, Seq<String>> reasons) {
    static final Coverage NONE = new Coverage(HashSet.empty(), TreeMap.empty());

    Coverage with(vmmref.vectors.format.Vector executes) {
        return new Coverage(executed.addAll(executes.clauses()), reasons);
    }

    Coverage without(vmmref.vectors.format.Vector lacks, String why) {
        return new Coverage(executed, lacks.clauses().foldLeft(reasons, (all, clause) -> all.put(clause, all.getOrElse(clause, Vector.empty()).append(why))));
    }

    /// {@return the clauses of which no vector is executed, each with the reason that most of its vectors have}
    public Map<String, String> missed() {
        return reasons.filterKeys(clause -> !executed.contains(clause)).mapValues(all -> all.groupBy(why -> why).mapValues(Seq::size).maxBy(each -> each._2).get()._1);
    }
}
