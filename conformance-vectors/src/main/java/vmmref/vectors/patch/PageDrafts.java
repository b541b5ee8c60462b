/// Patched pages whose translations go and come back, whose frames change, and that several guests or levels execute.
package vmmref.vectors.patch;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.vectors.format.Draft;
import vmmref.vectors.vmm.Changes;
import vmmref.vectors.vmm.GuestBase;
import vmmref.vectors.vmm.Plot;

final class PageDrafts {
    private static final Seq<String> SENSITIVE = Vector.of("mov.m r17=ar.k3", "thash r17=r20", "probe.w r17=r20,0", "mov r17=cpuid[r20]", "adds r17=0x5,r17");
    private static final String VALUES = "r20=3 ar.k3=5a0 cr.pta=e00000001000003d";
    private static final String ALIAS = Scene.ALIASES.get(0);

    private PageDrafts() { }

    static Seq<Draft> all() {
        return purged().appendAll(inserted()).appendAll(remapped()).appendAll(shared()).appendAll(levels()).appendAll(modes());
    }

    /// The page is executed, purged in several ways, and executed by the same address and another one.
    private static Seq<Draft> purged() {
        return Vector.of("ptr.i r23,r24", "ptr.d r23,r24", "ptc.l r23,r24", "ptc.g r23,r24", "ptc.e r23", "nop.m 0x0").zipWithIndex().flatMap(purge -> SENSITIVE.flatMap(text -> Vector.of("own", "alias").map(which -> purged(purge._1, text, which)
            .draft("purged", "a page with %s is executed at two addresses, %s of the second one, and it is executed at %s".formatted(text, purge._1, which.equals("own") ? "its own" : "that"), "StaleTranslation", purged(purge._1, text, which.equals("own") ? "alias" : "own"))
            .unlessFull(purge._2 == SENSITIVE.indexOf(text) && which.equals("alias")))));
    }

    private static Plot purged(String purge, String text, String which) {
        Plot plot = Scene.routine("-", text, "br.ret.sptk.few b0").with(VALUES).with("b5=%s r23=%s r24=30 ar.k3=5a0".formatted(ALIAS, purge.startsWith("ptc.e") ? "0" : ALIAS));
        return Scene.code(plot, "br.call.sptk.few b0=b6", "br.call.sptk.few b0=b5", "adds r18=0x0,r17", purge, "br.call.sptk.few b0=" + (which.equals("own") ? "b6" : "b5")).bundles(3).bundles(3).bundles(3).bundles(1).step(1);
    }

    /// The second address gets another translation by an insertion: of the same frame, of another one with other code, with other rights.
    private static Seq<Draft> inserted() {
        return Vector.of("97e1", "a7e1", "91e1", "97e0", "97c1", "9661", "9861").zipWithIndex().flatMap(entry -> SENSITIVE.flatMap(text -> Vector.of(true, false).flatMap(executed -> Vector.of("itr.i itr[r25]=r27", "itc.i r27").filter(insertion -> (entry._2 + SENSITIVE.indexOf(text)) % 2 == 0).map(insertion -> inserted(entry._1, text, executed, insertion)
            .draft("inserted", "%s puts the entry %s at %s for a page with %s, which %s there".formatted(insertion, entry._1, ALIAS, text, executed ? "was executed" : "was not executed"), "StaleTranslation", inserted(entry._1, text, !executed, insertion))
            .unlessFull(executed && insertion.startsWith("itr") && entry._2 == SENSITIVE.indexOf(text))))));
    }

    private static Plot inserted(String entry, String text, boolean executed, String insertion) {
        Plot plot = Scene.placed(Scene.routine("psr-13", text, "br.ret.sptk.few b0"), 0xa000, text.contains("k3") ? "mov.m r17=ar.k4" : "mov.m r17=ar.k3", "br.ret.sptk.few b0").with(VALUES)
            .with("b5=%s r23=%s r24=30 r25=1 r27=%s cr.ifa=%s cr.itir=30 ar.k4=777".formatted(executed ? ALIAS : "9000", ALIAS, entry, ALIAS)).with("b7=" + ALIAS);
        return Scene.code(plot, "br.call.sptk.few b0=b5", "ptr.i r23,r24", insertion, "srlz.i", "br.call.sptk.few b0=b7").bundles(3).bundles(3).bundles(1).step(1).step(2);
    }

    /// Something else comes behind the page, and the page comes back.
    private static Seq<Draft> remapped() {
        return SENSITIVE.flatMap(text -> Vector.of(9, 10, 200, 8).flatMap(frame -> Vector.of("-", "psr-17 psr-27 psr-36", "psr~3").map(way -> remapped(way, text, frame)
            .draft("remapped", "a page with %s is executed, gets frame %d, is executed, and gets its own again%s".formatted(text, frame, Changes.with(way)), "Ballooning", remapped(way, text, frame == 9 ? 10 : 9)).unlessFull(way.equals("-") && frame == 10))));
    }

