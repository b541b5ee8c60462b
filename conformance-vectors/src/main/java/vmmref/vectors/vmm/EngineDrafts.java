/// External interrupts, time, speculative loads and the register stack of a guest.
package vmmref.vectors.vmm;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.vectors.format.Draft;

final class EngineDrafts {
    private EngineDrafts() { }

    static Seq<Draft> all() {
        return interrupts().appendAll(speculation()).appendAll(stack()).appendAll(programs());
    }

    private static Seq<Draft> interrupts() {
        Seq<String> settings = Vector.of("-", "psr+14", "psr+14 cr.tpr=30", "psr+14 cr.tpr=10000", "psr+14 in-service=40", "psr+14 psr-13", "psr+14 psr~3");
        return settings.flatMap(setting -> Vector.of(0, 16, 33, 255).flatMap(vector -> Vector.of(
                interrupted(setting, "nop.m 0x0").raise(vector).step(1).draft("interrupt", "interrupt %d%s".formatted(vector, Changes.with(setting)), "Interrupt", interrupted(setting, "nop.m 0x0").step(1)).unlessFull(vector != 16),
                interrupted(setting, "mov r33=cr.ivr").raise(vector).step(2).draft("interrupt", "interrupt %d is acknowledged%s".formatted(vector, Changes.with(setting)), "Interrupt", interrupted(setting, "mov r33=cr.ivr").step(2)).unlessFull(vector == 33 || setting.equals("-")),
                interrupted(setting, "ssm 0x4000").raise(vector).step(2).draft("interrupt", "interrupt %d, and then ssm%s".formatted(vector, Changes.with(setting)), "Interrupt", interrupted(setting, "ssm 0x4000").step(2)).unlessFull(vector == 33))))
            .appendAll(settings.flatMap(setting -> Vector.of("nop.m 0x0", "mov r33=cr.ivr", "ssm 0x4000").map(text -> interrupted(setting, text).step(text.startsWith("nop") ? 1 : 2).draft("interrupt", "%s while no interrupt is pending%s".formatted(text, Changes.with(setting)), "Interrupt"))))
            .appendAll(Vector.of("psr+14 cr.itv=21 cr.itm=5", "psr+14 cr.itv=10021 cr.itm=5", "cr.itv=21 cr.itm=5", "psr+14 cr.itv=21 cr.itm=50").map(setting -> interrupted(setting, "nop.m 0x0").tick(16).step(1).draft("interrupt", "16 ticks pass" + Changes.with(setting), "Timer")))
            .appendAll(Vector.of("mov cr.eoi=r0", "mov cr.tpr=r39", "mov r33=cr.irr0", "mov r33=cr.tpr", "mov cr.itm=r39", "mov cr.itv=r39").map(text -> interrupted("cr.tpr=20 in-service=33 r39=10040", text).raise(40).step(1)
                .draft("interrupt", text + " with an interrupt in service and one pending", "Interrupt")));
    }

    private static Plot interrupted(String setting, String text) {
        return Plot.of(GuestBase.VIRTUAL).with(setting).code(text);
    }

    /// Deferral as the guest's DCR, PSR and the page of its code say.
    private static Seq<Draft> speculation() {
        Seq<String> states = Vector.of("r36=20010", "r36=8010 dtr0.pte=7e0", "r36=8010 dtr0.pte=7c1", "r36=8010 dtr0.pte=661 psr~3", "r36=8010 dtr0.pte=7fd", "r36=8010 dtr0.itir=5540 psr+15 pkr0=1",
            "r36=8010 dtr0.itir=5540 psr+15 pkr0=1 pkr1=5505", "r36=8011 psr+3", "r36=8010 psr+24 dbr0=8010 dbr1=8fffffffffffffff", "r36=8010");
        Seq<String> settings = Vector.of("-", "cr.dcr=7f00", "itr0.pte=00100000000007e1", "cr.dcr=7f00 itr0.pte=00100000000007e1", "cr.dcr=7e00 itr0.pte=00100000000007e1", "cr.dcr=100 itr0.pte=00100000000007e1", "psr+43", "psr-13", "cr.dcr=7f00 psr-36");
        return states.flatMap(state -> settings.zipWithIndex().flatMap(setting -> Vector.of("ld8.s r40=[r36]", "ld4.sa r40=[r36]", "ldf8.s f6=[r36]").map(text -> speculating(state, setting._1, text)
            .draft("speculation", text + Changes.with(state + " " + setting._1), "Speculation", speculating(state, settings.get((setting._2 + 1) % settings.size()), text))
            .unlessFull(text.startsWith("ld8") && (states.indexOf(state) + setting._2) % 2 == 0))));
    }

