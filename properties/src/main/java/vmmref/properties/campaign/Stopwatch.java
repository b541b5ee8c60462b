package vmmref.properties.campaign;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Time that passes, by a clock that nobody sets. The clock on the wall is watched only to say that it jumped.
final class Stopwatch {
    private static final long JUMP = 10_000;

    private final LongSupplier nanos;
    private final LongSupplier wall;
    private long lastNanos;
    private long lastWall;

    /// @param nanos nanoseconds from any moment on, never running back
    /// @param wall  milliseconds by the clock on the wall
    Stopwatch(LongSupplier nanos, LongSupplier wall) {
        this.nanos     = nanos;
        this.wall      = wall;
        this.lastNanos = nanos.getAsLong();
        this.lastWall  = wall.getAsLong();
    }

    static Stopwatch started() {
        return new Stopwatch(System::nanoTime, System::currentTimeMillis);
    }

    /// {@return milliseconds since the last lap}
    long elapsed() {
        return (nanos.getAsLong() - lastNanos) / 1_000_000;
    }

    /// Begins another lap.
    Lap lap() {
        long passed = elapsed();
        long onWall = wall.getAsLong() - lastWall;
        lastNanos += passed * 1_000_000;
        lastWall  += onWall;
        return new Lap(passed, Math.abs(onWall - passed) > JUMP ? onWall - passed : 0);
    }

    /// A lap.
    ///
    /// @param millis how long it was
    /// @param jump   milliseconds by which the clock on the wall jumped meanwhile, back if negative; 0 where it did not
    record Lap(long millis, long jump) {
        /// {@return what a person should know of the jump}
        String told() {
            return "the clock of this machine jumped %s by %s; the campaign counts time without it".formatted(jump < 0 ? "back" : "ahead",
                Duration.ofSeconds(Math.abs(jump) / 1000).toString().substring(2).toLowerCase(java.util.Locale.ROOT));
        }
    }
}
