/// Every case of the kind that is generated.
package vmmref.vectors.vmm;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.vectors.format.Draft;

final class Drafts {
    private Drafts() { }

    static Seq<Draft> all() {
        return Vector.of(InstructionDrafts.all(), ReflectionDrafts.all(), PurgeDrafts.all(), ContextDrafts.all(), SwitchDrafts.all(), RemapDrafts.all(), EngineDrafts.all(), BreakpointDrafts.all()).flatMap(drafts -> drafts);
    }
}
