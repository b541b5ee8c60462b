/// Guests that are interrupted where registers are parked: by a fault of another instruction, by an interrupt, by a device, and by guests that go on in their place.
package vmmref.vectors.patch;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Tier;
import vmmref.vectors.vmm.Changes;
import vmmref.vectors.vmm.GuestBase;
import vmmref.vectors.vmm.Plot;

final class LeftDrafts {
    /// What an instruction comes to.
    private record Wrong(String text, String changes) { }

    private static final Seq<Wrong> MEMORY = Vector.of(new Wrong("ld8 r24=[r26]", "r26=8010"), new Wrong("ld8 r24=[r26]", "r26=50000"), new Wrong("st8 [r26]=r2", "r26=8010 dtr0.pte=461"), new Wrong("st8 [r26]=r27", "r26=8010 r27.nat=1"), new Wrong("ld8 r24=[r26]", "r26=8011 psr+3"),
        new Wrong("break.m 0x5", "-"), new Wrong("ldf8 f6=[r26]", "r26=8010 psr+18"), new Wrong("mov r24=cr.tpr", "-"), new Wrong("ld8 r2=[r26]", "r26=8010"));
    private static final Seq<Wrong> INTEGER = Vector.of(new Wrong("break.i 0x5", "-"), new Wrong("adds r127=0x1,r18", "-"), new Wrong("chk.s.i r26,.+0x40", "r26.nat=1"), new Wrong("mov.i ar.lc=r26", "r26.nat=1"), new Wrong("add r18=r2,r4", "-"));

    private LeftDrafts() { }

    static Seq<Draft> all() {
        return faults().appendAll(interrupts()).appendAll(handled()).appendAll(devices()).appendAll(switches()).appendAll(ends());
    }

    private static Seq<Draft> faults() {
        return Needy.EACH.zipWithIndex().flatMap(needy -> (needy._1.slot() == 0 ? MEMORY : INTEGER).zipWithIndex().map(wrong -> faulting(needy._1, wrong._1.text, wrong._1.changes)
            .draft("left-fault", needy._1.bundle(wrong._1.text) + Changes.with(wrong._1.changes), Scene.FLAG, faulting(needy._1, wrong._1.changes.equals("-") ? "adds r24=0x1,r26" : wrong._1.text, wrong._1.changes.equals("-") ? "-" : "r26=8018 r27=5")).unlessFull(wrong._2 == needy._2 && needy._2 > 1)))
            .appendAll(Needy.EACH.flatMap(needy -> (needy.slot() == 0 ? MEMORY : INTEGER).map(wrong -> wrong.changes.equals("-") ? "adds r24=0x1,r26" : wrong.text).distinct().map(text -> faulting(needy, text, text.startsWith("adds r24") ? "-" : "r26=8018 r27=5")
                .draft("left-fault", needy.bundle(text), Scene.FLAG, faulting(needy, "adds r25=0x1,r27", "-")).in(Tier.FULL)).append(faulting(needy, "adds r25=0x1,r27", "-").draft("left-fault", needy.bundle("adds r25=0x1,r27"), Scene.FLAG, faulting(needy, "adds r24=0x1,r26", "-")).in(Tier.FULL))));
    }

    private static Plot faulting(Needy needy, String other, String changes) {
        return needy.plot("-", needy.bundle(other), "mov r22=pr").with("p6=1").with(changes).step(3).step(1);
    }

    /// An interrupt comes behind each instruction of the bundle.
    private static Seq<Draft> interrupts() {
        return Needy.EACH.zipWithIndex().flatMap(needy -> Vector.of("psr+14", "psr+14 psr~3").flatMap(way -> Vector.of(1, 2, 3).map(after -> interrupted(needy._1, way, after)
            .draft("left-interrupt", "an interrupt after %d of %s%s".formatted(after, needy._1.bundle(), Changes.with(way)), "Interrupt", interrupted(needy._1, way, after % 3 + 1)).in(way.length() > 6 || after != needy._1.slot() + 1 ? Tier.FULL : needy._2 == 0 ? Tier.SMOKE : Tier.CORE))));
    }