    private static Plot speculating(String state, String setting, String text) {
        return Plot.of(GuestBase.VIRTUAL).with(state).with(setting).code(text).step(1);
    }

    /// The register stack goes to memory and comes back, in each mode.
    private static Seq<Draft> stack() {
        Seq<String> texts = Vector.of("flushrs", "loadrs", "alloc r33=ar.pfs,0,90,0,0", "br.ret.sptk.few b6");
        return texts.flatMap(text -> Vector.range(0, 8).flatMap(mode -> Vector.of("4", "c", "14").map(rsc -> {
            Plot plot = stacked(text, mode, rsc);
            return plot.draft("stack", "%s with PSR.it %d, dt %d, rt %d, RSC %s".formatted(text, mode & 1, mode >> 1 & 1, mode >> 2, rsc), "RegisterStack", stacked(text, mode ^ 4, rsc)).unlessFull(rsc.equals("4") || mode == 7 || mode == 3);
        })));
    }

    private static Plot stacked(String text, int mode, String rsc) {
        String frame = switch (text.substring(0, 3)) {
            case "loa" -> "cfm=0000000000 ar.rsc=%x mem.c000=1100000000000000 mem.c008=2200000000000000 ar.bspstore=c010".formatted(0x100000L | Long.parseLong(rsc, 16));
            case "br." -> "ar.pfs=0000000000000105 b6=4100 ar.bspstore=c010 mem.c000=1100000000000000 mem.c008=2200000000000000 cfm=0000000002";
            default    -> "cfm=0000000010 ar.bspstore=c000 ar.bsp=c010 below.1=11 below.2=22";
        };
        return Plot.of(GuestBase.VIRTUAL).with("dtr0.pte=7e1 ar.rsc=" + rsc).with(frame).with(ContextDrafts.status(mode)).code(text).step(text.startsWith("br") ? 3 : 1);
    }

    /// Instructions that a monitor has nothing to do with.
    private static Seq<Draft> programs() {
        return Vector.of("add r33=r34,r35", "movl r33=0x123456789abcdef0", "ld8 r33=[r36]", "st8 [r36]=r34", "ldf8 f6=[r36]", "fmerge.s f6=f7,f8", "cmp.eq p6,p7=r34,r35", "br.cond.sptk.few .+0x40", "br.call.sptk.few b6=.+0x40",
            "alloc r33=ar.pfs,4,4,0,0", "clrrrb", "mov.i ar.lc=r34", "mov b6=r34", "mov pr=r34,-1", "mf", "srlz.d", "srlz.i", "sync.i", "rum 0x2", "sum 0x2", "mov psr.um=r34", "mov r33=psr.um", "break.m 0x5", "chk.s.m r34,.+0x40", "invala", "ld8.a r33=[r36]", "popcnt r33=r34", "xma.l f6=f7,f8,f9")
            .flatMap(text -> Vector.of(0, 3).map(level -> Plot.of(GuestBase.VIRTUAL).with("r36=8010" + (level == 3 ? " psr~3" : "")).code(text).bundles(1)
                .draft("plain", "%s at level %d".formatted(text, level), "Emulation", Plot.of(GuestBase.VIRTUAL).with("r36=8010" + (level == 0 ? " psr~3" : "")).code(text).bundles(1)).unlessFull(level == 0 || text.length() % 2 == 0)));
    }
}
