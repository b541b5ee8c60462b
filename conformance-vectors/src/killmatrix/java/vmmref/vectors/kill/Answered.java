package vmmref.vectors.kill;

import java.util.concurrent.Callable;

/// What comes of something: a value, or that it broke.
///
/// @param what the value, or what was thrown
record Answered(Object what) {
    private static final Answered TOO_LATE = new Answered("takes too long");

    /// {@return what comes of an action that may take so many steps}
    static Answered of(long steps, Callable<?> action) {
        Probe.allow(steps);
        try {
            return new Answered(action.call());
        } catch (Late late) {
            return TOO_LATE;
        } catch (Throwable broken) {
            return new Answered("throws " + broken.getClass().getName());
        } finally {
            Probe.pause();
        }
    }

    boolean isLate() {
        return this == TOO_LATE;
    }
}
