/// A guest whose code holds sensitive instructions, as cases are made of it.
package vmmref.vectors.patch;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.bundle.Templates;
import vmmref.model.bundle.Unit;
import vmmref.vectors.vmm.GuestBase;
import vmmref.vectors.vmm.Plot;

/// The page of the guest at 9000, frame 9, holds a routine; it is translated to itself, and by other entries at [#ALIASES].
final class Scene {
    static final String FLAG = "CodePatch";
    /// How the guest believes to be.
    static final Seq<String> WAYS = Vector.of("-", "psr-17", "psr-17 psr-27 psr-36", "psr~3");
    /// Other addresses of the page of the routine, each in another register.
    static final Seq<String> ALIASES = Vector.of("2000000000100000", "4000000000200000", "20000", "30000", "2000000000300000", "6000000000040000");
    static final long ROUTINE = 0x9000;

    private static final long CODE = 0x4000;
    /// Frame 9, present, write back, accessed, dirty, level 3, read, write and execute.
    private static final long SOUND = 0x97e1;
    /// What stands in the other slots of a bundle; its result goes to a register of the slot.
    private static final Map<Unit, Seq<String>> OTHERS = LinkedHashMap.of(Unit.M, plain(), Unit.I, plain(), Unit.F, Vector.fill(3, "fmerge.s f6=f7,f8"), Unit.B, Vector.fill(3, "nop.b 0x0"), Unit.X, Vector.fill(3, "movl r19=0x123456789abcdef0"));

    private Scene() { }

    private static Seq<String> plain() {
        return Vector.of("adds r18=0x1,r18", "adds r19=0x2,r19", "adds r22=0x3,r22");
    }

    static Plot of(String way) {
        return Plot.of(GuestBase.VIRTUAL).with(way);
    }

    /// {@return a guest that executes a bundle of a template next, with an instruction in a slot, and plain ones in the others}
    static Plot slotted(String way, String template, int slot, String text) {
        return of(way).bundle(0, CODE, template, slots(template, slot, text));
    }

    /// {@return the slots of a bundle with an instruction in one of them}
    static Seq<String> slots(String template, int slot, String text) {
        return units(template).zipWithIndex((unit, index) -> index == slot ? text : OTHERS.get(unit).get().get(index));
    }

    /// {@return how many instructions a bundle of a template has}
    static int turns(String template) {
        return units(template).size();
    }

    private static Seq<Unit> units(String template) {
        return Templates.architected().named(template).get().instructionUnits();
    }

    /// {@return a guest with bundles at 4000, slots with bars between them}
    static Plot code(Plot plot, String... bundles) {
        return placed(plot, CODE, bundles);
    }

    /// {@return a guest with bundles in its memory, each a template, a colon, and slots with bars between them; or one instruction}
    static Plot placed(Plot plot, long at, String... bundles) {
        return Vector.of(bundles).zipWithIndex().foldLeft(plot, (each, bundle) -> placed(each, at + 16L * bundle._2, bundle._1));
    }

    private static Plot placed(Plot plot, long at, String bundle) {
        int colon = bundle.indexOf(": ");
        return colon < 0 ? plot.holding(0, at, bundle) : plot.bundle(0, at, bundle.substring(0, colon), Vector.of(bundle.substring(colon + 2).split(" \\| ")));
    }

    /// {@return a guest with a routine in its page that has other addresses, too}
    static Plot routine(String way, String... bundles) {
        Plot plot = placed(of(way).with("b6=9000 r14=9000 r15=9008"), ROUTINE, bundles);
        return ALIASES.zipWithIndex().foldLeft(plot, (each, alias) -> each.pinned(0, alias._2 + 1, address(alias._1), SOUND));
    }

    static long address(String digits) {
        return Long.parseUnsignedLong(digits, 16);
    }
}
