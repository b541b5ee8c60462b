/// Faults of other instructions in bundles in which something is patched, and guests that go on in the middle of such bundles.
package vmmref.vectors.patch;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Tier;
import vmmref.vectors.vmm.Changes;
import vmmref.vectors.vmm.Plot;

final class FaultDrafts {
    /// Bundles with a place for a sensitive instruction, and one for another.
    private static final Seq<String> BUNDLES = Vector.of("MMI;: S | F | adds r19=0x2,r19", "M;MI;: F | S | adds r19=0x2,r19", "MMI;: nop.m 0x0 | S | F", "MMF;: nop.m 0x0 | S | F", "MMF;: F | S | nop.f 0x0", "MII;: S | adds r18=0x1,r18 | F", "MMB;: S | F | nop.b 0x0");
    private static final Seq<String> SENSITIVE = Vector.of("mov.m r17=ar.k3", "thash r17=r20", "probe.r r17=r20,3", "mov r17=cpuid[r20]", "(p6) mov.m r17=ar.k3");
    /// What an instruction comes to.
    private record Wrong(String text, String changes) { }

    private static final Seq<Wrong> MEMORY = Vector.of(new Wrong("ld8 r24=[r26]", "r26=8010"), new Wrong("ld8 r24=[r26]", "r26=50000"), new Wrong("ld8 r24=[r26]", "r26=8010 r26.nat=1"), new Wrong("st8 [r26]=r27", "r26=8010 dtr0.pte=461"), new Wrong("st8 [r26]=r27", "r26=8010 r27.nat=1"),
        new Wrong("ld8 r24=[r26]", "r26=8011 psr+3"), new Wrong("break.m 0x5", "-"), new Wrong("ldf8 f6=[r26]", "r26=8010 psr+18"), new Wrong("ld8 r127=[r26]", "r26=8010"), new Wrong("mov r24=psr", "psr~3"), new Wrong("ld8.s r24=[r26]", "r26=50000"), new Wrong("ld8 r24=[r26]", "r26=50000 psr-13"));
    private static final Seq<Wrong> INTEGER = Vector.of(new Wrong("break.i 0x5", "-"), new Wrong("adds r127=0x1,r18", "-"), new Wrong("chk.s.i r26,.+0x40", "r26.nat=1"), new Wrong("mov.i ar.lc=r26", "r26.nat=1"), new Wrong("mov b6=r26", "r26.nat=1"));
    private static final Seq<Wrong> FLOATING = Vector.of(new Wrong("fma.s0 f6=f7,f8,f9", "psr+18"), new Wrong("break.f 0x5", "-"), new Wrong("fmerge.s f6=f7,f40", "psr+19"));

    private FaultDrafts() { }

    static Seq<Draft> all() {
        return faults().appendAll(again()).appendAll(entered()).appendAll(handled());
    }

    private static Seq<Wrong> wrong(String bundle) {
        String unit = bundle.split(": ")[0].replace(";", "").substring(Vector.of(bundle.split(": ")[1].split(" \\| ")).indexOf("F")).substring(0, 1);
        return unit.equals("M") ? MEMORY : unit.equals("I") ? INTEGER : FLOATING;
    }

    private static String bundle(String bundle, String sensitive, String wrong) {
        return bundle.replace("S | ", sensitive + " | ").replace("| F", "| " + wrong).replace(": F |", ": " + wrong + " |");
    }

    private static Seq<Draft> faults() {
        return BUNDLES.zipWithIndex().flatMap(bundle -> SENSITIVE.zipWithIndex().flatMap(sensitive -> wrong(bundle._1).zipWithIndex().filter(wrong -> sensitive._2 < 2 || (wrong._2 + sensitive._2 + bundle._2) % 3 == 0).map(wrong -> faulting(bundle._1, sensitive._1, wrong._1)
            .draft("fault", "%s%s".formatted(bundle(bundle._1, sensitive._1, wrong._1.text), Changes.with(wrong._1.changes)), Scene.FLAG, faulting(bundle._1, SENSITIVE.get(1 - Math.min(1, sensitive._2)), wrong._1)).unlessFull(sensitive._2 == 0 && wrong._2 % 7 == bundle._2))));
    }

    private static Plot faulting(String bundle, String sensitive, Wrong wrong) {
        return Scene.code(Scene.of("-"), bundle(bundle, sensitive, wrong.text)).with("r20=3 ar.k3=5a0 cr.pta=e00000001000003d").with(wrong.changes).step(3);
    }

    /// The same after the bundle has been executed once without a fault, at both levels.
    private static Seq<Draft> again() {
        return BUNDLES.take(5).flatMap(bundle -> SENSITIVE.take(3).flatMap(sensitive -> Vector.of("-", "psr~3", "psr-17").flatMap(way -> Vector.of(0, 1).map(fault -> again(bundle, sensitive, way, fault)
            .draft("fault-again", "%s, and then again%s%s".formatted(bundle(bundle, sensitive, texts(bundle).get(fault)), fault == 0 ? "" : " with a fault", Changes.with(way)), Scene.FLAG, again(bundle, sensitive, way, 1 - fault)).unlessFull(fault == 1 && way.equals("-") && sensitive.startsWith("mov.m"))))));
    }

