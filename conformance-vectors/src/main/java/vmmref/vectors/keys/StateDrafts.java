/// Each state of a page, and each kind of access to it: of its own instructions and of others, and several accesses one after another.
package vmmref.vectors.keys;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.vectors.format.Draft;
import vmmref.vectors.vmm.Changes;
import vmmref.vectors.vmm.Plot;

final class StateDrafts {
    private static final Seq<String> TEXTS = Vector.of("ld1 r18=[r14]", "ld2 r18=[r14]", "ld4 r18=[r14]", "ld8 r18=[r14]", "ld8.s r18=[r14]", "ld8.a r18=[r14]", "ld8.acq r18=[r14]", "ldf8 f6=[r14]", "ldfs f6=[r14]", "st1 [r14]=r20", "st2 [r14]=r20", "st4 [r14]=r20",
        "st8 [r14]=r20", "st8.rel [r14]=r20", "stf8 [r14]=f7", "xchg8 r18=[r14],r20", "cmpxchg8.acq r18=[r14],r20,ar.ccv", "fetchadd8.acq r18=[r14],1", "lfetch.fault [r14]", "lfetch [r14]", "(p6) st8 [r14]=r20");
    /// An address in the page of the instructions.
    private static final String OWN = "r14=4800";

    private StateDrafts() { }

    static Seq<Draft> all() {
        return others().appendAll(own()).appendAll(sequences()).appendAll(longer()).appendAll(aliases()).appendAll(next()).appendAll(handlers());
    }

    /// Each state, each instruction that gets at memory, and the same again.
    private static Seq<Draft> others() {
        return Scene.WAYS.flatMap(way -> Scene.STATES.flatMap(state -> TEXTS.zipWithIndex().filter(text -> isAsked(way, text._2)).map(text -> {
            Plot plot = twice(state, way, text._1);
            return plot.draft("access", "%s of %s, twice%s".formatted(text._1, Scene.words(state), Changes.with(way)), Scene.FLAG, twice(state == Use.UNSEEN ? Use.DATA : Use.UNSEEN, way, text._1)).unlessFull(way.equals("-") && text._2 % 4 == 0);
        })));
    }

    /// {@return whether a case is made of an instruction: of other ways than the first of each third one}
    private static boolean isAsked(String way, int number) {
        return (number + way.length()) % 3 == 0 || way.equals(Scene.WAYS.head());
    }

    private static Plot twice(Use state, String way, String text) {
        return Scene.in(state, way, text, text).with("ar.ccv=0").bundles(1).bundles(1);
    }

    /// The instruction is in the page itself.
    private static Seq<Draft> own() {
        return Scene.WAYS.flatMap(way -> Vector.of(false, true).flatMap(sensitive -> TEXTS.zipWithIndex().filter(text -> isAsked(way, text._2)).map(text -> {
            Plot plot = own(sensitive, way, text._1);
            return plot.draft("own-page", "%s of its own page%s%s".formatted(text._1, sensitive ? ", in which something is patched" : "", Changes.with(way)), Scene.FLAG, own(!sensitive, way, text._1)).unlessFull(way.equals("-") && text._2 % 4 == 0);
        })));
    }

    private static Plot own(boolean sensitive, String way, String text) {
        Plot plot = Scene.plain(way).with(OWN).with("ar.ccv=0").code(text, "nop.m 0x0");
        return (sensitive ? plot.holding(0, 0x4040, "(p6) ttag r17=r20") : plot).bundles(1).bundles(1);
    }

    /// All sequences of three accesses.
    private static Seq<Draft> sequences() {
        return Vector.of("-", "psr~3").flatMap(way -> Vector.of(false, true).filter(sensitive -> sensitive || way.equals("-")).flatMap(sensitive -> Scene.ACCESSES.flatMap(one -> Scene.ACCESSES.flatMap(two -> Scene.ACCESSES.map(three -> sequence(sensitive, way, Vector.of(one, two, three)))))));
    }

