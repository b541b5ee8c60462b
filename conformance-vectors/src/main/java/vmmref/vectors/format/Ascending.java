/// Several sequences of vectors, each in ascending order, as one.
package vmmref.vectors.format;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/// Merges the tiers of one topic. Throws {@link PackDamage} at an id that does not lie above the one before it.
final class Ascending implements Iterable<Vector>, Iterator<Vector> {

    private record Head(Located first, Iterator<Located> rest) implements Comparable<Head> {
        @Override
        public int compareTo(Head other) {
            return first.id().compareTo(other.first.id());
        }
    }

    private final PriorityQueue<Head> heads = new PriorityQueue<>();
    private List<Located> last = List.empty();

    Ascending(Seq<Iterator<Located>> chains) {
        chains.forEach(this::advance);
    }

    @Override
    public Iterator<Vector> iterator() {
        return this;
    }

    @Override
    public boolean hasNext() {
        return !heads.isEmpty();
    }

    @Override
    public Vector next() {
        Head head = heads.poll();
        if (head == null) throw new NoSuchElementException("no more vectors");
        Located next = head.first();
        last.forEach(before -> ShardFile.ascending(before, next));
        last = List.of(next);
        advance(head.rest());
        return next.vector();
    }

    private void advance(Iterator<Located> chain) {
        if (chain.hasNext()) heads.add(new Head(chain.next(), chain));
    }
}
