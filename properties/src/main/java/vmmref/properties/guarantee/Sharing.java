package vmmref.properties.guarantee;

import vmmref.model.translate.Choice;
import vmmref.vmm.monitor.Hosting;
import vmmref.vmm.monitor.Monitored;

/// Guests under a monitor, of which nobody asks where they would be elsewhere.
///
/// @param monitored the machine and the monitor in turn
/// @param hosting   where they are
/// @param over      whether the guest that runs does not go on, or only faults
record Sharing(Monitored monitored, Hosting hosting, boolean over) {
    /// So many that no guest needs them that does anything, however little the host has.
    private static final int MOST_TURNS = 10_000;

    /// {@return the same after the guest that runs has done some instructions}
    Sharing after(int instructions) {
        Hosting now = hosting;
        int done = 0;
        for (int turns = 0; turns < MOST_TURNS; turns++) {
            if (done >= instructions && !now.isExit()) return new Sharing(monitored, now, false);
            Monitored.Moment moment = monitored.next(now, Choice.USUAL);
            if (moment.ended().isDefined()) return new Sharing(monitored, now, true);
            done += moment.retired() ? 1 : 0;
            now = moment.after();
        }
        return new Sharing(monitored, now, true);
    }

    /// {@return the same after another guest has been let go on}
    Sharing switched(int to) {
        return new Sharing(monitored, hosting.with(hosting.rules().switched(hosting.monitor(), hosting.machine(), to)), over);
    }
}
