package vmmref.properties.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Candidates that are ended while workers ask them.
class InterruptedWorkersTest {
    private static final RuntimeException GONE = new IllegalStateException("gone");

    private static Seq<Function<Bench, Integer>> jobs(int number, int gone, CandidateBroken how) {
        return Vector.rangeClosed(1, number).map(job -> bench -> {
            if (job == gone) throw how;
            return job;
        });
    }

    private static Workers workers(int number) {
        return new Workers(number, () -> new Bench(Given.reference().open(), 7, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    @DisplayName("a job whose candidate is interrupted, and those after it, are as if they had not begun")
    void interrupted(int number) {
        try (Workers workers = workers(number)) {
            assertEquals(Vector.of(1, 2, 3), workers.run(jobs(9, 4, CandidateBroken.interrupted(GONE)), () -> false));
            assertEquals(Vector.empty(), workers.run(jobs(9, 1, CandidateBroken.interrupted(GONE)), () -> false));
            assertFalse(workers.isBroken());
            assertEquals(Vector.of(1, 2), workers.run(jobs(2, 0, CandidateBroken.interrupted(GONE)), () -> false));
        }
    }

    @Test
    @DisplayName("one that is broken ends everything")
    void broken() {
        CandidateBroken broken = new CandidateBroken(GONE);
        try (Workers workers = workers(2)) {
            assertSame(broken, assertThrows(CandidateBroken.class, () -> workers.run(jobs(9, 4, broken), () -> false)));
            assertTrue(workers.isBroken());
        }
        assertEquals("gone", broken.getMessage());
    }
}
