/// Gates: epc in pages of each access rights, at each level of page and guest, and what is done at the level that it leads to.
package vmmref.vectors.patch;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.vectors.format.Draft;
import vmmref.vectors.vmm.Changes;
import vmmref.vectors.vmm.Plot;

final class GateDrafts {
    private static final Seq<String> LEVELS = Vector.of("psr~3", "-");

    private GateDrafts() { }

    static Seq<Draft> all() {
        return rights().appendAll(previous()).appendAll(behind()).appendAll(called());
    }

    private static Seq<Draft> rights() {
        return Vector.range(0, 8).flatMap(ar -> Vector.range(0, 4).flatMap(pl -> LEVELS.map(level -> gate(level, ar, pl, "-")
            .draft("gate", "epc in a page with ar %d, pl %d%s".formatted(ar, pl, Changes.with(level)), "AccessRights", gate(level, ar, (pl + 3) % 4, "-")).unlessFull(ar >= 4 && pl == 0 && level.equals("psr~3")))));
    }

    private static String page(int ar, int pl) {
        return "itr0.pte=%x".formatted(0x61L | (long) ar << 9 | (long) pl << 7);
    }

    private static Plot gate(String level, int ar, int pl, String changes) {
        return Scene.code(Scene.of(level), "MIB;: adds r18=0x1,r18 | adds r19=0x2,r19 | epc", "mov r17=psr.um").with(page(ar, pl)).with(changes).step(3).step(1);
    }

    /// The level in PFS, which may not be lower than that of the guest.
    private static Seq<Draft> previous() {
        return Vector.range(0, 4).flatMap(ppl -> Vector.of(0, 4, 7).flatMap(ar -> LEVELS.map(level -> previous(level, ar, ppl)
            .draft("gate-previous", "epc in a page with ar %d, pl 0, PFS.ppl %d%s".formatted(ar, ppl, Changes.with(level)), "Privilege", previous(level, ar, (ppl + 3) % 4)).unlessFull(ar == 7 && ppl > 1))));
    }

    private static Plot previous(String level, int ar, int ppl) {
        return gate(level, ar, 0, "ar.pfs=%x".formatted((long) ppl << 62));
    }

    /// What stands behind a gate is done at its level.
    private static Seq<Draft> behind() {
        return Vector.of("mov r17=psr", "mov.m r17=ar.k3", "mov r17=cr.dcr", "mov.m ar.k3=r21", "rsm 0x4000", "thash r17=r20", "probe.r r17=r20,3", "probe.w r17=r20,0", "ld8 r17=[r20]", "st8 [r20]=r21", "fc r20", "br.ret.sptk.few b7", "cover", "mov r17=rr[r20]")
            .zipWithIndex().flatMap(text -> Vector.of(7, 3).map(ar -> behind(ar, text._1).draft("gate-behind", "%s behind an epc in a page with ar %d".formatted(text._1, ar), "Privilege", behind(10 - ar, text._1)).unlessFull(ar == 7 && text._2 % 4 == 1)));
    }

    private static Plot behind(int ar, String text) {
        return Scene.code(Scene.of("psr~3"), "epc", text).with(page(ar, ar == 7 ? 0 : 3)).with("r20=8010 dtr0.pte=461 ar.k3=5a0 b7=4100 ar.pfs=c000000000000000").bundles(2);
    }

    /// A call into a gate and back, as users call an operating system.
    private static Seq<Draft> called() {
        return Vector.range(4, 8).flatMap(ar -> Vector.of(0, 3).flatMap(pl -> Vector.of("psr-17", "-", "psr+25", "psr+15 pkr0=1").map(way -> called(way, ar, pl)
            .draft("gate-called", "a call to an epc in a page with ar %d, pl %d, and br.ret%s".formatted(ar, pl, Changes.with(way)), "Privilege", called(way, ar, 3 - pl)).unlessFull(pl == 0 && way.equals("-")))));
    }

    private static Plot called(String way, int ar, int pl) {
        Plot plot = Scene.placed(Scene.of("psr~3").with(way).with("b6=20000 ar.k3=5a0"), Scene.ROUTINE, "epc", "mov.m r17=ar.k3", "br.ret.sptk.few b0");
        return Scene.code(plot.pinned(0, 1, 0x20000, 0x9061L | (long) ar << 9 | (long) pl << 7), "br.call.sptk.few b0=b6", "mov r18=psr.um").bundles(1).bundles(2).bundles(2);
    }
}
