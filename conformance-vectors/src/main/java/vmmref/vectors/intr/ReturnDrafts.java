/// Returns from interruptions, and the entry of privileged code.
package vmmref.vectors.intr;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.vectors.format.Draft;
import vmmref.vectors.machine.MachineBase;

final class ReturnDrafts {
    private static final String PLAIN = "psr-13 cr.ipsr=2000 cr.iip=4100 cr.ifs=0";
    private static final Seq<String> STATUS = Vector.of(
        "0", "2000", "6000", "2010", "300002000", "0000100000002000", "0000020000002000", "0000040000002000",
        "0000120308026038", "0000001008022000", "0000001008022002", "0000010000002000", "0000010006002000", "200000002000", "0000080000002000", "e000002000",
        "000000000000203e", "0000000000082000", "0000000000042000", "0000000000a02000", "0000000802002000", "0000000301002000", "00000002000a6038", "0000100100002020");
    private static final Seq<String> TARGETS = Vector.of("4100", "410f", "4108", "0", "8000", "3ff0", "8000000000004100");
    private static final Seq<String> FRAMES = Vector.of(
        "0", "8000000000000000", "8000000000000810", "8000000000000c20", "8000000000000001", "8000000000000820",
        "8000000000008820", "800000000002a820", "0000000000000810", "7fffffffffffffff", "8000000000000060", "8000000000003060");
    private static final Seq<String> BEFORE = Vector.of("-", "ic.in-flight=1", "psr+44", "psr+40 psr+26 psr+25", "last=5550", "last=123456789abcdef7", "psr~3", "psr~1", "psr+46");
    private static final Seq<String> STACKS = Vector.of("", "ar.bsp=c080 ", "ar.bsp=c080 below.1=1001 below.1.nat=1 ", "ar.bsp=c100 ", "ar.bsp=c080 below.16=7777 ");
    private static final Seq<String> MARKERS = Vector.of("820", "0", "8820");
    private static final Seq<String> TEMPLATES = Vector.of("BBB", "BBB;", "MIB", "MIB;", "MFB", "MFB;", "MMB", "MMB;", "MBB", "MBB;");
    /// How starts differ at which a return that no stop follows is illegal all the same.
    private static final Seq<String> UNSTOPPED = Vector.of("-", "psr~3", "psr+46", "psr+13", "cr.ipsr=0000060000002000");
    private static final Seq<String> CAUSES = Vector.of("break.m 0x5", "add r0=r34,r35", "ld8 r33=[r35]", "st8 [r35]=r34", "nop.i 0x5", "br.cond.sptk.few .+0x40", "mov r33=cr.ivr");
    private static final Seq<String> CAUSING = Vector.of("-", "psr+40", "psr+26", "psr+26 psr+40", "psr+14 cr.irr1=2", "psr~3", "psr+24 ibr0=4000 ibr1=8fffffffffffffff",
        "dtr0.pte=7a1 r35=8010", "dtr0.pte=7c1 r35=8010", "dtr0.pte=7e0 r35=8010", "itr0.pte=7c1", "psr+44 r17=5", "cfm=0000008820");
    private static final long BREAKS = 0xac00;
    private static final Seq<Long> VECTORS = Vector.of(BREAKS, 0xd400L, 0xa000L, 0xa800L, 0xd000L, 0xdf00L, 0xe000L, 0xb000L, 0xd900L, 0xa400L, 0xde00L);
    private static final Seq<Integer> LEVELS = Vector.of(0, 1, 2, 3);
    private static final String GATE = "0000000000000e61";
    private static final String OTHER = "0000000000000661";
    private static final Seq<String> GATES = Vector.of("00000000000007e1", "0000000000000e61", "0000000000000ee1", "0000000000000f61", "0000000000000fe1", "0000000000000661", "00000000000004e1", "0000000000000ce1");

    private ReturnDrafts() { }

    static Seq<Draft> all() {
        return status().appendAll(targets()).appendAll(frames()).appendAll(before()).appendAll(unstopped()).appendAll(back()).appendAll(gates()).appendAll(untranslated());
    }

    private static Option<Scene> returning(String changes) {
        return Scene.of(MachineBase.VECTORED).with(PLAIN).with(changes).executing(2, "rfi");
    }

    private static Option<Draft> draft(String changes, String near) {
        return returning(changes).filter(Drafts::isSaid).map(scene -> scene.draft("return", "rfi after " + changes, List.of("Return"), near.equals(changes) ? Option.none() : returning(near)));
    }

    private static Seq<Draft> status() {
        return STATUS.flatMap(status -> Vector.of("", " cr.ifs=8000000000000810", " psr+44", " psr+40 psr+26 psr+25").flatMap(other -> draft("cr.ipsr=" + status + other, "cr.ipsr=2000")));
    }

