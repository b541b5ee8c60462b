/// How far a program is, told to standard error while it lasts.
package vmmref.vectors.report;

import java.io.PrintWriter;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// On a terminal one line that moves; elsewhere, every ten seconds, the line for programs that {@link Progress} has, where `phase` is `run`,
/// `done` the instructions, and `total` the most that may be executed.
public final class Stepping {

    private static final int MOVING = 200;
    private static final int STATUS = 10_000;

    private final PrintWriter err;
    private final boolean moving;
    private final LongSupplier done;
    private final long most;
    private final long start = System.nanoTime();
    private final Timer timer = new Timer("vmmref-progress", true);
    private boolean drawn;

    private Stepping(PrintWriter err, boolean moving, LongSupplier done, long most) {
        this.err    = err;
        this.moving = moving;
        this.done   = done;
        this.most   = most;
    }

    /// {@return what comes of a run, of which is told while it lasts}
    public static <T> T told(PrintWriter err, boolean moving, LongSupplier done, long most, Supplier<T> run) {
        Stepping stepping = new Stepping(err, moving, done, most);
        int period = moving ? MOVING : STATUS;
        stepping.timer.schedule(new TimerTask() {
            @Override
            public void run() {
                stepping.tell();
            }
        }, period, period);
        Thread interrupted = new Thread(() -> {
            err.println("\nvmmref: interrupted after about %,d instructions".formatted(done.getAsLong()));
            err.flush();
        }, "vmmref-interrupted");
        Runtime.getRuntime().addShutdownHook(interrupted);
        try {
            return run.get();
        } finally {
            stepping.close();
            forget(interrupted);
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException exiting) {
            return;
        }
    }

    private synchronized void tell() {
        double seconds = (System.nanoTime() - start) / 1e9;
        long   now     = done.getAsLong();
        if (moving) {
            err.print("\rrun %,d instructions   %,d/s\u001b[K".formatted(now, Math.round(now / seconds)));
            drawn = true;
        } else {
            err.println(Progress.status(seconds, "run", now, most, 0, 0));
        }
        err.flush();
    }

    private synchronized void close() {
        timer.cancel();
        if (!drawn) return;
        err.print("\r\u001b[K");
        err.flush();
    }
}
