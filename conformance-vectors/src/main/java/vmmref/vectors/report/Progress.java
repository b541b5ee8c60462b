/// How far a run is, told to standard error while it lasts.
package vmmref.vectors.report;

import java.io.PrintWriter;
import java.util.Timer;
import java.util.TimerTask;
import vmmref.vectors.run.Judgement;
import vmmref.vectors.run.Run;
import vmmref.vectors.run.Verdict;

/// On a terminal one line that moves; elsewhere, every ten seconds, a line in a frozen form for programs:
/// `[status] t=20 phase=core done=7412 total=10200 fail=3 err=0 rate=370 eta=8`, with `eta=-` while nothing can be said.
public final class Progress implements Run.Listener, AutoCloseable {

    private static final int MOVING = 200;
    private static final int STATUS = 10_000;

    private final PrintWriter err;
    private final boolean moving;
    private final String phase;
    private final int total;
    private final long start = System.nanoTime();
    private final Timer timer = new Timer("vmmref-progress", true);
    private int done;
    private int fail;
    private int error;
    private boolean drawn;

    private Progress(PrintWriter err, boolean moving, String phase, int total) {
        this.err    = err;
        this.moving = moving;
        this.phase  = phase;
        this.total  = total;
    }

    /// Starts to tell; `phase` is the tier that is run.
    public static Progress of(PrintWriter err, boolean moving, String phase, int total) {
        Progress progress = new Progress(err, moving, phase, total);
        int period = moving ? MOVING : STATUS;
        progress.timer.schedule(new TimerTask() {
            @Override
            public void run() {
                progress.tell();
            }
        }, period, period);
        return progress;
    }

    @Override
    public synchronized void judged(Judgement judgement) {
        done++;
        if (judgement.verdict() == Verdict.FAIL) fail++;
        else if (judgement.verdict().bad()) error++;
    }

    /// Lets something be printed where the moving line stands.
    public synchronized void aside(Runnable print) {
        clear();
        print.run();
    }

    @Override
    public synchronized void close() {
        timer.cancel();
        clear();
    }

    /// {@return the line for programs}
    static String status(double seconds, String phase, long done, long total, long fail, long error) {
        double rate = seconds > 0 ? done / seconds : 0;
        String eta  = rate > 0 ? "" + Math.round(Math.max(0, total - done) / rate) : "-";
        return "[status] t=%d phase=%s done=%d total=%d fail=%d err=%d rate=%d eta=%s"
            .formatted((long) seconds, phase, done, total, fail, error, Math.round(rate), eta);
    }

    private synchronized void tell() {
        double seconds = (System.nanoTime() - start) / 1e9;
        if (moving) {
            err.print("\r%s %,d of %,d   fail %,d   error %,d   %,d/s\u001b[K".formatted(phase, done, total, fail, error, Math.round(done / seconds)));
            drawn = true;
        } else {
            err.println(status(seconds, phase, done, total, fail, error));
        }
        err.flush();
    }

    private void clear() {
        if (!drawn) return;
        err.print("\r\u001b[K");
        err.flush();
        drawn = false;
    }
}