    private static Seq<Draft> targets() {
        return TARGETS.flatMap(target -> Vector.of("2000", "0000020000002000", "0000040000002000").flatMap(status -> draft("cr.ipsr=%s cr.iip=%s".formatted(status, target), "cr.ipsr=2000")));
    }

    private static Seq<Draft> frames() {
        return FRAMES.flatMap(frame -> STACKS.flatMap(stack -> MARKERS.flatMap(marker -> draft("%scfm=%s cr.ifs=%s".formatted(stack, marker, frame), "cr.ipsr=2000"))));
    }

    private static Seq<Draft> before() {
        return BEFORE.flatMap(before -> Vector.of("cr.ipsr=2000", "cr.ipsr=0", "cr.ipsr=300006000", "cr.ipsr=0000120000002000").flatMap(status -> draft(before.equals("-") ? status : status + " " + before, "cr.ipsr=2000")));
    }

    /// Returns in every slot that a branch can have, of bundles that end with a stop and that do not; the one in the last slot before a stop is near.
    private static Seq<Draft> unstopped() {
        return UNSTOPPED.flatMap(changes -> TEMPLATES.flatMap(template -> Vector.of(0, 1, 2).flatMap(slot -> standing(template, slot, changes))
            .map(scene -> unstopped(scene, template, changes))));
    }

    private static Draft unstopped(Scene scene, String template, String changes) {
        Option<Scene> near = standing("MIB;", 2, changes).orElse(standing("MIB;", 2, "-"));
        return scene.draft("return", "rfi in slot %d of %s after %s".formatted(scene.machine().position().slot(), template, changes), List.of("Return"), near.filter(other -> !other.equals(scene)));
    }

    private static Option<Scene> standing(String template, int slot, String changes) {
        return Scene.of(MachineBase.VECTORED).with(PLAIN).with(changes).executing(template, slot, "rfi").filter(Drafts::isSaid);
    }

    /// An interruption, and the handler that returns at once, but of breaks.
    private static Seq<Draft> back() {
        return CAUSES.flatMap(cause -> CAUSING.flatMap(change -> Vector.of(0, 1, 2).flatMap(slot -> handled(slot, cause, change)).flatMap(scene -> turning(scene, cause, change))));
    }

    private static Option<Scene> handled(int slot, String cause, String change) {
        return Scene.of(MachineBase.VECTORED_VIRTUAL).with("r35=8010").with(change).executing(slot, cause)
            .map(scene -> VECTORS.foldLeft(scene, (each, at) -> each.holding(at, 2, "rfi")).holding(BREAKS, 1, "nop.i 0x0"));
    }

    private static Seq<Draft> turning(Scene handled, String cause, String change) {
        int slot = handled.machine().position().slot();
        return Vector.of(2, 3, 4).take(slot == 0 ? 3 : 1).map(handled::turning).filter(Drafts::isSaid)
            .map(scene -> scene.draft("back", "%s in slot %d after %s, and back: %d turns".formatted(cause, slot, change, scene.turns()), List.of("Return"),
                scene.turns() == 2 ? Option.none() : Option.some(scene.turning(2)).filter(Drafts::isSaid)));
    }

    private static Seq<Draft> gates() {
        return GATES.flatMap(gate -> LEVELS.flatMap(level -> LEVELS.flatMap(caller -> entering(gate, level, caller)
            .map(scene -> scene.draft("epc", "epc at level %d for a caller of level %d in a page %s".formatted(level, caller, gate.substring(13)), List.of("Privilege"), near(gate, level, caller))))));
    }

    private static Option<Scene> near(String gate, int level, int caller) {
        return caller < level ? entering(GATE, level, level) : entering(gate.equals(GATE) ? OTHER : GATE, level, caller);
    }

    private static Option<Scene> entering(String gate, int level, int caller) {
        return Scene.of(MachineBase.VECTORED_VIRTUAL).with("itr0.pte=%s psr~%d ar.pfs=%x000000000000000".formatted(gate, level, caller << 2)).executing(2, "epc").filter(Drafts::isSaid);
    }

    private static Seq<Draft> untranslated() {
        return LEVELS.flatMap(level -> LEVELS.flatMap(caller -> Scene.of(MachineBase.VECTORED).with("psr~%d ar.pfs=%x000000000000000".formatted(level, caller << 2)).executing(2, "epc")
            .map(scene -> scene.draft("epc", "epc at level %d for a caller of level %d, untranslated".formatted(level, caller), List.of("Privilege"), Option.none()))));
    }
}
