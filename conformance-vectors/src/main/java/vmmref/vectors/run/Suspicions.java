/// What an adapter did that is not known to be the doing of one case.
package vmmref.vectors.run;

import io.vavr.control.Option;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// The youngest comes first: while the cases of one are sent again, the adapter may come down once more.
final class Suspicions {

    /// What happened while so many cases were outstanding; `later` suspects were not among them.
    record Suspicion(String trouble, int outstanding, int later, Option<Breach> breach) {

        /// {@return what a reader should know if no case is to blame}
        String sentence() {
            return switch (outstanding) {
                case 0  -> "between two cases, the adapter %s; it was started again".formatted(trouble);
                case 1  -> "once, the adapter %s; started again, it answered the case that was outstanding".formatted(trouble);
                default -> "once, with several cases outstanding, the adapter %s; sent again one by one, every one of them was answered".formatted(trouble);
            };
        }
    }

    private final Deque<Suspicion> open = new ArrayDeque<>();

    void add(Suspicion suspicion) {
        open.push(suspicion);
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    /// The case that is to blame was found.
    void clear() {
        open.clear();
    }

    /// {@return those whose cases were all answered, now that so many suspects are left; they are forgotten}
    List<Suspicion> unfounded(int suspects) {
        List<Suspicion> unfounded = new ArrayList<>();
        while (!open.isEmpty() && suspects <= open.peek().later()) unfounded.add(open.pop());
        return unfounded;
    }
}
