package vmmref.vectors.partition;

import static vmmref.vectors.partition.Cases.draft;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.partition.Event;
import vmmref.model.partition.RegisterClass;
import vmmref.model.partition.Status;
import vmmref.vectors.format.Draft;

/// Whatever takes effect while the loss of a status is on its way, and in the other order.
final class RaceDrafts {
    private static final Map<String, String> SLOW = LinkedHashMap.of("report-latency", ">=1");

    private RaceDrafts() { }

    private record Attempt(String name, Event event) { }

    static Seq<Draft> all() {
        return losses().appendAll(reports());
    }

    private static Seq<Attempt> attempts() {
        return Vector.of("0.0", "0.1", "1.0").flatMap(by -> Vector.of(
            new Attempt("%s writes FIREWALL".formatted(by), Events.write(by, 0, RegisterClass.FIREWALL, 0xffff)),
            new Attempt("%s reads INTERRUPT".formatted(by), Events.read(by, 0, RegisterClass.INTERRUPT)),
            new Attempt("%s reads STATUS".formatted(by), Events.read(by, 0, RegisterClass.STATUS)),
            new Attempt("%s configures the fabric".formatted(by), Events.packet(by, 0, true, 0x55, Status.SECURE)),
            new Attempt("%s consents to a link".formatted(by), Events.answer(by, 0, 1, true))));
    }

    private static Seq<Attempt> losing() {
        return Vector.of(new Attempt("0.1 leaves trusted software", Events.leave("0.1")), new Attempt("1.1 leaves trusted software", Events.leave("1.1")), new Attempt("cell 1 is reset", Events.reset(1)),
            new Attempt("cell 1 closes a join", Events.proceed(1)), new Attempt("cell 2 starts, which nobody waits for", Events.start(2)));
    }

    private static Seq<Draft> losses() {
        Setup setup = AccessDrafts.filled(Setup.RESET.waiting(0, 0).waiting(1, 0).route(0, 0, 1).asked(0, 1).change(1, "join", 0, "close"));
        return losing().flatMap(loss -> attempts().flatMap(attempt -> Vector.range(0, 4).map(ticks ->
                draft("races", "%s, and after %d ticks %s".formatted(loss.name, ticks, attempt.name), "StaleStatus", setup, Events.ticks(ticks).prepend(loss.event).append(attempt.event)))
            .append(draft("races", "%s, and then %s".formatted(attempt.name, loss.name), "StaleStatus", setup, attempt.event, loss.event))));
    }

    /// Reports that take time: what happens to the cell meanwhile, at every tick.
    private static Seq<Draft> reports() {
        Seq<Attempt> meanwhile = Vector.of(new Attempt("its reset", Events.reset(0)), new Attempt("another processor leaving", Events.leave("0.1")), new Attempt("a stuck line", Events.stickReport(0, 0, 0)),
            new Attempt("a line stuck at 1", Events.stickReport(0, 1, 1)), new Attempt("a packet from it", Events.packet("0.1", 0, true, 0x55, Status.UNSECURE)),
            new Attempt("a write by it", Events.write("0.1", 0, RegisterClass.GENERAL, 0x1)), new Attempt("a profile for it", Events.post(0, 0)));
        Seq<Draft> starts = meanwhile.flatMap(attempt -> Vector.range(0, 10).map(ticks -> draft("slow-reports",
            "%s %d ticks after its start, and ticks".formatted(attempt.name, ticks), "StickySecure", SLOW, Setup.RESET, Events.ticks(ticks).prepend(Events.start(0)).append(attempt.event).appendAll(Events.ticks(8)))));
        Seq<Draft> leaves = meanwhile.flatMap(attempt -> Vector.range(0, 10).map(ticks -> draft("slow-reports",
            "%s %d ticks after a processor left, and ticks".formatted(attempt.name, ticks), "LeavingTooEarly", SLOW, Setup.RESET.waiting(0, 0),
            Events.ticks(ticks).prepend(Events.leave("0.0")).append(attempt.event).appendAll(Events.ticks(8)))));
        Seq<Draft> again = Vector.range(0, 10).map(ticks -> draft("slow-reports", "a start, a reset %d ticks later, and another start".formatted(ticks), "StickySecure", SLOW, Setup.RESET,
            Events.ticks(ticks).prepend(Events.start(0)).append(Events.reset(0)).append(Events.start(0)).appendAll(Events.ticks(10))));
        return starts.appendAll(leaves).appendAll(again);
    }
}
