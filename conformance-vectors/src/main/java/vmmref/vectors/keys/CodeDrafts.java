/// Code that is stored to, by others and by itself, and executed again.
package vmmref.vectors.keys;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.bundle.Bundle;
import vmmref.model.word.Bits;
import vmmref.vectors.format.Draft;
import vmmref.vectors.machine.Single;
import vmmref.vectors.vmm.Changes;
import vmmref.vectors.vmm.Plot;

final class CodeDrafts {
    /// What stands where nothing executes it: the first ones are plain, the others sensitive.
    private static final Seq<String> WORDS = Vector.of("nop.m 0x0", "(p6) mov.m r17=ar.k3", "(p6) thash r17=r20", "(p6) fc r20", "(p6) mov r17=cpuid[r20]", "(p6) mov.m r17=ar.ccv", "(p6) mov r17=psr");

    private CodeDrafts() { }

    static Seq<Draft> all() {
        return stored().appendAll(own()).appendAll(parts()).appendAll(executed());
    }

    private static Bundle bundle(String text) {
        return Single.of(Single.instruction(text), 0).get().bundle();
    }

    private static String registers(String text, String low, String high) {
        return "%s=%s %s=%s".formatted(low, Bits.hexadecimal(bundle(text).low()), high, Bits.hexadecimal(bundle(text).high()));
    }

    /// A bundle of the routine becomes another one, and another one again, and is executed before, between and afterwards.
    private static Seq<Draft> stored() {
        return Scene.WAYS.flatMap(way -> WORDS.flatMap(one -> WORDS.reject(one::equals).filter(two -> way.equals("-") || isAsked(one, two)).map(two -> routine(way, one, two)
            .draft("rewritten", "%s in a routine becomes %s%s".formatted(one, two, Changes.with(way)), "FirstAccess", way.equals("-") ? routine(way, one, other(one, two)) : routine("-", one, two)).unlessFull(way.equals("-") && (one.startsWith("nop") || two.startsWith("nop"))))));
    }

    /// {@return what stands behind the second instruction in the list, but for the first one}
    private static String other(String one, String two) {
        Seq<String> others = WORDS.remove(one);
        return others.get((others.indexOf(two) + 1) % others.size());
    }

    /// {@return whether a case is made of two instructions whatever the guest believes}
    private static boolean isAsked(String one, String two) {
        return (WORDS.indexOf(one) + WORDS.indexOf(two)) % 4 == 1;
    }

    private static Plot routine(String way, String one, String two) {
        return Scene.plain(way).holding(0, 0x9040, one).with("r14=9040 r15=9048").with(registers(two, "r20", "r21"))
            .code("br.call.sptk.few b0=b6", "st8 [r14]=r20", "st8 [r15]=r21", "br.call.sptk.few b0=b6", "ld8 r18=[r14]").bundles(1).bundles(1).bundles(1).bundles(1).bundles(1).bundles(1).bundles(1);
    }

    /// A bundle in the page of the instructions that store becomes another one.
    private static Seq<Draft> own() {
        return Scene.WAYS.flatMap(way -> WORDS.flatMap(one -> WORDS.reject(one::equals).filter(two -> way.equals("-") || isAsked(one, two)).map(two -> inside(way, one, two)
            .draft("rewriting", "%s in the page of the store becomes %s, and is read%s".formatted(one, two, Changes.with(way)), "FirstAccess", way.equals("-") ? inside(way, one, other(one, two)) : inside("-", one, two)).unlessFull(way.equals("-") && (one.startsWith("nop") || two.startsWith("nop"))))));
    }

    private static Plot inside(String way, String one, String two) {
        return Scene.plain(way).holding(0, 0x4840, one).with("r14=4840 r15=4848").with(registers(two, "r20", "r21")).code("st8 [r14]=r20", "st8 [r15]=r21", "ld8 r18=[r14]", "ld8 r19=[r15]").bundles(1).bundles(1).bundles(1).bundles(1);
    }

    /// Stores of each size that change one bit or none of an instruction.
    private static Seq<Draft> parts() {
        return Vector.of("st1", "st2", "st4", "st8").flatMap(store -> Vector.of("nop.m 0x0", "(p6) thash r17=r20").flatMap(one -> Vector.of("4840", "9040").map(at -> part(store, one, at)
            .draft("rewritten-part", "%s over %s at %s, which is executed before and afterwards".formatted(store, one, at), "FirstAccess", part(store, one.startsWith("nop") ? "(p6) thash r17=r20" : "nop.m 0x0", at)).unlessFull(store.equals("st1") || store.equals("st4")))));
    }

    private static Plot part(String store, String one, String at) {
        return Scene.plain("-").holding(0, Long.parseLong(at, 16), one).with("r14=%s r20=0".formatted(at)).code("br.call.sptk.few b0=b6", store + " [r14]=r20", "br.call.sptk.few b0=b6", "ld1 r18=[r14]").bundles(2).bundles(1).bundles(2).bundles(1);
    }

    /// What was stored is executed itself.
    private static Seq<Draft> executed() {
        return Scene.WAYS.flatMap(way -> Vector.of("nop.m 0x0", "adds r17=0x1,r17", "add r17=r20,r21", "ld8 r18=[r26]", "st8 [r26]=r20", "break.m 0x5").flatMap(two -> Vector.of("5", "9").map(page -> {
            Plot plot = stored(way, page, two);
            return plot.draft("stored-code", "%s is stored to page %s and executed, twice%s".formatted(two, page, Changes.with(way)), "FirstAccess", stored(way, page, two.startsWith("nop") ? "adds r17=0x1,r17" : "nop.m 0x0")).unlessFull(way.equals("-"));
        })));
    }

    private static Plot stored(String way, String page, String two) {
        return Scene.plain(way).holding(0, Long.parseLong(page, 16) << 12 | 0x10, "br.ret.sptk.few b0").with("r14=%s000 r15=%s008 r26=b000 b6=%s000".formatted(page, page, page)).with(registers(two, "r20", "r21"))
            .code("st8 [r14]=r20", "st8 [r15]=r21", "br.call.sptk.few b0=b6", "br.call.sptk.few b0=b6").bundles(1).bundles(1).bundles(1).step(1).step(2).step(3).bundles(1).step(1);
    }
}
