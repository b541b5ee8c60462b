/// The register stack engine gets at pages in each state.
package vmmref.vectors.keys;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.vectors.format.Draft;
import vmmref.vectors.vmm.Changes;
import vmmref.vectors.vmm.Plot;

final class StackDrafts {
    /// Two registers of earlier frames wait for their places, at 9200 of the page.
    private static final String DIRTY = "ar.bspstore=9200 ar.bsp=9210 below.1=11 below.2=22";
    /// Two registers of earlier frames are in memory alone.
    private static final String CLEAN = "ar.bspstore=9210 ar.bsp=9210";

    private StackDrafts() { }

    static Seq<Draft> all() {
        return Vector.of("-", "psr-17 psr-27 psr-36", "psr~3 ar.rsc=c").flatMap(way -> Scene.STATES.flatMap(state -> Vector.of(
            stored(state, way).draft("stack", "the register stack engine stores to %s%s".formatted(Scene.words(state), Changes.with(way)), "FirstAccess", stored(other(state), way)).unlessFull(way.equals("-")),
            loaded(state, way).draft("stack", "the register stack engine loads from %s%s".formatted(Scene.words(state), Changes.with(way)), "FirstAccess", loaded(other(state), way)).unlessFull(way.equals("-")))));
    }

    private static Use other(Use state) {
        return state == Use.UNSEEN ? Use.DATA : Use.UNSEEN;
    }

    private static Plot stored(Use state, String way) {
        return Scene.in(state, way, "flushrs", "ld8 r18=[r14]").with(DIRTY).bundles(1).bundles(1);
    }

    private static Plot loaded(Use state, String way) {
        return Scene.in(state, way, "loadrs", "ld8 r18=[r14]").with(CLEAN).with(way.contains("~3") ? "ar.rsc=10000c" : "ar.rsc=100004").bundles(1).bundles(1);
    }
}
