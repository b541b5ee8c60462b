package vmmref.properties.campaign;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/// What a campaign knows of a law.
///
/// @param edges      edge cases that were executed
/// @param search     random cases that were executed; the number of the next one
/// @param discards   cases that said nothing, by the reason
/// @param behaviours what was seen
/// @param failures   by symptom
/// @param figures    sums over all cases, by name
/// @param edged      whether every edge case was executed
/// @param exhausted  whether every case that there is was executed
/// @param news       the last batch that showed something new
/// @param nanos      time spent
public record Account(long edges, long search, SortedMap<String, Long> discards, SortedMap<String, Sighting> behaviours, SortedMap<String, Sighting> failures, SortedMap<String, Long> figures, boolean edged,
                      boolean exhausted, int news, long nanos) {
    static final Account EMPTY = new Account(0, 0, Collections.emptySortedMap(), Collections.emptySortedMap(), Collections.emptySortedMap(), Collections.emptySortedMap(), false, false, 0, 0);

    /// {@return the account after a shard of a batch}
    Account plus(Tally tally, int batch) {
        boolean edge = tally.shard().stage() == Stage.EDGES;
        SortedMap<String, Sighting> seen = merged(behaviours, tally.behaviours(), Sighting::and);
        return new Account(edges + (edge ? tally.cases() : 0), search + (edge ? 0 : tally.cases()), merged(discards, tally.discards(), Long::sum), seen,
            merged(failures, tally.failures(), Sighting::and), merged(figures, tally.figures(), Long::sum), edged || tally.edged(), exhausted || tally.edged() && tally.exhausted(), seen.size() > behaviours.size() ? batch : news,
            nanos + tally.nanos());
    }

    private static <V> SortedMap<String, V> merged(SortedMap<String, V> one, SortedMap<String, V> other, BinaryOperator<V> sum) {
        SortedMap<String, V> merged = new TreeMap<>(one);
        other.forEach((key, value) -> merged.merge(key, value, sum));
        return Collections.unmodifiableSortedMap(merged);
    }

    public long cases() {
        return edges + search;
    }

    public long discarded() {
        return discards.values().stream().mapToLong(Long::longValue).sum();
    }

    /// {@return behaviours that exactly one case showed}
    public long seenOnce() {
        return behaviours.values().stream().filter(sighting -> sighting.times() == 1).count();
    }

    /// {@return how many cases showed a behaviour}
    public long times(String behaviour) {
        return behaviours.containsKey(behaviour) ? behaviours.get(behaviour).times() : 0;
    }
}
