/// Code that changes: plain instructions become sensitive ones and back, by stores from elsewhere, from its own page and from its own bundle; and code that reads itself.
package vmmref.vectors.patch;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.bundle.Bundle;
import vmmref.model.word.Bits;
import vmmref.vectors.format.Draft;
import vmmref.vectors.machine.Single;
import vmmref.vectors.vmm.Changes;
import vmmref.vectors.vmm.Plot;

final class CodeDrafts {
    private static final Seq<String> WORDS = Vector.of("adds r17=0x1,r17", "mov.m r17=ar.k3", "thash r17=r20", "probe.w r17=r20,0", "mov r17=cpuid[r20]", "mov.m r17=ar.k5", "ttag r17=r20");
    private static final String VALUES = "r20=3 ar.k3=5a0 ar.k5=1234 cr.pta=e00000001000003d";

    private CodeDrafts() { }

    static Seq<Draft> all() {
        return stored().appendAll(inside()).appendAll(back()).appendAll(read()).appendAll(parts()).appendAll(next()).appendAll(transferred()).appendAll(shared());
    }

    private static Bundle bundle(String text) {
        return Single.of(Single.instruction(text), 0).get().bundle();
    }

    private static String registers(String text, String low, String high) {
        return "%s=%s %s=%s".formatted(low, Bits.hexadecimal(bundle(text).low()), high, Bits.hexadecimal(bundle(text).high()));
    }

    /// A routine is called, becomes another one, and is called again.
    private static Seq<Draft> stored() {
        return Scene.WAYS.flatMap(way -> WORDS.flatMap(one -> WORDS.reject(one::equals).filter(two -> isAsked(way, one, two)).map(two -> storing(way, one, two, "9000", "9000")
            .draft("rewritten", "%s in a routine becomes %s, between two calls%s".formatted(one, two, Changes.with(way)), Scene.FLAG, storing("-", one, way.equals("-") ? other(one, two) : two, "9000", "9000")).unlessFull(way.equals("-") && (WORDS.indexOf(one) + 1) % WORDS.size() == WORDS.indexOf(two) && WORDS.indexOf(one) < 4))))
            .appendAll(WORDS.flatMap(one -> WORDS.reject(one::equals).filter(two -> isAsked("psr~3", one, two)).flatMap(two -> Vector.of(0, 2).map(alias -> storing("-", one, two, Scene.ALIASES.get(alias), "9000")
                .draft("rewritten-alias", "%s in a routine called at %s becomes %s by a store to 9000".formatted(one, Scene.ALIASES.get(alias), two), Scene.FLAG, storing("-", one, two, "9000", Scene.ALIASES.get(alias))).unlessFull(alias == 0 && one.startsWith("mov.m"))))))
            .appendAll(WORDS.flatMap(one -> WORDS.reject(one::equals).filter(two -> isAsked("psr~3", one, two)).flatMap(two -> Vector.of(0, 2).map(alias -> storing("-", one, two, "9000", Scene.ALIASES.get(alias))
                .draft("rewritten-alias", "%s in a routine called at 9000 becomes %s by a store to %s".formatted(one, two, Scene.ALIASES.get(alias)), Scene.FLAG, storing("-", one, two, Scene.ALIASES.get(alias), "9000")).unlessFull(alias == 0 && one.startsWith("thash"))))));
    }

    private static boolean isAsked(String way, String one, String two) {
        return way.equals("-") || (WORDS.indexOf(one) + 2 * WORDS.indexOf(two) + way.length()) % 4 == 1;
    }

    private static String other(String one, String two) {
        Seq<String> others = WORDS.remove(one);
        return others.get((others.indexOf(two) + 1) % others.size());
    }

    private static Plot storing(String way, String one, String two, String called, String stored) {
        Plot plot = Scene.routine(way, one, "br.ret.sptk.few b0").with(VALUES).with(registers(two, "r28", "r29")).with("b6=%s r14=%s r15=%s".formatted(called, stored, Long.toHexString(Scene.address(stored) + 8)));
        return Scene.code(plot, "br.call.sptk.few b0=b6", "st8 [r14]=r28", "adds r18=0x0,r17", "st8 [r15]=r29", "br.call.sptk.few b0=b6", "ld8 r19=[r14]").bundles(3).bundles(3).bundles(4);
    }

