/// Guests that use floating-point registers and the user mask around code that parks general registers there.
package vmmref.vectors.patch;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Tier;
import vmmref.vectors.vmm.Changes;
import vmmref.vectors.vmm.GuestBase;
import vmmref.vectors.vmm.Plot;

final class UseDrafts {
    /// Of f32 to f34, where others are parked; r26 is the address of data.
    private static final Seq<String> TEXTS = Vector.of("setf.sig f33=r27", "setf.exp f32=r27", "setf.s f33=r27", "setf.d f34=r27", "getf.sig r24=f32", "getf.exp r24=f33", "getf.s r24=f34", "getf.d r24=f33", "fmerge.s f33=f34,f10", "fmerge.ns f10=f32,f34", "ldf8 f33=[r26]", "ldfs f32=[r26]", "ldfd f34=[r26]",
        "ldfe f33=[r26]", "ldf.fill f33=[r26]", "ldfp8 f32,f33=[r26]", "ldfps f33,f34=[r26]", "ldf8 f33=[r26],8", "stf8 [r26]=f33", "stfs [r26]=f32", "stfd [r26]=f34", "stf.spill [r26]=f33", "ldf8.s f33=[r26]", "ldf8.a f33=[r26]", "chk.s f33,.+0x40", "invala.e f33", "fmerge.se f32=f10,f34",
        "ldf8.sa f33=[r26]", "ldf8.c.clr f33=[r26]", "ldf8.c.nc f34=[r26],16", "ldfpd f32,f33=[r26]", "ldfp8 f34,f33=[r26],16", "ldf.fill f33=[r26],r27", "stfe [r26]=f33", "stf8 [r26]=f32,8", "chk.a.nc f33,.+0x40", "chk.a.clr f32,.+0x40", "(p6) setf.sig f33=r27", "getf.sig r24=f127", "setf.sig f127=r27");
    private static final Seq<String> USES = Vector.of("setf.sig f33=r27", "getf.sig r24=f32", "ldfp8 f32,f33=[r26]", "stf.spill [r26]=f34", "fmerge.s f33=f34,f10", "ldf.fill f33=[r26],16", "nop.m 0x0");
    private static final Seq<String> MASKS = Vector.of("sum 0x20", "rum 0x20", "sum 0x10", "rum 0x30", "sum 0x8", "sum 0x2", "rum 0x4", "mov psr.um=r27", "mov psr.um=r0", "nop.m 0x0");
    private static final String VALUES = "r26=8010 r27=12 f34=0:1003e:0000000000abcdef f127=1:1003e:0000000000000127";

    private UseDrafts() { }

    static Seq<Draft> all() {
        return around().appendAll(later()).appendAll(turning()).appendAll(disabled()).appendAll(masks()).appendAll(beside()).appendAll(switches());
    }

    /// Each instruction before and behind one that parks registers, at both levels.
    private static Seq<Draft> around() {
        return around("parked-use", "-", TEXTS.filter(text -> text.contains("["))).appendAll(around("parked-use-register", "-", TEXTS.reject(text -> text.contains("[")))).appendAll(around("parked-use-user", "psr~3", TEXTS.zipWithIndex().filter(text -> text._2 % 4 == 0).map(text -> text._1)));
    }

    private static Seq<Draft> around(String topic, String way, Seq<String> texts) {
        return texts.zipWithIndex().map(text -> around(Needy.EACH.get(text._2 % 4), way, text._1).draft(topic, "%s, %s and %s again%s".formatted(text._1, Needy.EACH.get(text._2 % 4).text(), text._1, Changes.with(way)), "ScratchRegisters",
            around(Needy.EACH.get((text._2 + 1) % texts.size() % 4), way, texts.get((text._2 + 1) % texts.size()))).in(way.equals("-") && text._2 % 6 == 4 ? Tier.CORE : way.equals("-") && text._1.equals("setf.sig f33=r27") ? Tier.SMOKE : Tier.FULL));
    }

