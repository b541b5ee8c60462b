package vmmref.properties.arbitrary;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.sessions.JqwikSession;

/// A generator, and what the page says of it.
///
/// @param name      class and method, with the arguments that the samples take
/// @param arbitrary the generator
/// @param smallest  the values at which shrinking may end
/// @param asked     what its values are classified by
record Described<T>(String name, Arbitrary<T> arbitrary, Seq<T> smallest, Seq<Classifier<T>> asked) {
    /// For jqwik, how many cases a generator should expect to make.
    private static final int EXPECTED = 1000;
    /// Cases in one session; how many there are is a multiple of it.
    private static final int AT_ONCE = 100;

    @SafeVarargs
    @SuppressWarnings("varargs")
    static <T> Described<T> of(String name, Arbitrary<T> arbitrary, T smallest, Classifier<T>... asked) {
        return new Described<>(name, arbitrary, Vector.of(smallest), Vector.of(asked));
    }

    /// {@return the same with one more value at which shrinking may end}
    Described<T> orEndsAt(T other) {
        return new Described<>(name, arbitrary, smallest.append(other), asked);
    }

    /// {@return how often each answer comes up in some cases of a seed}
    ///
    /// A session of jqwik remembers the generators that a generator makes, and is the slower the more it remembers: here each is short.
    Seq<Measured> measured(int cases, long seed) {
        Seq<Measured.Counter<T>> counters = asked.map(Measured.Counter::new);
        Random random = new Random(seed);
        for (int made = 0; made < cases; made += AT_ONCE) {
            JqwikSession.run(() -> {
                RandomGenerator<T> generator = arbitrary.generator(EXPECTED, false);
                for (int left = AT_ONCE; left > 0; left--) {
                    T value = generator.next(random).value();
                    counters.forEach(counter -> counter.count(value));
                }
            });
        }
        return counters.map(Measured.Counter::measured);
    }

    /// {@return where else than at the smallest values shrinking ends, of the first cases of some seeds, if every case fails}
    Seq<T> otherEnds(int seeds) {
        java.util.List<T> ends = new java.util.ArrayList<>();
        JqwikSession.run(() -> Vector.range(0, seeds).map(seed -> end(seed)).reject(smallest::contains).forEach(ends::add));
        return Vector.ofAll(ends);
    }

    private T end(long seed) {
        Shrinkable<T> best = arbitrary.generator(EXPECTED, false).next(new Random(seed));
        for (var next = best.shrink().findFirst(); next.isPresent(); next = best.shrink().findFirst()) best = next.get();
        return best.value();
    }

    @Override public String toString() {
        return name;
    }
}
