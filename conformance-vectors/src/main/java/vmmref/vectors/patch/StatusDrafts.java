/// Patched bundles of guests that look at instructions one by one, that are interrupted, that have several sensitive instructions in one bundle, and that call and return through patched pages.
package vmmref.vectors.patch;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Tier;
import vmmref.vectors.vmm.Changes;
import vmmref.vectors.vmm.Plot;

final class StatusDrafts {
    private static final String VALUES = "r20=3 ar.k3=5a0 ar.k5=1234 cr.pta=e00000001000003d r26=8010 b6=9000 b7=4000";
    private static final Seq<String> STEPPED = Vector.of("psr+40", "psr+26", "psr+24", "psr+40 psr+26", "psr+24 ibr0=9000 ibr1=8fffffffffffffff", "psr+24 dbr0=8010 dbr1=cfffffffffffffff", "psr+40 psr~3", "psr+26 psr~3", "psr+25", "psr+37 psr+24 ibr0=4000 ibr1=8fffffffffffffff");
    private static final Seq<String> BUNDLES = Vector.of("MMI;: mov.m r17=ar.k3 | ld8 r18=[r26] | adds r19=0x2,r19", "MMI;: nop.m 0x0 | mov.m r17=ar.k3 | adds r19=0x2,r19", "MMI;: thash r17=r20 | ld8 r18=[r26] | adds r19=0x2,r19", "MFB;: probe.r r17=r20,3 | nop.f 0x0 | nop.b 0x0", "MIB;: mov r17=cpuid[r20] | adds r19=0x2,r19 | br.cond.sptk.few b7");

    private StatusDrafts() { }

    static Seq<Draft> all() {
        return stepped().appendAll(toggled()).appendAll(interrupted()).appendAll(several()).appendAll(calls()).appendAll(branches());
    }

    private static Seq<Draft> stepped() {
        return STEPPED.zipWithIndex().flatMap(status -> BUNDLES.zipWithIndex().flatMap(bundle -> Vector.of(1, 3).map(turns -> stepped(status._1, bundle._1, turns)
            .draft("stepped", "%d of %s%s".formatted(turns, bundle._1, Changes.with(status._1)), Scene.FLAG, stepped("-", bundle._1, turns)).unlessFull(bundle._2 == status._2 && turns == 1))))
            .appendAll(BUNDLES.flatMap(bundle -> Vector.of(1, 3).map(turns -> stepped("-", bundle, turns).draft("stepped", "%d of %s".formatted(turns, bundle), Scene.FLAG, stepped("psr+40", bundle, turns)).in(Tier.FULL))));
    }

    private static Plot stepped(String status, String bundle, int turns) {
        return Scene.code(Scene.of("-"), bundle, "nop.m 0x0").with(VALUES).with(status).step(turns);
    }

    /// A guest begins to look at instructions one by one, or ends it, between two executions of a bundle, or within it.
    private static Seq<Draft> toggled() {
        return Vector.of("0000011008022000", "000000100c022000", "0000001009022000", "0000001008022000").flatMap(psr -> BUNDLES.flatMap(bundle -> Vector.of(0, 1, 2).map(slot -> toggled(psr, bundle, slot)
            .draft("stepped-later", "rfi to slot %d of %s, executed before, with PSR %s".formatted(slot, bundle, psr), Scene.FLAG, toggled(psr.equals("0000001008022000") ? "0000011008022000" : "0000001008022000", bundle, slot)).unlessFull(bundle.startsWith("MMI;: mov") && slot == 1))));
    }

    private static Plot toggled(String psr, String bundle, int slot) {
        Plot plot = Scene.placed(Scene.of("-").with(VALUES).with("cr.iip=9000 cr.ifs=0 b7=9010 cr.ipsr=%x".formatted(Long.parseUnsignedLong(psr, 16) | (long) slot << 41)), Scene.ROUTINE, bundle, "br.ret.sptk.few b0");
        return Scene.code(plot, "br.call.sptk.few b0=b6", "rsm 0x2000", "rfi").bundles(3).bundles(2).step(1).step(1);
    }

    /// An external interrupt comes behind each instruction of a bundle.
    private static Seq<Draft> interrupted() {
        return BUNDLES.flatMap(bundle -> Vector.of("psr+14", "psr+14 psr~3", "-").flatMap(way -> Vector.of(1, 2, 3).map(after -> interrupted(way, bundle, after)
            .draft("interrupted", "an interrupt after %d of %s%s".formatted(after, bundle, Changes.with(way)), "Interrupt", interrupted(way, bundle, after == 3 ? 1 : after + 1)).unlessFull(way.equals("psr+14") && after == 1 && bundle.startsWith("MMI")))));
    }

    private static Plot interrupted(String way, String bundle, int after) {
        return Scene.code(Scene.of(way), bundle, "adds r22=0x3,r22").with(VALUES).with("b7=4010").step(after).raise(33).step(1);
    }

