/// Faults of the guest's own translations come first, and move no page.
package vmmref.vectors.keys;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Tier;
import vmmref.vectors.vmm.Changes;
import vmmref.vectors.vmm.Plot;

final class FaultDrafts {
    private static final long SOUND = 0x97e1;
    /// What is wrong with another translation of the page.
    private static final Map<String, Long> WRONG = LinkedHashMap.<String, Long>empty().put("nothing", SOUND).put("not present", 0x97e0L).put("no accessed bit", 0x97c1L).put("no dirty bit", 0x97a1L).put("read only", 0x91e1L).put("reading and executing", 0x93e1L).put("reading and writing", 0x95e1L)
        .put("a NaT page", 0x97fdL).put("executing only", 0x9fe1L);
    private static final Seq<String> TEXTS = Vector.of("ld8 r18=[r24]", "ld8.s r18=[r24]", "st8 [r24]=r20", "xchg8 r19=[r24],r21", "lfetch.fault [r24]", "br.call.sptk.few b0=b7");

    private FaultDrafts() { }

    static Seq<Draft> all() {
        return WRONG.toVector().flatMap(wrong -> Scene.STATES.flatMap(state -> TEXTS.map(text -> {
            Plot plot = faulting(state, wrong._2, text);
            return plot.draft("fault", "%s of %s by a translation with %s wrong".formatted(text, Scene.words(state), wrong._1), "FirstAccess", faulting(state, wrong._2 == SOUND ? 0x97e0 : SOUND, text)).unlessFull(text.startsWith("st8") && state == Use.CODE || state == Use.UNSEEN && text.startsWith("br"));
        }))).appendAll(missing()).appendAll(misaligned());
    }

    /// The state of the page shows once more in an access by the address at which it is itself.
    private static Plot faulting(Use state, long entry, String text) {
        Plot plot = Scene.in(state, "-", text, "ld8 r23=[r14]").with("r24=2000000000100100 b7=" + Scene.ALIAS);
        return Scene.held(plot, entry).step(text.startsWith("br") ? 3 : 1).step(1);
    }

    /// There is no translation.
    private static Seq<Draft> missing() {
        return Scene.STATES.flatMap(state -> TEXTS.map(text -> {
            Plot plot = Scene.in(state, "-", text).with("r24=2000000000100100 b7=" + Scene.ALIAS);
            return plot.step(text.startsWith("br") ? 3 : 1).step(1).draft("fault", "%s of %s, which has no translation there".formatted(text, Scene.words(state)), "FirstAccess", faulting(state, SOUND, text));
        })).map(draft -> draft.in(Tier.FULL));
    }

    /// The address is not aligned: that the guest is told of, too, before anything becomes of the page.
    private static Seq<Draft> misaligned() {
        return Vector.of("-", "psr-17", "psr~3").flatMap(way -> Scene.STATES.flatMap(state -> Vector.of("ld8 r18=[r26]", "st8 [r26]=r20", "xchg8 r18=[r26],r20").map(text -> misaligned(state, way, text)
            .draft("fault", "%s of %s at 9101%s".formatted(text, Scene.words(state), Changes.with(way.equals("-") ? "psr+3" : way + " psr+3")), "Alignment", misaligned(state == Use.UNSEEN ? Use.DATA : Use.UNSEEN, way, text)).unlessFull(way.equals("-") && state == Use.UNSEEN))));
    }

    private static Plot misaligned(Use state, String way, String text) {
        return Scene.in(state, way, text).with("psr+3 r26=9101").step(1);
    }
}