    private static Plot remapped(String way, String text, int frame) {
        Plot plot = Scene.placed(Scene.routine(way, text, "br.ret.sptk.few b0"), 0xa000, text.contains("k3") ? "mov.m r17=ar.k4" : "mov.m r17=ar.k3", "br.ret.sptk.few b0").with(VALUES).with("ar.k4=777");
        return Scene.code(plot, "br.call.sptk.few b0=b6", "adds r18=0x0,r17", "br.call.sptk.few b0=b6", "adds r19=0x0,r17", "br.call.sptk.few b0=b6").bundles(3).bundles(1).remap(0, 9, frame, 1).bundles(1).step(1).remap(0, 9, 9, 1).step(2).step(1);
    }

    /// Two guests execute one frame, each with its own registers.
    private static Seq<Draft> shared() {
        return SENSITIVE.flatMap(text -> Vector.of("-", "psr~3").flatMap(way -> Vector.of(true, false).map(written -> shared(way, text, written)
            .draft("shared", "two guests execute a page with %s in turns%s%s".formatted(text, written ? ", one stores to it" : "", Changes.with(way)), "GuestSwitch", shared(way, text, !written)).unlessFull(way.equals("-") && written && !text.startsWith("adds")))));
    }

    private static Plot shared(String way, String text, boolean written) {
        Plot plot = Plot.of(GuestBase.TWO).code(0, text, text, text).mapping(1, map -> map.with(4, 4, 1)).with(0, VALUES).with(1, "r20=103 ar.k3=abc cr.pta=e00000002000013d").with(0, way).with(1, way);
        Plot storing = written ? plot.with(1, "r14=4020 r28=0").code(0, text, "st1 [r14]=r28", text).with(0, "r14=4020 r28=9") : plot;
        return storing.step(1).switching(1).step(3).switching(0).bundles(1).step(3).switching(1).bundles(1).step(2);
    }

    /// A page is executed at one level, and then at the other.
    private static Seq<Draft> levels() {
        return SENSITIVE.flatMap(text -> Vector.of("psr~3", "-").flatMap(level -> Vector.of("97e1", "9661", "9061").flatMap(entry -> Vector.of("br.ret.sptk.few b7", "rfi").filter(leaving -> level.equals("-")).append("break.m 0x5").map(leaving -> levels(text, level, entry, leaving)
            .draft("levels", "a page with %s is executed at %s by the entry %s, and behind %s".formatted(text, level.equals("-") ? "level 0" : "level 3", entry, leaving), "Privilege", levels(text, level, entry.equals("97e1") ? "9661" : "97e1", leaving)).unlessFull(entry.equals("9661") && leaving.startsWith("br") && text.startsWith("mov"))))));
    }

    private static Plot levels(String text, String level, String entry, String leaving) {
        Plot plot = Scene.routine(level, text, "br.ret.sptk.few b0").pinned(0, 1, Scene.address(ALIAS), Long.parseLong(entry, 16)).with(VALUES).with("b5=%s b7=%s cr.iip=%s cr.ipsr=1308022000 cr.ifs=0 ar.pfs=c000000000000000".formatted(ALIAS, ALIAS, ALIAS)).holding(0, 0xac00, "br.cond.sptk.few b5");
        Plot called = Scene.code(plot, "br.call.sptk.few b0=b5", leaving.equals("rfi") ? "rsm 0x2000" : "mov.m ar.ccv=r17", leaving.startsWith("br") ? "mov.i ar.pfs=r29" : "nop.m 0x0", leaving).with("r29=c000000000000000");
        return called.bundles(3).bundles(2).step(leaving.equals("break.m 0x5") ? 1 : 3).step(leaving.equals("break.m 0x5") ? 3 : 1).step(1);
    }

    /// The page is executed translated, and then untranslated, and the other way round, as each setting of PSR.it, dt and rt leads to each of some others.
    private static Seq<Draft> modes() {
        return SENSITIVE.zipWithIndex().flatMap(text -> Vector.range(0, 8).flatMap(from -> Vector.of(0, 7, from ^ 1, from ^ 2).distinct().filter(to -> to != from).map(to -> mode(text._1, from, to)
            .draft("mode", "%s with PSR.it %d, dt %d, rt %d, and after rfi to %d, %d, %d".formatted(text._1, from & 1, from >> 1 & 1, from >> 2, to & 1, to >> 1 & 1, to >> 2), "PhysicalMode", mode(text._1, from, to == 7 ? 0 : 7)).unlessFull(from % 7 == 0 && to % 7 == 0 && text._2 < 2))));
    }

    private static Plot mode(String text, int from, int to) {
        String psr = "%x".formatted(0x2000L | (to & 1L) << 36 | (to >> 1 & 1L) << 17 | (to >> 2 & 1L) << 27);
        String status = ((from & 1) != 0 ? "psr+36" : "psr-36") + ((from & 2) != 0 ? " psr+17" : " psr-17") + ((from & 4) != 0 ? " psr+27" : " psr-27");
        return Scene.code(Scene.routine("-", text, "br.ret.sptk.few b0"), "br.call.sptk.few b0=b6", "rsm 0x2000", "rfi").with(VALUES).with("cr.iip=9000 cr.ifs=0 cr.ipsr=" + psr).with(status).bundles(3).bundles(2).step(1);
    }
}
