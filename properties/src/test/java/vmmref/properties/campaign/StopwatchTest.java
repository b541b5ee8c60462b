package vmmref.properties.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// Time passes as it does, whoever sets the clock on the wall.
class StopwatchTest {
    private static final long HOUR = 3_600_000;

    /// Milliseconds.
    private long passed = 1_000_000;
    private long wall = 1_700_000_000_000L;
    private final Stopwatch watch = new Stopwatch(() -> passed * 1_000_000, () -> wall);

    private void pass(long millis) {
        passed += millis;
        wall   += millis;
    }

    @Test
    void lapsFollowOneAnother() {
        assertEquals(0, watch.elapsed());
        pass(70);
        assertEquals(70, watch.elapsed());
        assertEquals(new Stopwatch.Lap(70, 0), watch.lap());
        assertEquals(0, watch.elapsed());
        pass(30);
        assertEquals(new Stopwatch.Lap(30, 0), watch.lap());
    }

    @Test
    void partsOfAMillisecondAreNotLost() {
        long[] nanos = {0};
        Stopwatch fine = new Stopwatch(() -> nanos[0], () -> 0);
        long sum = 0;
        for (int lap = 0; lap < 10; lap++) {
            nanos[0] += 1_700_000;
            sum += fine.lap().millis();
        }
        assertEquals(17, sum);
    }

    @Test
    void aClockThatJumpsAheadIsTold() {
        pass(50);
        wall += 2 * HOUR + 90_000;
        Stopwatch.Lap lap = watch.lap();
        assertEquals(new Stopwatch.Lap(50, 7_290_000), lap);
        assertEquals("the clock of this machine jumped ahead by 2h1m30s; the campaign counts time without it", lap.told());
        pass(20);
        assertEquals(new Stopwatch.Lap(20, 0), watch.lap());
    }

    @Test
    void aClockThatJumpsBackIsTold() {
        pass(50);
        wall -= 25 * HOUR;
        Stopwatch.Lap lap = watch.lap();
        assertEquals(new Stopwatch.Lap(50, -90_000_000), lap);
        assertEquals("the clock of this machine jumped back by 25h; the campaign counts time without it", lap.told());
    }

    @Test
    void aClockThatIsSetByALittleIsNotWorthAWord() {
        wall += 10_000;
        assertEquals(0, watch.lap().jump());
        wall -= 10_000;
        assertEquals(0, watch.lap().jump());
        wall += 10_001;
        assertEquals(10_001, watch.lap().jump());
    }
}
