/// Every case of the kind: those that were typed, and those that are generated.
package vmmref.vectors.vmm;

import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import vmmref.vectors.fill.Reference;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Promoted;

final class Drafts {
    private static final Reference REFERENCE = new Reference();
    private static final VmmKind KIND = new VmmKind();

    private Drafts() { }

    /// A case that was typed is not generated again, nor is one of which nothing is said or that lies where a guest has no memory; a case that is made twice is one vector.
    static Seq<Draft> all() {
        Seq<Draft> typed = ManualDrafts.all().appendAll(Promoted.drafts(VmmKind.NAME, GuestBase.all().map(GuestBase::base))).distinctBy(draft -> draft.given(VmmKind.NAME));
        Set<Case> known = typed.map(draft -> draft.given(VmmKind.NAME)).toSet();
        Seq<Draft> model = Vector.of(InstructionDrafts.all(), ReflectionDrafts.all(), PurgeDrafts.all(), ContextDrafts.all(), SwitchDrafts.all(), RemapDrafts.all(), EngineDrafts.all()).flatMap(drafts -> drafts)
            .distinctBy(draft -> draft.given(VmmKind.NAME)).reject(draft -> known.contains(draft.given(VmmKind.NAME))).filter(Drafts::isSaid);
        return vmmref.vectors.gpmap.Drafts.near(typed.appendAll(model));
    }

    private static boolean isSaid(Draft draft) {
        return KIND.unreadable(draft.given(VmmKind.NAME)).isEmpty() && REFERENCE.meeting(draft.needs()).exists(vmm -> KIND.isSaid(vmm, Life.read(draft.stimulus().start(), draft.stimulus().in())));
    }
}