    private static Plot interrupted(Needy needy, String way, int after) {
        return needy.with("p7=1").plot(way).step(after).raise(33).step(1);
    }

    /// The interrupt is handled, and the guest goes on in the middle of the bundle.
    private static Seq<Draft> handled() {
        return Needy.EACH.drop(2).flatMap(needy -> Vector.of(1, 2, 3).flatMap(after -> Vector.of("adds r2=0x1,r2", "nop.m 0x0").map(more -> handled(needy, after, more)
            .draft("left-handled", "an interrupt after %d of %s, handled by %s".formatted(after, needy.bundle(), more), "Return", handled(needy, after, more.startsWith("nop") ? "adds r2=0x1,r2" : "nop.m 0x0")).unlessFull(after == needy.slot() + 1 && more.startsWith("adds") && needy.text().startsWith("mov")))));
    }

    private static Plot handled(Needy needy, int after, String more) {
        Plot plot = Scene.placed(needy.with("p7=1").plot("psr+14"), 0xb000, "mov r28=cr.ivr", "mov cr.eoi=r0", more, "rfi");
        return plot.step(after).raise(33).step(1).bundles(4).step(4 - after);
    }

    /// A device stores, or something else comes behind a page, behind each instruction of the bundle.
    private static Seq<Draft> devices() {
        return Needy.EACH.zipWithIndex().flatMap(needy -> Vector.of(1, 2, 3).flatMap(after -> Vector.of(true, false).map(stores -> device(needy._1, after, stores)
            .draft("left-device", "%s after %d of %s".formatted(stores ? "a device stores" : "another frame comes behind a page", after, needy._1.bundle()), "Ballooning", device(needy._1, after, !stores)).unlessFull(after == needy._1.slot() + 1 && (stores ? needy._2 == 0 : needy._2 == 3)))));
    }

    private static Plot device(Needy needy, int after, boolean stores) {
        Plot plot = needy.with("p6=1").plot("-").step(after);
        return (stores ? plot.transfer(0, 0x5000, 0x1234L) : plot.remap(0, 5, 6, 1)).step(4 - after);
    }

    /// Two guests go on in turns, each with other values in the registers that are parked.
    private static Seq<Draft> switches() {
        return Needy.EACH.zipWithIndex().flatMap(needy -> Vector.of(1, 2, 3).flatMap(turns -> Vector.of(true, false).map(shared -> switched(needy._1, turns, shared)
            .draft("left-switch", "%s of two guests, which take turns after %d instructions%s".formatted(needy._1.bundle(), turns, shared ? ", in one frame" : ""), "GuestSwitch", switched(needy._1, turns, !shared)).unlessFull(turns == needy._1.slot() + 1 && shared && needy._2 > 1))));
    }

    private static Plot switched(Needy needy, int turns, boolean shared) {
        Plot plot = Plot.of(GuestBase.TWO).with(0, needy.changes() + " p6=1").with(1, "r20=4 cr.pta=e00000002000013d r2=abc r3=def r4=123 p7=1 pmd4=77 f32=0:1003e:0000000000000777");
        Plot coded = Vector.of(0, 1).foldLeft(plot, (each, guest) -> Vector.of(0, 1, 2).foldLeft(each, (some, index) -> shared && guest == 1 ? some : some.bundle(guest, 0x4000L + 16 * index, "MMI;", Vector.of(needy.bundle().substring(6).split(" \\| ")))));
        Plot mapped = shared ? coded.mapping(1, map -> map.with(4, 4, 1)) : coded;
        return mapped.step(turns).switching(1).step(turns).switching(0).step(turns).switching(1).step(turns + 1).switching(0).step(turns);
    }

    /// Nothing more happens after some instructions of the bundle.
    private static Seq<Draft> ends() {
        return Needy.EACH.flatMap(needy -> Vector.of(1, 2, 3, 4).map(turns -> needy.with("p6=1").plot("-").step(turns).draft("left-end", "%d of %s".formatted(turns, needy.bundle()), Scene.FLAG, needy.with("p6=1").plot("-").step(turns % 4 + 1)).unlessFull(turns == 2 && needy.equals(Needy.HASH))));
    }
}
