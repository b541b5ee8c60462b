package vmmref.properties.guarantee;

import org.opentest4j.TestAbortedException;

/// Cases that say nothing of a guarantee.
final class Discard {
    private Discard() { }

    /// Discards the case, for a reason, unless something holds.
    static boolean unless(boolean holds, String reason) {
        if (!holds) throw new TestAbortedException(reason);
        return true;
    }
}