    /// The instructions that store are in the page themselves.
    private static Seq<Draft> inside() {
        return Scene.WAYS.flatMap(way -> WORDS.flatMap(one -> WORDS.reject(one::equals).filter(two -> isAsked(way, one, two)).map(two -> storing(way, one, two)
            .draft("rewriting", "%s becomes %s by stores of its own page, and is executed before and afterwards%s".formatted(one, two, Changes.with(way)), Scene.FLAG, storing("-", one, way.equals("-") ? other(one, two) : two)).unlessFull(way.equals("-") && (WORDS.indexOf(one) + 2) % WORDS.size() == WORDS.indexOf(two) && WORDS.indexOf(one) < 4))));
    }

    private static Plot storing(String way, String one, String two) {
        Plot plot = Scene.of(way).with(VALUES).with(registers(two, "r28", "r29")).with("r14=4000 r15=4008 b7=4000 p6=1");
        return Scene.code(plot, one, "st8 [r14]=r28", "st8 [r15]=r29", "br.cond.sptk.few b7").bundles(4).bundles(1).step(1);
    }

    /// A routine becomes another one and then itself again.
    private static Seq<Draft> back() {
        return WORDS.flatMap(one -> WORDS.reject(one::equals).filter(two -> isAsked("psr-17", one, two)).flatMap(two -> Vector.of("-", "psr~3").map(way -> back(way, one, two)
            .draft("rewritten-back", "%s in a routine becomes %s, and %s again, and is called each time%s".formatted(one, two, one, Changes.with(way)), Scene.FLAG, back(way.equals("-") ? "psr~3" : "-", one, two)).unlessFull(way.equals("-") && one.startsWith("adds")))));
    }

    private static Plot back(String way, String one, String two) {
        Plot plot = Scene.routine(way, one, "br.ret.sptk.few b0").with(VALUES).with(registers(two, "r28", "r29")).with(registers(one, "r30", "r31"));
        return Scene.code(plot, "br.call.sptk.few b0=b6", "st8 [r14]=r28", "st8 [r15]=r29", "br.call.sptk.few b0=b6", "adds r18=0x0,r17", "st8 [r14]=r30", "st8 [r15]=r31", "br.call.sptk.few b0=b6").bundles(3).bundles(5).bundles(6);
    }

    /// Code reads the bundle in which it is, the one before it, and the one behind it.
    private static Seq<Draft> read() {
        return Scene.WAYS.flatMap(way -> WORDS.flatMap(text -> Vector.of("4000", "4008", "4010", "4020").zipWithIndex().filter(at -> (at._2 + WORDS.indexOf(text) + Scene.WAYS.indexOf(way)) % 2 == 0).map(at -> reading(way, text, at._1)
            .draft("reading", "%s, and a load of %s in its own page%s".formatted(text, at._1, Changes.with(way)), Scene.FLAG, reading(way, text, Vector.of("4010", "4020", "4000", "4008").get(at._2))).unlessFull(way.equals("-") && at._2 == WORDS.indexOf(text)))));
    }

    private static Plot reading(String way, String text, String at) {
        return Scene.code(Scene.of(way), "MMI;: %s | ld8 r18=[r14] | nop.i 0x0".formatted(text), "ld8 r19=[r14]", text).with(VALUES).with("r14=" + at).bundles(2).step(1);
    }

    /// Stores of each size change a part of a bundle that holds a sensitive instruction.
    private static Seq<Draft> parts() {
        return Vector.of("st1", "st2", "st4", "st8").flatMap(store -> Vector.of(0, 8).flatMap(at -> WORDS.take(4).map(one -> part(store, one, at)
            .draft("rewritten-part", "%s of what is there over byte %d of %s in a routine, between two calls".formatted(store, at, one), Scene.FLAG, part(store, one, 8 - at)).unlessFull(one.startsWith("mov.m") && at == 0))));
    }

