/// The vectors that are still to be asked, in their order; those under suspicion come first.
package vmmref.vectors.run;

import io.vavr.control.Option;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import vmmref.vectors.format.Vector;

final class Turns {

    private final Iterator<Vector> vectors;
    private final Deque<Vector> suspects = new ArrayDeque<>();
    private Option<Vector> ahead = Option.none();

    Turns(Iterator<Vector> vectors) {
        this.vectors = vectors;
    }

    boolean isEmpty() {
        return suspects.isEmpty() && ahead.isEmpty() && !vectors.hasNext();
    }

    /// {@return how many are under suspicion}
    int suspects() {
        return suspects.size();
    }

    /// {@return the vector whose turn it is}
    Vector first() {
        if (!suspects.isEmpty()) return suspects.peek();
        if (ahead.isEmpty()) ahead = Option.some(vectors.next());
        return ahead.get();
    }

    /// {@return the vector whose turn it was}
    Vector next() {
        Vector next = first();
        if (suspects.isEmpty()) ahead = Option.none();
        else suspects.remove();
        return next;
    }

    /// Takes back vectors that were asked together, one of which is to blame.
    void suspect(List<Vector> asked) {
        asked.reversed().forEach(suspects::addFirst);
    }
}
