/// A machine whose register stack engine stores and loads.
package vmmref.vectors.intr;

import io.vavr.collection.Seq;
import vmmref.vectors.format.Draft;

/// A turn is an instruction with all that the engine does for it and for the frame that it leads to, or up to the interruption that ends this; `ar.bsp` below `ar.bspstore` says that memory alone holds the first registers of the frame, and `loading` that they are loaded before the first instruction.
public final class RseKind extends TurnsKind {
    static final String NAME = "rse";

    @Override public String name() {
        return NAME;
    }

    @Override public Seq<Draft> drafts() {
        return StackDrafts.all();
    }
}
