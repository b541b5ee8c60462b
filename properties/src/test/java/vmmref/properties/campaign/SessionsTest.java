package vmmref.properties.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.AbstractMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.Store;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;

/// Threads generate cases at the same time, and the same ones.
class SessionsTest {
    private static final int THREADS = 4;
    private static final int CASES = 50;

    private static Workers workers() {
        return new Workers(THREADS, () -> new Bench(Given.reference().open(), 2026, 20));
    }

    /// {@return what each of the threads made of its bench, all at the same time}
    private static <T> Seq<T> onEach(Workers workers, Function<Bench, T> job) {
        CountDownLatch meeting = new CountDownLatch(THREADS);
        return workers.run(Vector.fill(THREADS, () -> bench -> {
            meeting.countDown();
            try {
                meeting.await();
            } catch (InterruptedException impossible) {
                throw new AssertionError(impossible);
            }
            return job.apply(bench);
        }), () -> false);
    }

    private static Seq<String> cases(Bench bench, Law law, int number) {
        Seat seat = bench.seat(law);
        return Vector.range(0, Math.min(number, seat.edges())).map(each -> text(seat, Stage.EDGES, each)).appendAll(Vector.range(0, number).map(each -> text(seat, Stage.SEARCH, each)));
    }

    private static String text(Seat seat, Stage stage, int number) {
        return Findings.written(seat.law(), seat.at(stage, number).value()).toString();
    }

    private static void assertSame(Seq<Seq<String>> ofThreads) {
        assertEquals(THREADS, ofThreads.size());
        assertEquals(Vector.fill(THREADS, ofThreads.head()), ofThreads);
    }

    @Test
    void fourThreadsMakeTheSameCasesOfEveryLaw() {
        try (Workers workers = workers()) {
            for (Law law : Law.all()) assertSame(onEach(workers, bench -> cases(bench, law, law.cost() < 64 ? CASES : 5)));
        }
    }

    private static Map<Object, Object> generators() {
        return Store.<Map<Object, Object>>get(remembering()).get();
    }

    private static Class<?> remembering() {
        try {
            return Class.forName("net.jqwik.engine.facades.Memoize");
        } catch (ClassNotFoundException other) {
            throw new AssertionError(other);
        }
    }

    @Test
    void everyThreadRemembersItsOwnGenerators() {
        try (Workers workers = workers()) {
            Seq<Integer> sizes = onEach(workers, bench -> {
                generators().put("key", Thread.currentThread());
                assertEquals(Thread.currentThread(), generators().get("key"));
                return generators().size();
            });
            assertEquals(Vector.of(1, 1, 1, 1), sizes);
        }
    }

    @Test
    void theGeneratorsThatAThreadRemembersAreNotMoreAndMore() {
        try (Workers workers = workers()) {
            assertEquals(Vector.of(500, 500, 500, 500), onEach(workers, bench -> {
                for (int key = 0; key < 2000; key++) generators().put(key, key);
                assertEquals(1999, generators().get(1999));
                return generators().size();
            }));
        }
    }

    /// As that of a test on another thread: its end takes away what sessions remember.
    @Test
    void anotherSessionMayComeAndGoBetweenTheBatches() {
        Law law = Law.named("OrderGuarantees.adjacentPriorities").get();
        try (Workers workers = workers()) {
            Seq<Seq<String>> before = onEach(workers, bench -> cases(bench, law, 20));
            JqwikSession.run(() -> assertFalse(law.cases().sample().isEmpty()));
            assertEquals(before, onEach(workers, bench -> cases(bench, law, 20)));
            assertEquals(Vector.of(true, true, true, true), onEach(workers, bench -> generators().getClass().getName().startsWith("vmmref.")));
        }
        JqwikSession.run(() -> assertFalse(law.cases().sample().isEmpty()));
        assertFalse(JqwikSession.isActive());
    }

    /// What it remembers is one map, which threads must not share.
    @Test
    void aSessionThatWasNotFinishedDoesNotDisturb() {
        JqwikSession.start();
        try {
            Store.getOrCreate(remembering(), Lifespan.PROPERTY, java.util.HashMap::new).get();
            try (Workers workers = workers()) {
                assertEquals(Vector.of(1, 1, 1, 1), onEach(workers, bench -> {
                    generators().put("key", Thread.currentThread());
                    return generators().size();
                }));
            }
            assertInstanceOf(AbstractMap.class, generators());
            assertTrue(generators().isEmpty());
        } finally {
            JqwikSession.finish();
        }
    }
}