    private static Plot around(Needy needy, String way, String text) {
        return needy.plot(way, needy.bundle(), text, "mov r25=psr.um", needy.bundle(), text, "getf.sig r23=f32").with(VALUES).bundles(3).bundles(2).step(1);
    }

    /// Behind code that parks registers the guest goes to level 3, and uses them there.
    private static Seq<Draft> later() {
        return Needy.EACH.flatMap(needy -> USES.append("mov r24=psr.um").flatMap(use -> (use.endsWith("um") ? Vector.of("rfi", "br.ret.sptk.few b7") : Vector.of(use.startsWith("ld") ? "br.ret.sptk.few b7" : "rfi")).map(leaving -> later(needy, use, leaving).draft("parked-use-later", "%s, %s and %s at level 3".formatted(needy.text(), leaving, use), "ScratchRegisters",
            later(needy, use.equals(USES.head()) ? USES.get(1) : USES.head(), "rfi")).unlessFull(leaving.startsWith("br.") && use.endsWith("um") && needy.text().contains("cpuid") || leaving.equals("rfi") && (use.startsWith("getf") && needy.slot() == 0 || use.endsWith("um") && needy.text().contains("pmd") || use.startsWith("setf") && needy.text().contains("cpuid") || use.startsWith("stf") && needy.text().startsWith("ttag"))))));
    }

    private static Plot later(Needy needy, String use, String leaving) {
        Plot plot = Scene.placed(needy.plot("-", needy.bundle(), "setf.sig f35=r27", "rsm 0x2000", leaving), 0x5000, use, "getf.sig r23=f33");
        return plot.with(VALUES).with("psr-5 cr.iip=5000 cr.ipsr=1308022000 cr.ifs=0 b7=5000 ar.pfs=c000000000000000").bundles(4).bundles(1).step(1);
    }

    /// Registers rotate between uses and code that parks others.
    private static Seq<Draft> turning() {
        return Vector.of("cfm=0000000810", "cfm=0006000810", "cfm=00be000810").flatMap(marker -> Vector.of("clrrrb", "br.ctop.sptk.few .+0x10", "br.wtop.sptk.few .+0x10", "nop.b 0x0").flatMap(turn -> Needy.EACH.take(2).zipWithIndex().map(needy -> turning(needy._1, marker, turn)
            .draft("parked-rotation", "%s between %s, with %s".formatted(turn, needy._1.text(), marker), "ScratchRegisters", turning(needy._1, marker, turn.startsWith("nop") ? "br.ctop.sptk.few .+0x10" : "nop.b 0x0")).unlessFull(turn.startsWith("br.ctop") && needy._2 == 0 && marker.startsWith("cfm=0006")))));
    }

    private static Plot turning(Needy needy, String marker, String turn) {
        return needy.plot(marker.endsWith("=0000000810") ? "-" : marker, needy.bundle(), turn, needy.bundle(), "getf.sig r24=f33", "setf.sig f32=r27", "getf.sig r23=f127").with(VALUES).with("ar.lc=5 p16=1").bundles(3).bundles(2).step(1);
    }

    /// The guest has disabled registers of its own.
    private static Seq<Draft> disabled() {
        return Vector.of("psr+19", "psr+18", "psr+19 psr~3", "-").flatMap(way -> USES.zipWithIndex().map(use -> disabled(Needy.EACH.get(use._2 % 4), way, use._1).draft("parked-disabled", "%s behind %s%s".formatted(use._1, Needy.EACH.get(use._2 % 4).text(), Changes.with(way)), "ScratchRegisters",
            disabled(Needy.EACH.get(use._2 % 4), way.equals("-") ? "psr+19" : "-", use._1)).unlessFull(way.equals("psr+19") && use._2 == 0)));
    }

    private static Plot disabled(Needy needy, String way, String use) {
        return needy.plot(way, needy.bundle(), use, "mov r25=psr.um").with(VALUES).bundles(1).step(1).step(3);
    }

