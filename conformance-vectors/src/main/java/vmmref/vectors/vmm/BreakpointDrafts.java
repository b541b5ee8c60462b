/// Breakpoints of a guest, whose level is another one in the hardware.
package vmmref.vectors.vmm;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.vectors.format.Draft;

final class BreakpointDrafts {
    private static final Seq<String> TEXTS = Vector.of("ld8 r33=[r36]", "st8 [r36]=r34", "nop.m 0x0");
    /// Levels for which a breakpoint is, one bit each: with the guest's level, and without it.
    private static final Seq<Tuple2<String, String>> KERNEL = Vector.of(Tuple.of("f", "e"), Tuple.of("1", "0"), Tuple.of("9", "8"));
    private static final Seq<Tuple2<String, String>> USER = Vector.of(Tuple.of("f", "7"), Tuple.of("8", "0"), Tuple.of("9", "1"));

    private BreakpointDrafts() { }

    static Seq<Draft> all() {
        return Vector.of(0, 3).flatMap(level -> TEXTS.flatMap(text -> (level == 0 ? KERNEL : USER).flatMap(who -> Vector.of(draft(level, text, who._1, who._2), draft(level, text, who._2, who._1)))));
    }

    private static Draft draft(int level, String text, String who, String other) {
        return watched(level, text, who).draft("breakpoint", "%s at level %d, breakpoints for the levels %s".formatted(text, level, who), "Breakpoint", watched(level, text, other));
    }

    /// The first bundle brings the pages of code and data into the hardware, so that the second one meets the breakpoint there.
    private static Plot watched(int level, String text, String who) {
        String watching = text.startsWith("nop") ? "ibr0=4010 ibr1=8%sffffffffffffff".formatted(who) : "dbr0=8010 dbr1=c%sffffffffffffff".formatted(who);
        return Plot.of(GuestBase.VIRTUAL).with("r36=8010 r37=8018 psr+24 " + watching + (level == 3 ? " psr~3" : "")).code(text.replace("r36", "r37"), text).bundles(1).step(1);
    }
}
