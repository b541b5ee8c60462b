package vmmref.properties.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;
import org.junit.jupiter.api.Test;
import vmmref.properties.arbitrary.GuestAction;
import vmmref.properties.arbitrary.GuestScene;

/// A failing case becomes smaller while it fails in the same way.
class ShrinkingTest {
    private static final Failure TOO_LARGE = new Failure("too large", "987654 is too large");

    private static final long FAR = System.nanoTime() + 1_000_000_000_000L;

    private record Outcome(List<Object> smallest, String message, int tries) {
        static Outcome of(Shrinking shrinking) {
            return new Outcome(shrinking.smallest().value(), shrinking.failure().message(), shrinking.tries());
        }
    }

    private static Option<Outcome> shrunk(String law, Shrinkable<List<Object>> found, Failure failure) {
        return Given.onWorker(bench -> Shrinking.of(bench.seat(MadeUp.law(law)), found, failure, FAR, () -> false).map(Outcome::of));
    }

    /// {@return a case that becomes each smaller one by steps of one}
    private static Shrinkable<List<Object>> counting(int number, int least) {
        return new Steps(number, least);
    }

    private record Steps(int number, int least) implements Shrinkable<List<Object>> {
        @Override public List<Object> value() {
            return List.of(number, true);
        }

        @Override public Stream<Shrinkable<List<Object>>> shrink() {
            return number <= least ? Stream.empty() : Stream.of(new Steps(number - 1, least));
        }

        @Override public ShrinkingDistance distance() {
            return ShrinkingDistance.of(number);
        }
    }

    @Test
    void aGeneratedCaseBecomesTheSmallestThatFails() {
        Outcome smallest = Given.onWorker(bench -> {
            Seat seat = bench.seat(MadeUp.law("small"));
            int failing = Vector.range(0, 100).find(number -> seat.tried(Stage.SEARCH, number) instanceof Trial.Failed).get();
            return Outcome.of(Shrinking.of(seat, seat.at(Stage.SEARCH, failing), TOO_LARGE, FAR, () -> false).get());
        });
        assertEquals(List.of(1000, false), smallest.smallest());
        assertEquals("1000 is too large", smallest.message());
        assertTrue(smallest.tries() > 1 && smallest.tries() <= 3000, smallest.toString());
    }

    /// From 1005 to 1000, and 999, which holds.
    @Test
    void everyCaseThatIsExecutedCounts() {
        assertEquals(Option.of(new Outcome(List.of(1000, true), "1000 is too large", 6)), shrunk("small", counting(1005, 0), TOO_LARGE));
        assertEquals(Option.of(new Outcome(List.of(1000, true), "987654 is too large", 1)), shrunk("small", counting(1000, 0), TOO_LARGE));
        assertEquals(Option.of(new Outcome(List.of(1000, true), "987654 is too large", 0)), shrunk("small", counting(1000, 1000), TOO_LARGE));
    }

    /// Its generator would leave out whole actions alone, and makes no guest of a single one.
    @Test
    void instructionsAreLeftOut() {
        GuestScene found = new GuestScene(1, GuestScene.Mode.VIRTUAL, 0, Vector.of(action("nop.m 0", "nop.m 0"), action("nop.m 0", "break.m 0x5", "nop.m 0")));
        GuestScene least = new GuestScene(1, GuestScene.Mode.VIRTUAL, 0, Vector.of(action("break.m 0x5")));
        assertEquals(List.of(least), shrunk("stopless", Shrinkable.unshrinkable(List.of(found)), new Failure("stops", "a guest stops")).get().smallest());
    }

    private static GuestAction action(String... texts) {
        return new GuestAction("stop", Vector.of(texts));
    }

    @Test
    void anotherSymptomIsNotFollowed() {
        assertEquals(Option.of(new Outcome(List.of(1005, true), "it is odd", 1)), shrunk("small", counting(1005, 0), new Failure("odd", "it is odd")));
    }

    @Test
    void itEndsAfterThreeThousandCases() {
        assertEquals(Option.of(new Outcome(List.of(7000, true), "7000 is too large", 3000)), shrunk("small", counting(10_000, 0), TOO_LARGE));
    }

    @Test
    void itEndsWhenSomebodySaysStop() {
        AtomicInteger asked = new AtomicInteger();
        Option<Shrinking> stopped = Given.onWorker(bench -> Shrinking.of(bench.seat(MadeUp.law("small")), counting(10_000, 0), TOO_LARGE, FAR, () -> asked.incrementAndGet() > 50));
        assertEquals(Option.none(), stopped);
        assertTrue(asked.get() < 100);
    }

    @Test
    void whenTheTimeIsOverItIsAsSmallAsItBecame() {
        assertEquals(Option.of(new Outcome(List.of(10_000, true), "987654 is too large", 0)), Given.onWorker(bench ->
            Shrinking.of(bench.seat(MadeUp.law("small")), counting(10_000, 0), TOO_LARGE, System.nanoTime() - 1, () -> false).map(Outcome::of)));
    }

    @Test
    void aCaseThatNoGeneratorMakesStaysAsItIs() {
        assertEquals(Option.of(new Outcome(List.of(5000, true), "987654 is too large", 0)), shrunk("small", Shrinkable.unshrinkable(List.of(5000, true)), TOO_LARGE));
    }

    /// On the way smaller a generator may find no value that passes its filter.
    @Test
    void aSmallerCaseThatCannotBeMadeIsPassedOver() {
        Shrinkable<List<Object>> givesUp = counting(1, 0).map(value -> Given.<List<Object>>never());
        Shrinkable<List<Object>> found = new Shrinkable<>() {
            @Override public List<Object> value() {
                return List.of(1001, true);
            }

            @Override public Stream<Shrinkable<List<Object>>> shrink() {
                return Stream.of(givesUp, counting(1000, 1000));
            }

            @Override public ShrinkingDistance distance() {
                return ShrinkingDistance.of(1001);
            }
        };
        assertEquals(Option.of(new Outcome(List.of(1000, true), "1000 is too large", 2)), shrunk("small", found, TOO_LARGE));
    }

    @Test
    void edgeCasesBecomeSmallerToo() {
        assertEquals(List.of(1000, false), Given.onWorker(bench -> {
            Seat seat = bench.seat(MadeUp.law("small"));
            return Shrinking.of(seat, seat.at(Stage.EDGES, seat.edges() - 1), TOO_LARGE, FAR, () -> false).get().smallest().value();
        }));
    }
}
