package vmmref.vectors.build;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.bundle.Bundle;
import vmmref.model.memory.VirtualAddress;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Needs;

/// Every choice of halves that differ, in one, two and three bundles; entries that wait before or afterwards; and what has no place.
final class InsertDrafts {
    private static final long WAITS = 0x0000100000000016L;
    private static final long AT = 0x2000000000004000L;
    private static final Seq<Bundle> OLD = Vector.of(
        Cases.bundle("MII;", "ld8 r8=[r9] | add r10=r11,r12 | mov b0=r8"), Cases.bundle("MMI;", "ld8 r13=[r14] | thash r15=r13 | nop.i 0x0"), Cases.bundle("MIB;", "nop.m 0x0 | nop.i 0x0 | br.ret.sptk.few b0"));
    private static final Seq<Bundle> NEW = Vector.of(
        Cases.bundle("MLX;", "nop.m 0x0 | brl.cond.sptk.few .+0x123456780"), Cases.bundle("MMI;", "ld8 r13=[r14] | break.m 0x7 | nop.i 0x1"), Cases.bundle("MFI", "nop.m 0x1 | nop.f 0x1 | nop.i 0x1"));

    private InsertDrafts() { }

    static Seq<Draft> all() {
        return Vector.of(1, 2, 3).flatMap(size -> Vector.range(0, 1 << 2 * size).map(differing -> differing(size, differing)))
            .appendAll(Vector.range(0, 16).flatMap(InsertDrafts::waiting))
            .appendAll(refusals());
    }

    private static Seq<Bundle> mixed(int size, int changed) {
        return Vector.range(0, size).map(number -> new Bundle((changed >> 2 * number & 1) != 0 ? NEW.get(number).low() : OLD.get(number).low(), (changed >> 2 * number + 1 & 1) != 0 ? NEW.get(number).high() : OLD.get(number).high()));
    }

    private static Draft differing(int size, int halves) {
        String which = Vector.range(0, 2 * size).filter(half -> (halves >> half & 1) != 0).mkString(" ");
        return Cases.model("insert", "%d bundles, of which %s".formatted(size, which.isEmpty() ? "no half differs" : "the halves " + which + " differ"), "TornInsertion", Needs.none(), request(AT, OLD.take(size), mixed(size, halves)));
    }

    private static Seq<Draft> waiting(int halves) {
        Seq<Bundle> changed = mixed(2, halves);
        return Vector.of(
            Cases.model("insert", "the old code waits at its entry, halves " + halves, "TornInsertion", Needs.none(), request(AT, waits(OLD.take(2)), changed)),
            Cases.model("insert", "the new code waits at its entry, halves " + halves, "TornInsertion", Needs.none(), request(AT, OLD.take(2), waits(changed))),
            Cases.model("insert", "both wait at their entry, halves " + halves, "TornInsertion", Needs.none(), request(AT, waits(OLD.take(2)), waits(changed))));
    }

    private static Seq<Bundle> waits(Seq<Bundle> bundles) {
        return bundles.update(0, bundle -> new Bundle(WAITS, bundle.high()));
    }

    private static Request request(long at, Seq<Bundle> old, Seq<Bundle> changed) {
        return new Request.Insert(new VirtualAddress(at), old, changed);
    }

    private static Seq<Draft> refusals() {
        Request right = request(AT, OLD, NEW);
        return Vector.of(1, 4, 8, 15).map(astray -> refused("an address with %d beyond a multiple of 16".formatted(astray), request(AT + astray, OLD, NEW), right))
            .append(refused("fewer bundles than before", request(AT, OLD, NEW.take(2)), right))
            .append(refused("more bundles than before", request(AT, OLD.take(2), NEW), right))
            .append(refused("nothing in place of something", request(AT, OLD, Vector.empty()), right))
            .append(refused("nothing in place of nothing", request(AT, Vector.empty(), Vector.empty()), right));
    }

    private static Draft refused(String what, Request request, Request right) {
        return Cases.near(Cases.model("insert", "refuses " + what, "TornInsertion", Needs.none(), request), right);
    }
}
