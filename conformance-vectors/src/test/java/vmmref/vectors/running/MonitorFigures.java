/// What the monitor costs: exits and operations of programs, and how they grow with the pages of a guest and with the number of guests. No test: it prints what `MONITOR.md` says.
package vmmref.vectors.running;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vmmref.vmm.monitor.Guest;
import vmmref.vmm.keys.Catching;
import vmmref.vmm.monitor.Hosting;
import vmmref.vmm.monitor.Monitoring;
import vmmref.vmm.scratch.ScratchSet;

class MonitorFigures {
    private static final long MOST  = 100_000_000;
    private static final long SLICE = 1000;
    private static final Toucher WARM = new Toucher(false, 1000, 100);

    @Test @DisplayName("of programs")
    void programs() throws IOException {
        line("| program | instructions | exits | per 1,000 instructions | operations | per exit |", "|---|--:|--:|--:|--:|--:|");
        for (String name : MonitoredProgramsTest.programs()) {
            Costs costs = Guests.run(Vector.of(name), SLICE, GuestWatcher.NONE).guests().head().costs();
            line("| `%s` | %,d | %,d | %,.1f | %,d | %,.1f |", name, costs.instructions(), costs.exited(), costs.density(), costs.operations(), costs.length());
        }
    }

    @Test @DisplayName("of first accesses and scratch registers")
    void caught() throws IOException {
        line("| program | exits, operations | by keys | by rights | by the present bit | f32 to f127 taken |", "|---|--:|--:|--:|--:|--:|");
        for (String name : MonitoredProgramsTest.programs()) {
            Seq<Monitoring> ways = Vector.of(Catching.values()).map(Guests.RULES::catching).append(Guests.RULES.taking(ScratchSet.HIGH));
            line("| `%s` | %s |", name, ways.map(rules -> costs(rules, name)).mkString(" | "));
        }
    }

    private static String costs(Monitoring rules, String name) {
        Costs costs = Guests.run(rules, Vector.of(name), SLICE, GuestWatcher.NONE).guests().head().costs();
        return String.format(Locale.ROOT, "%,d, %,d", costs.exited(), costs.operations());
    }

    @Test @DisplayName("of pages")
    void pages() {
        timed(Vector.of(WARM));
        line("| whose pages | pages | exits per page, first time | operations per page | exits per page, again | operations per page | microseconds per page |", "|---|--:|--:|--:|--:|--:|--:|");
        for (boolean walked : new boolean[] {false, true})
            for (int pages : new int[] {10, 100, 1_000, 10_000, 100_000}) pages(walked, pages);
    }

    private static void pages(boolean walked, int pages) {
        Costs once  = timed(Vector.of(new Toucher(walked, pages, 1))).ran().guests().head().costs();
        Timed timed = timed(Vector.of(new Toucher(walked, pages, 2)));
        Costs twice = timed.ran().guests().head().costs();
        line("| %s | %,d | %,.2f | %,.1f | %,.2f | %,.1f | %,.0f |", walked ? "in a table that its machine walks" : "inserted by its handler", pages, (double) once.exited() / pages, (double) once.operations() / pages,
            (double) (twice.exited() - once.exited()) / pages, (double) (twice.operations() - once.operations()) / pages, timed.seconds() * 1e6 / (2 * pages));
    }

    @Test @DisplayName("of guests")
    void guests() {
        timed(Vector.of(WARM));
        line("| guests | instructions of each | exits per 1,000 | operations per exit | operations per switch | operations per 1,000 instructions | microseconds per 1,000 |", "|--:|--:|--:|--:|--:|--:|--:|");
        for (int number : new int[] {1, 2, 4, 8, 16, 32, 64}) {
            Timed timed = timed(Vector.fill(number, new Toucher(true, 64, 100)));
            Seq<Costs> costs = timed.ran().guests().map(GuestRan::costs);
            long instructions = costs.map(Costs::instructions).sum().longValue();
            long exits        = costs.map(Costs::exited).sum().longValue();
            long operations   = costs.map(Costs::operations).sum().longValue();
            line("| %d | %,d | %,.2f | %,.1f | %,.1f | %,.1f | %,.0f |", number, costs.head().instructions(), 1000.0 * exits / instructions, (double) operations / exits,
                timed.ran().switches() == 0 ? 0 : (double) timed.ran().operations() / timed.ran().switches(), 1000.0 * (operations + timed.ran().operations()) / instructions, timed.seconds() * 1e9 / instructions);
        }
    }

    /// What came of guests, and how long it took.
    private record Timed(GuestsRan ran, double seconds) { }

    private static Timed timed(Seq<Toucher> touchers) {
        Seq<Guest> guests = touchers.zipWithIndex().map(each -> each._1.at(Toucher.bytes() * (1 + each._2)));
        Hosting hosting = Hosting.of(Guests.RULES, guests);
        long start = System.nanoTime();
        GuestsRan ran = new GuestRunning(Guests.RULES, MOST, SLICE).run(hosting, guests.map(guest -> guest.processors().head()), GuestWatcher.NONE);
        double seconds = (System.nanoTime() - start) / 1e9;
        ran.guests().find(guest -> !guest.ran().ending().isPassed()).forEach(guest -> { throw new IllegalStateException(guest.ran().ending().toString()); });
        return new Timed(ran, seconds);
    }

    private static void line(String first, String second) {
        System.out.println("\n" + first + "\n" + second);
    }

    private static void line(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
