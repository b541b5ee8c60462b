/// The end of this Java process, as by ^C.
package vmmref.vectors.run;

import java.util.concurrent.TimeUnit;

/// Adapters are ended with the process, and ^C ends them itself: what they seem to do meanwhile is not their doing.
public final class Ending {

    /// How long the process may take to notice what ended an adapter, in milliseconds.
    private static final int MOMENT = 50;

    private Ending() { }

    /// {@return whether it has begun, or begins in a moment}
    public static boolean isNear() {
        try {
            if (!hasBegun()) TimeUnit.MILLISECONDS.sleep(MOMENT);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return hasBegun();
    }

    /// Nothing can be done at the end any more once it has begun.
    private static boolean hasBegun() {
        Thread nothing = new Thread(() -> { }, "vmmref-nothing");
        try {
            Runtime.getRuntime().addShutdownHook(nothing);
            Runtime.getRuntime().removeShutdownHook(nothing);
            return false;
        } catch (IllegalStateException ending) {
            return true;
        }
    }
}
