package vmmref.properties.campaign;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Shrinkable;
import vmmref.properties.arbitrary.Shortened;

/// Makes a failing case smaller, step by step, while it fails with the same symptom: first as its generator would, and then by single instructions.
///
/// @param smallest the last one that failed
/// @param failure  how it fails
/// @param tries    cases that were executed
record Shrinking(Shrinkable<List<Object>> smallest, Failure failure, int tries) {
    private static final int MOST_TRIES = 3000;

    /// {@return what a case comes down to; nothing if somebody says stop meanwhile}
    /// @param deadline in nanoseconds of [System#nanoTime()], after which nothing is tried; a candidate must be slow to come to it
    static Option<Shrinking> of(Seat seat, Shrinkable<List<Object>> found, Failure failure, long deadline, BooleanSupplier stop) {
        BooleanSupplier end = () -> stop.getAsBoolean() || System.nanoTime() > deadline;
        Shrinking best = new Shrinking(found, failure, 0);
        Shrinking next = best.smaller(seat, end);
        while (next.smallest != best.smallest) {
            best = next;
            next = best.smaller(seat, end);
        }
        return Option.when(!stop.getAsBoolean(), next);
    }

    private Shrinking smaller(Seat seat, BooleanSupplier end) {
        int made = tries;
        Iterator<Shrinkable<List<Object>>> candidates = Stream.concat(smallest.shrink(), shorter(smallest.value())).iterator();
        while (made < MOST_TRIES && !end.getAsBoolean() && candidates.hasNext()) {
            Shrinkable<List<Object>> candidate = candidates.next();
            made++;
            if (seat.tried(candidate) instanceof Trial.Failed(var how, var sign) && how.symptom().equals(failure.symptom())) return new Shrinking(candidate, how, made);
        }
        return new Shrinking(smallest, failure, made);
    }

    /// {@return the arguments with an instruction less, in each way}
    private static Stream<Shrinkable<List<Object>>> shorter(List<Object> arguments) {
        Vector<Object> all = Vector.ofAll(arguments);
        return IntStream.range(0, all.size()).boxed().flatMap(at -> all.get(at) instanceof Shortened<?> some ? some.shorter().toJavaStream().map(less -> Shrinkable.unshrinkable(all.update(at, less).toJavaList())) : Stream.empty());
    }
}