    /// The user mask is written around code that parks registers, and read.
    private static Seq<Draft> masks() {
        return Vector.of("-", "psr+5", "psr~3").zipWithIndex().flatMap(way -> MASKS.zipWithIndex().map(mask -> masked(Needy.EACH.get(mask._2 % 4), way._1, mask._1).draft("parked-mask", "%s before and behind %s%s".formatted(mask._1, Needy.EACH.get(mask._2 % 4).text(), Changes.with(way._1)), "ScratchRegisters",
            masked(Needy.EACH.get(mask._2 % 4), way._1.equals("psr+5") ? "-" : "psr+5", mask._1)).unlessFull(way._2 == 0 && (mask._2 == 9 || mask._2 == 7) || way._2 == 1 && mask._2 == 1)));
    }

    private static Plot masked(Needy needy, String way, String mask) {
        return needy.plot(way, mask, needy.bundle(), "mov r24=psr.um", mask, "mov r25=psr.um", needy.bundle("adds r18=0x1,r3")).with("r27=38").bundles(2).step(3).bundles(2).step(3);
    }

    /// The use stands in the bundle itself.
    private static Seq<Draft> beside() {
        Seq<String> bundles = Vector.of("MMF;: nop.m 0x0 | T | fmerge.s f33=f34,f10", "MMF;: nop.m 0x0 | T | fmerge.s f12=f13,f10", "MMF;: nop.m 0x0 | T | fmerge.s f10=f32,f34", "MMI;: getf.sig r24=f32 | T | adds r19=0x2,r3", "MMI;: nop.m 0x0 | T | chk.s.i r26,.+0x40", "MMF;: nop.m 0x0 | T | fmerge.ns f31=f6,f31", "MMI;: mov r24=psr.um | T | adds r19=0x2,r3");
        return Needy.EACH.drop(1).zipWithIndex().flatMap(needy -> bundles.zipWithIndex().map(bundle -> beside(needy._1, bundle._1).draft("parked-beside", bundle._1.replace("T", needy._1.text()), "ScratchRegisters", beside(needy._1, bundles.get((bundle._2 + 1) % bundles.size()))).unlessFull(bundle._2 == needy._2)));
    }

    private static Plot beside(Needy needy, String bundle) {
        return needy.plot("-", bundle.replace("T", needy.text()), "getf.sig r23=f33", "mov r25=psr.um").with(VALUES).step(3).step(3).step(1);
    }

    /// Guests with other registers go on in turns.
    private static Seq<Draft> switches() {
        return Needy.EACH.take(2).flatMap(needy -> USES.init().map(use -> switched(needy, use).draft("parked-use-switch", "%s and %s of two guests in turns".formatted(needy.text(), use), "GuestSwitch", switched(needy, "nop.m 0x0")).unlessFull(use.startsWith("ldfp8") && needy.text().startsWith("ttag")))
            .append(switched(needy, "nop.m 0x0").draft("parked-use-switch", "%s of two guests in turns".formatted(needy.text()), "GuestSwitch", switched(needy, "setf.sig f33=r27")).unlessFull(false)));
    }

    private static Plot switched(Needy needy, String use) {
        String[] lines = {needy.bundle(), use, "getf.sig r23=f33", needy.bundle(), "getf.sig r24=f34"};
        Plot plot = Plot.of(GuestBase.TWO).with(0, needy.changes() + " " + VALUES).with(1, "r20=4 cr.pta=e00000002000013d r26=8018 r27=99 f32=0:1003e:0000000000000777 f33=0:1003e:0000000000000888 f34=1:1003e:0000000000000999");
        Plot coded = Vector.of(0, 1).foldLeft(plot, (each, guest) -> Vector.of(lines).zipWithIndex().foldLeft(each, (some, line) -> line._1.contains(": ") ? some.bundle(guest, 0x4000L + 16L * line._2, "MMI;", Vector.of(line._1.substring(6).split(" \\| "))) : some.holding(guest, 0x4000L + 16L * line._2, line._1)));
        return coded.bundles(1).switching(1).bundles(2).switching(0).bundles(2).switching(1).bundles(2).switching(0).bundles(1).step(1);
    }
}