    private static Plot part(String store, String one, int at) {
        Plot plot = Scene.routine("-", one, "br.ret.sptk.few b0").with(VALUES).with("r14=%x r28=%s".formatted(Scene.ROUTINE + at, Bits.hexadecimal(at == 0 ? bundle(one).low() : bundle(one).high())));
        return Scene.code(plot, "br.call.sptk.few b0=b6", store + " [r14]=r28", "br.call.sptk.few b0=b6").bundles(3).bundles(1).bundles(3);
    }

    /// A bundle stores to what it has done itself, or to the one behind the next, which comes soon. What a bundle changes of its own later slots may show in them or not.
    private static Seq<Draft> next() {
        return WORDS.flatMap(one -> WORDS.reject(one::equals).filter(two -> isAsked("psr-17", one, two)).flatMap(two -> Vector.of("first", "third").map(which -> next(which, one, two)
            .draft("rewriting-next", "stores of bundles that hold %s put %s into the %s one".formatted(one, two, which), Scene.FLAG, next(which.equals("first") ? "third" : "first", one, two)).unlessFull(one.startsWith("mov.m") && which.equals("first")))));
    }

    private static Plot next(String which, String one, String two) {
        Plot plot = Scene.of("-").with(VALUES).with(registers(two, "r28", "r29")).with(which.equals("first") ? "r14=4000 r15=4008 b7=4000" : "r14=4020 r15=4028 b7=4000");
        return Scene.code(plot, "MMI;: %s | st8 [r14]=r28 | adds r18=0x1,r18".formatted(one), "MMI;: %s | st8 [r15]=r29 | adds r19=0x1,r19".formatted(one), one, "br.cond.sptk.few b7").bundles(4).bundles(2);
    }

    /// A device stores other code between two executions, and in the middle of the bundle, at each address of the routine.
    private static Seq<Draft> transferred() {
        return WORDS.flatMap(one -> WORDS.reject(one::equals).filter(two -> isAsked("psr-17", one, two)).flatMap(two -> Scene.WAYS.flatMap(way -> Vector.of("9000", "20000").filter(at -> at.equals("9000") || !way.contains("36")).flatMap(at -> Vector.of(0, 1).map(turns -> transferring(way, one, two, at, turns)
            .draft("transfer", "%s in a routine at %s becomes %s by a device, %s%s".formatted(one, at, two, turns == 0 ? "between two calls" : "after one instruction of the second call", Changes.with(way)), Scene.FLAG, transferring(way, one, two, at, 1 - turns)).unlessFull(way.equals("-") && at.equals("20000") && turns == 0 && one.startsWith("mov")))))));
    }

    private static Plot transferring(String way, String one, String two, String at, int turns) {
        Plot plot = Scene.routine(way, one, "br.ret.sptk.few b0").with(VALUES).with("b6=" + at);
        Plot called = Scene.code(plot, "br.call.sptk.few b0=b6", "adds r18=0x0,r17", "br.call.sptk.few b0=b6");
        Plot before = turns == 0 ? called.bundles(3) : called.bundles(3).bundles(2).step(turns);
        return before.transfer(0, Scene.ROUTINE, bundle(two).low()).transfer(0, Scene.ROUTINE + 8, bundle(two).high()).bundles(2).step(4);
    }

    /// A device stores other code after the routine was executed at two of its addresses.
    private static Seq<Draft> shared() {
        return WORDS.flatMap(one -> WORDS.reject(one::equals).map(two -> shared(one, two)
            .draft("transfer-shared", "%s in a routine that was executed at two addresses becomes %s by a device".formatted(one, two), Scene.FLAG, shared(two, one)).unlessFull(one.startsWith("mov.m"))));
    }

    private static Plot shared(String one, String two) {
        Plot plot = Scene.routine("-", one, "br.ret.sptk.few b0").with(VALUES).with("b6=9000 b7=20000");
        Plot called = Scene.code(plot, "br.call.sptk.few b0=b6", "br.call.sptk.few b0=b7", "br.call.sptk.few b0=b6", "br.call.sptk.few b0=b7").bundles(3).bundles(3);
        return called.transfer(0, Scene.ROUTINE, bundle(two).low()).transfer(0, Scene.ROUTINE + 8, bundle(two).high()).bundles(3).bundles(3);
    }
}
