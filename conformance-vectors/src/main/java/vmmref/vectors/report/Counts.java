/// How often each of some things was seen.
package vmmref.vectors.report;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.util.LinkedHashMap;
import java.util.Map;

/// Of at most so many different things; what is new after that is counted together, as the others.
final class Counts<K> {

    private final int most;
    private final Map<K, Integer> counts = new LinkedHashMap<>();
    private int others;

    Counts(int most) {
        this.most = most;
    }

    void add(K thing) {
        add(thing, 1);
    }

    void addAll(Counts<K> more) {
        more.counts.forEach(this::add);
        others += more.others;
    }

    private void add(K thing, int times) {
        if (counts.size() < most || counts.containsKey(thing)) counts.merge(thing, times, Integer::sum);
        else others += times;
    }

    /// {@return each thing and how often it was seen, the most frequent first}
    Seq<Tuple2<K, Integer>> sorted() {
        return List.ofAll(counts.entrySet()).map(entry -> Tuple.of(entry.getKey(), entry.getValue())).sortBy(entry -> -entry._2);
    }

    /// {@return how often something was seen that is not counted by itself}
    int others() {
        return others;
    }
}