    private static Draft sequence(boolean sensitive, String way, Seq<String> accesses) {
        String title = "%s a page%s%s".formatted(accesses.mkString(", "), sensitive ? " that holds a sensitive instruction" : "", Changes.with(way));
        return Scene.accessing(Scene.of(sensitive, way), accesses).draft("sequence", title, Scene.FLAG, Scene.accessing(Scene.of(!sensitive, way), accesses)).unlessFull(way.equals("-") && accesses.distinct().size() == 3 && accesses.last().equals("write"));
    }

    /// Data and code in turns.
    private static Seq<Draft> longer() {
        return Vector.of("write execute write execute write", "execute read write read execute", "execute write execute write execute", "read execute read execute read", "swap execute swap execute swap", "write read execute execute read write")
            .map(words -> Vector.of(words.split(" "))).flatMap(accesses -> Scene.WAYS.flatMap(way -> Vector.of(false, true).map(sensitive -> sequence(sensitive, way, accesses))));
    }

    /// Two addresses of one frame: what one is used as the other is.
    private static Seq<Draft> aliases() {
        return Vector.of(false, true).flatMap(sensitive -> Vector.of(false, true).flatMap(shared -> Scene.ACCESSES.flatMap(one -> Scene.ACCESSES.map(two -> {
            Plot plot = alias(sensitive, shared, one, two);
            return plot.draft("alias", "%s a page%s, and %s its frame by another %s".formatted(one, sensitive ? " that holds a sensitive instruction" : "", two, shared ? "page of the map" : "translation"), Scene.FLAG, alias(!sensitive, shared, one, two)).unlessFull(one.equals("execute") && !two.equals("read"));
        }))));
    }

    /// @param shared whether another page of the map leads to the frame, or else another translation to the page
    private static Plot alias(boolean sensitive, boolean shared, String one, String two) {
        Plot plot = Scene.of(sensitive, "-").with("r24=%s r25=%s b7=%s".formatted(shared ? "a100" : "2000000000100100", shared ? "a108" : "2000000000100108", shared ? "a000" : Scene.ALIAS));
        Plot both = shared ? plot.mapping(0, map -> map.with(10, 9, 1)) : Scene.held(plot, 0x97e1);
        Seq<String> texts = Vector.of(Scene.text(one), Scene.text(two).replace("r14", "r24").replace("r15", "r25").replace("b6", "b7"), Scene.text(one));
        return Vector.of(one, two, one).foldLeft(both.code(texts.toJavaArray(String[]::new)), (each, access) -> access.equals("execute") ? each.bundles(1).bundles(1) : each.bundles(1));
    }

    /// Execution runs from one page into the next one.
    private static Seq<Draft> next() {
        return Vector.of("-", "psr~3", "psr-17 psr-27 psr-36").flatMap(way -> Vector.of("nop.m 0x0", "cover", "(p6) fc r20", "(p6) mov r17=cpuid[r20]", "(p6) mov.m r17=ar.k3", "(p6) probe.r r17=r20,0x0", "rfi", "(p6) mov.m r17=ar.fpsr", "(p6) itc.d r20", "(p6) mov r17=pmd[r20]").zipWithIndex().map(text -> {
            Plot plot = running(way, text._1);
            return plot.draft("next-page", "execution runs into a page that holds %s%s".formatted(text._1, Changes.with(way)), Scene.FLAG, running(way, text._1.equals("nop.m 0x0") ? "cover" : "nop.m 0x0")).unlessFull(way.equals("-"));
        }));
    }

    private static Plot running(String way, String text) {
        return Scene.plain(way).with("ip=4ff0").holding(0, 0x4ff0, "nop.m 0x0").holding(0, 0x5000, "nop.m 0x0").holding(0, 0x5010, "ld8 r18=[r14]").holding(0, 0x5ff0, text).with("r14=5ff0").bundles(1).bundles(1).bundles(1);
    }

    /// The first instruction of a handler is executed.
    private static Seq<Draft> handlers() {
        return Scene.WAYS.flatMap(way -> Vector.of("break.m 0x0", "mov r17=cr.tpr", "ld8 r18=[r26]").map(text -> {
            Plot plot = Scene.plain(way).with("r26=39990").code(text);
            return plot.step(1).step(1).draft("handler", "%s, and an instruction of what handles it%s".formatted(text, Changes.with(way)), Scene.FLAG, plot.step(1)).unlessFull(way.equals("-"));
        }));
    }
}
