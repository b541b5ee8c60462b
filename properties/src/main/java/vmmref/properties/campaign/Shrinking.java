package vmmref.properties.campaign;

import java.util.Iterator;
import java.util.List;
import net.jqwik.api.Shrinkable;

/// Makes a failing case smaller, step by step, while it fails with the same symptom.
///
/// @param smallest the last one that failed
/// @param failure  how it fails
/// @param tries    cases that were executed
record Shrinking(Shrinkable<List<Object>> smallest, Failure failure, int tries) {
    private static final int MOST_TRIES = 3000;

    /// @param deadline in nanoseconds of [System#nanoTime()], after which nothing is tried; a candidate must be slow to come to it
    static Shrinking of(Seat seat, Shrinkable<List<Object>> found, Failure failure, long deadline) {
        Shrinking best = new Shrinking(found, failure, 0);
        for (Shrinking next = best.smaller(seat, deadline); next.smallest != best.smallest; next = best.smaller(seat, deadline)) best = next;
        return best;
    }

    private Shrinking smaller(Seat seat, long deadline) {
        int made = tries;
        Iterator<Shrinkable<List<Object>>> candidates = smallest.shrink().iterator();
        while (candidates.hasNext() && made < MOST_TRIES && System.nanoTime() < deadline) {
            Shrinkable<List<Object>> candidate = candidates.next();
            made++;
            if (seat.tried(candidate.value()) instanceof Trial.Failed(var how, var sign) && how.symptom().equals(failure.symptom())) return new Shrinking(candidate, how, made);
        }
        return this;
    }
}
