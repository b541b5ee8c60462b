/// How a campaign goes, told to standard error while it lasts.
package vmmref.vectors.report;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.atomic.LongAdder;
import vmmref.properties.campaign.Config;
import vmmref.properties.campaign.Finding;
import vmmref.properties.campaign.Ledger;
import vmmref.properties.campaign.Listener;
import vmmref.properties.campaign.Phase;
import vmmref.properties.campaign.Store;
import vmmref.vectors.format.Printable;

/// On a terminal one line that moves; elsewhere, every ten seconds, a line in a frozen form for programs:
/// `[status] t=20 phase=search cases=412000 rate=20600 behaviours=2710 findings=0 left=100`, with `left=-` where no time is set.
public final class CampaignProgress implements Listener, AutoCloseable {

    private static final int MOVING = 200;
    private static final int STATUS = 10_000;

    private final PrintWriter err;
    private final boolean moving;
    private final Config config;
    private final Timer timer = new Timer("vmmref-progress", true);
    private final long start = System.nanoTime();
    private final LongAdder executed = new LongAdder();
    private final Ledger before;
    private Phase phase = Phase.REPLAY;
    private Ledger ledger;
    private int findings;
    private boolean drawn;

    /// @param ledger what is known when it starts
    public CampaignProgress(PrintWriter err, boolean moving, Config config, Ledger ledger, int findings) {
        this.err      = err;
        this.moving   = moving;
        this.config   = config;
        this.before   = ledger;
        this.ledger   = ledger;
        this.findings = findings;
        int period = moving ? MOVING : STATUS;
        timer.schedule(new TimerTask() {
            @Override
            public void run() {
                tell();
            }
        }, period, period);
    }

    @Override
    public synchronized void phase(Phase next) {
        if (next != phase && !moving) say("[phase] t=%d %s".formatted(seconds(), next.text()));
        phase = next;
    }

    @Override
    public void executed(long cases) {
        executed.add(cases);
    }

    @Override
    public synchronized void saved(Ledger next) {
        ledger = next;
    }

    @Override
    public synchronized void found(Finding finding) {
        findings++;
        say("found " + finding.id() + ": " + Printable.of(CampaignSummary.failure(finding.message()).headOption().getOrElse(""), Printable.QUOTED));
    }

    @Override
    public synchronized void completed(Finding finding) {
        say("made smaller: %s, %,d values of %,d, in %,d tries".formatted(finding.id(), finding.size(), finding.originalSize(), finding.tries()));
    }

    @Override
    public synchronized void unstored(Finding finding) {
        say("vmmref: this finding could not be stored; keep it:\n" + Store.text(finding));
    }

    @Override
    public synchronized void note(String text) {
        say("note: " + Printable.lines(text));
    }

    private void say(String line) {
        clear();
        err.println(line);
        err.flush();
    }

    private long seconds() {
        return (System.nanoTime() - start) / 1_000_000_000;
    }

    private synchronized void tell() {
        long seconds = Math.max(1, seconds());
        long cases = before.cases() + executed.sum();
        long left = config.millis() < 0 ? -1 : Math.max(0, (config.millis() - before.spent()) / 1000 - seconds());
        if (moving) {
            err.print("\r%s %,d cases   %,d/s   %,d behaviours   %s%s\u001b[K".formatted(phase.text(), cases, executed.sum() / seconds, ledger.behaviours(),
                findings == 1 ? "1 finding" : "%,d findings".formatted(findings), left < 0 ? "" : "   %,d s left".formatted(left)));
            drawn = true;
        } else {
            err.println(status(seconds, phase, cases, executed.sum() / seconds, ledger.behaviours(), findings, left));
        }
        err.flush();
    }

    /// {@return the frozen form}
    /// @param left seconds; -1 where no time is set
    static String status(long seconds, Phase phase, long cases, long rate, long behaviours, int findings, long left) {
        return String.format(Locale.ROOT, "[status] t=%d phase=%s cases=%d rate=%d behaviours=%d findings=%d left=%s", seconds, phase.text(), cases, rate, behaviours, findings, left < 0 ? "-" : "" + left);
    }

    private void clear() {
        if (!drawn) return;
        err.print("\r\u001b[K");
        drawn = false;
    }

    @Override
    public synchronized void close() {
        timer.cancel();
        clear();
        err.flush();
    }
}
