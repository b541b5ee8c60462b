/// Breakpoints of data and of instructions: addresses, masks, levels, what disables them.
package vmmref.vectors.intr;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.vectors.format.Draft;
import vmmref.vectors.machine.MachineBase;

final class BreakpointDrafts {
    private static final Seq<String> ADDRESSES = Vector.of("8010", "8018", "800f", "8000", "8017", "0100000000008010", "8008");
    private static final Seq<String> MASKS = Vector.of("ffffffffffffff", "fffffffffffff8", "fffffffffffff0", "ffffffffffff00", "00000000000000", "fffffffffff7ff");
    private static final Seq<String> WHO = Vector.of("cf", "8f", "4f", "0f", "c0", "c1", "c8", "c7");
    private static final Seq<String> CODE = Vector.of("8f", "0f", "81", "88", "87", "80");
    private static final Seq<String> STATUS = Vector.of("psr+24", "psr-24", "psr+24 psr+39", "psr+24 psr+37", "psr+24 psr~3", "psr+24 psr-13", "psr+24 psr+39 psr+37");

    private BreakpointDrafts() { }

    /// Of what watches one instruction half is for tier core, the other half for the next.
    static Seq<Draft> all() {
        return data().appendAll(code());
    }

    private static Seq<Draft> data() {
        Seq<String> texts = Vector.of("ld8 r33=[r35]", "st8 [r35]=r34", "xchg8 r33=[r35],r34", "ld1 r33=[r35]", "lfetch [r35]", "probe.rw.fault r35,0", "ld8.s r33=[r35]", "ld4 r33=[r35]");
        return texts.zipWithIndex().flatMap(text -> pairs("dbr", ADDRESSES, WHO, text._2).flatMap(pair -> draft("r35=8010 r34=0 " + pair, text._1)).zipWithIndex((draft, index) -> draft.unlessFull((text._2 + index) % 2 == 0)));
    }

    private static Seq<Draft> code() {
        Seq<String> texts = Vector.of("nop.i 0x5", "br.cond.sptk.few .+0x40", "ld8 r33=[r35]", "movl r33=0x123456789abcdef0");
        return texts.zipWithIndex().flatMap(text -> pairs("ibr", Vector.of("4000", "4010", "4008", "3ff0", "0100000000004000"), CODE, text._2).flatMap(pair -> draft("r35=8010 " + pair, text._1)).zipWithIndex((draft, index) -> draft.unlessFull((text._2 + index) % 2 == 0)));
    }

    /// One thing after another differs from a pair that watches.
    private static Seq<String> pairs(String file, Seq<String> addresses, Seq<String> who, int number) {
        int first = 2 * (number % 4);
        return addresses.map(address -> pair(file, first, address, who.head(), MASKS.head(), STATUS.head())).appendAll(MASKS.flatMap(mask -> addresses.drop(number % 3).take(3).map(address -> pair(file, first, address, who.head(), mask, STATUS.head()))))
            .appendAll(who.flatMap(whose -> Vector.of("psr+24", "psr+24 psr~3").map(status -> pair(file, first, addresses.head(), whose, MASKS.head(), status)))).appendAll(STATUS.map(status -> pair(file, first, addresses.head(), who.head(), MASKS.head(), status))).distinct();
    }

    private static String pair(String file, int number, String address, String who, String mask, String status) {
        return "%s%d=%s %s%d=%s%s %s".formatted(file, number, address, file, number + 1, who, mask, status);
    }

    private static Option<Draft> draft(String changes, String text) {
        return scene(changes, text).map(scene -> scene.draft("breakpoint", "%s after %s".formatted(text, changes), List.of("Breakpoint"), scene(changes.replaceAll("psr\\+24.*|psr-24", changes.contains("psr-24") ? "psr+24" : "psr-24"), text)
            .filter(near -> !near.stimulus().equals(scene.stimulus()))));
    }

    private static Option<Scene> scene(String changes, String text) {
        return Vector.of(0, 1, 2).flatMap(slot -> Scene.of(MachineBase.VECTORED_VIRTUAL).with(changes).executing(slot, text)).headOption().filter(Drafts::isSaid);
    }
}