    /// Two sensitive instructions in one bundle, and in the next one.
    private static Seq<Draft> several() {
        Seq<String> texts = Vector.of("mov.m r17=ar.k3", "mov.m r18=ar.k5", "thash r17=r20", "mov r18=cpuid[r20]", "probe.w r17=r20,0", "fc r26", "(p6) mov.m r17=ar.k3", "ttag r18=r17");
        return texts.flatMap(one -> texts.reject(one::equals).filter(two -> !one.contains("r17=") || !two.contains("r17=")).flatMap(two -> Vector.of("M;MI;: %s | %s | adds r19=0x2,r19", "M;MI;: %s | %s | add r19=r17,r18").map(bundle -> several(bundle.formatted(one, two))
            .draft("several", bundle.formatted(one, two), Scene.FLAG, several(bundle.formatted(two, one))).unlessFull(bundle.contains("adds") && (texts.indexOf(one) + texts.indexOf(two)) % 11 == 0))))
            .appendAll(Vector.of("MMB;: mov.m r17=ar.k3 | mov.m r18=ar.k5 | cover", "MMB;: thash r17=r20 | mov.m r18=ar.k5 | epc", "MBB;: mov.m r17=ar.k3 | nop.b 0x0 | cover", "MIB;: mov.m r17=ar.k3 | adds r19=0x2,r19 | cover", "BBB;: nop.b 0x0 | nop.b 0x0 | cover")
                .flatMap(bundle -> Vector.of("-", "psr~3", "psr-13").map(way -> Scene.code(Scene.of(way), bundle, "mov.m r22=ar.k3").with(VALUES).step(3).step(1).draft("several", bundle + Changes.with(way), Scene.FLAG,
                    Scene.code(Scene.of(way.equals("-") ? "psr~3" : "-"), bundle, "mov.m r22=ar.k3").with(VALUES).step(3).step(1)).unlessFull(way.equals("psr-13") && bundle.startsWith("MMB")))));
    }

    private static Plot several(String bundle) {
        return Scene.code(Scene.of("-"), bundle, "mov.m r22=ar.k5").with(VALUES).step(3).step(1);
    }

    /// Calls of routines that call others in patched pages, and return.
    private static Seq<Draft> calls() {
        return Vector.of("mov.m r17=ar.k3", "thash r17=r20", "probe.r r17=r20,3", "adds r17=0x5,r17").flatMap(text -> Scene.WAYS.flatMap(way -> Vector.of("9000", "2000000000100000", "20000").map(at -> calling(way, text, at)
            .draft("call", "a call of %s, from a page with one, at %s%s".formatted(text, at, Changes.with(way)), Scene.FLAG, calling(way.equals("-") ? "psr~3" : "-", text, at)).unlessFull(way.equals("-") && at.startsWith("2000000")))));
    }

    private static Plot calling(String way, String text, String at) {
        Plot plot = Scene.placed(Scene.routine(way, text, "alloc r32=ar.pfs,0,4,0,0", "br.call.sptk.few b1=b5", "mov.i ar.pfs=r32", "br.ret.sptk.few b0").with(VALUES), 0x5000, text.replace("r17", "r18"), "br.ret.sptk.few b1");
        return Scene.code(plot.with("b5=5000 b6=" + at), "M;MI;: %s | nop.m 0x0 | adds r19=0x2,r19".formatted(text.replace("r17", "r21")), "br.call.sptk.few b0=b6", text.replace("r17", "r22")).bundles(2).bundles(3).bundles(2).bundles(2).step(1);
    }

    /// Branches in a bundle with a sensitive instruction: taken and not.
    private static Seq<Draft> branches() {
        return Vector.of("mov.m r17=ar.k3", "thash r17=r20", "mov r17=cpuid[r20]", "probe.w r17=r20,0").flatMap(text -> Vector.of("br.cond.sptk.few b7", "(p6) br.cond.sptk.few b7", "br.call.sptk.few b0=b6", "br.cond.sptk.few .+0x40", "br.cloop.sptk.few .+0x40", "br.ret.sptk.few b6", "(p6) br.call.sptk.few b0=b6").flatMap(branch -> Vector.of("-", "psr~3", "psr+26")
            .map(way -> branching(way, text, branch).draft("branch", "%s beside %s%s".formatted(branch, text, Changes.with(way)), "BranchTarget", branching(way.equals("-") ? "psr~3" : "-", text, branch)).unlessFull(way.equals("-") && text.startsWith("mov.m") && branch.length() % 2 == 0))));
    }

    private static Plot branching(String way, String text, String branch) {
        return Scene.code(Scene.placed(Scene.of(way), Scene.ROUTINE, "br.ret.sptk.few b0"), "MIB;: %s | adds r19=0x2,r19 | %s".formatted(text, branch)).with(VALUES).with("ar.lc=1 ar.pfs=0").step(3).step(1);
    }
}