    /// {@return what is right the first time, and faults the second time or does not}
    private static Seq<String> texts(String bundle) {
        Seq<String> texts = switch (wrong(bundle).head().text.split(" ")[0]) {
            case "ld8"     -> Vector.of("ld8 r24=[r26],8", "ld8 r26=[r26]");
            case "break.i" -> Vector.of("mov.i ar.lc=r26", "mov.i ar.lc=r26");
            default        -> Vector.of("fmerge.s f6=f7,f8", "fmerge.s f6=f7,f8");
        };
        return texts;
    }

    private static Plot again(String bundle, String sensitive, String way, int fault) {
        String wrong = texts(bundle).get(fault);
        String more = wrong.startsWith("mov.i") && fault == 1 ? "tnat.nz p7,p8=r0" : "nop.i 0x0";
        Plot plot = Scene.code(Scene.of(way), bundle(bundle, sensitive, wrong), wrong.startsWith("f") && fault == 1 ? "ssm 0x40000" : wrong.startsWith("mov.i") && fault == 1 ? "ld8.s r26=[r27]" : more, "br.cond.sptk.few b7");
        return plot.with("r20=3 ar.k3=5a0 cr.pta=e00000001000003d r26=8010 r27=50000 b7=4000 itr0.pte=00100000000007e1 cr.dcr=7f00 mem.8010=50000").bundles(3).step(3);
    }

    /// rfi and a handler's way back lead to each slot of a bundle that was executed before, or was not.
    private static Seq<Draft> entered() {
        return BUNDLES.flatMap(bundle -> SENSITIVE.take(4).flatMap(sensitive -> Vector.of(0, 1, 2).flatMap(slot -> Vector.of(true, false).filter(before -> before || slot == 1).map(before -> entered(bundle, sensitive, slot, before, "-")
            .draft("entered", "rfi to slot %d of %s, which was %s".formatted(slot, bundle(bundle, sensitive, texts(bundle).head()), before ? "executed before" : "not executed before"), "Return", entered(bundle, sensitive, before ? (slot + 1) % 3 : slot, true, "-")).unlessFull(before && slot > 0 && sensitive.equals(SENSITIVE.get(slot - 1)) && BUNDLES.indexOf(bundle) % 3 == 0)))))
            .appendAll(BUNDLES.take(4).flatMap(bundle -> Vector.of("mov.m r17=ar.k3", "mov r17=cpuid[r20]").flatMap(sensitive -> Vector.of(1, 2).flatMap(slot -> Vector.of("cr.ipsr=1308022000", "cr.ipsr=0000002000", "cr.ipsr=1008026000", "cr.ipsr=0008022000").map(way -> entered(bundle, sensitive, slot, true, way)
                .draft("entered", "rfi to slot %d of %s, which was executed before, with %s".formatted(slot, bundle(bundle, sensitive, texts(bundle).head()), way), "Return", entered(bundle, sensitive, 3 - slot, true, way)).in(Tier.FULL))))));
    }

    private static Plot entered(String bundle, String sensitive, int slot, boolean before, String way) {
        Plot plot = Scene.placed(Scene.of("-").with("cr.iip=9000 cr.ifs=0 r20=3 ar.k3=5a0 cr.pta=e00000001000003d r26=8010 b6=9000").with(way.equals("-") ? "cr.ipsr=1008022000" : way), Scene.ROUTINE, bundle(bundle, sensitive, texts(bundle).head()), "br.ret.sptk.few b0");
        Plot slotted = plot.with("cr.ipsr=%x".formatted(plot.guests().head().bare().control(16) | (long) slot << 41));
        return Scene.code(slotted, "br.call.sptk.few b0=b6", "rsm 0x2000", "rfi").bundles(1).then(stepping(before ? 6 : 3)).bundles(2).step(3 - slot).step(1);
    }

    private static vmmref.vectors.vmm.Happening stepping(int turns) {
        return new vmmref.vectors.vmm.Happening.Stepped(turns);
    }

    /// A fault in the bundle is handled, and the guest goes on in its middle.
    private static Seq<Draft> handled() {
        return BUNDLES.take(4).flatMap(bundle -> SENSITIVE.take(4).flatMap(sensitive -> Vector.of("-", "psr~3").map(way -> handled(bundle, sensitive, way)
            .draft("handled", "%s, whose handler returns to it%s".formatted(bundle(bundle, sensitive, breaking(bundle)), Changes.with(way)), "Return", handled(bundle, sensitive, way.equals("-") ? "psr~3" : "-")).unlessFull(way.equals("-") && sensitive.startsWith("mov.m")))));
    }

    private static String breaking(String bundle) {
        return "break.%s 0x7".formatted(wrong(bundle) == MEMORY ? "m" : wrong(bundle) == INTEGER ? "i" : "f");
    }

    /// The handler of breaks, at ac00, makes a nop of PSR.ri by going to the next slot.
    private static Plot handled(String bundle, String sensitive, String way) {
        Plot plot = Scene.placed(Scene.of(way), 0xac00, "mov r28=cr.ipsr", "add r28=r28,r29", "mov cr.ipsr=r28", "rfi");
        return Scene.code(plot, bundle(bundle, sensitive, breaking(bundle)), "adds r22=0x3,r22").with("r29=%x r20=3 ar.k3=5a0 cr.pta=e00000001000003d".formatted(1L << 41)).step(3).step(12).step(1);
    }
}
