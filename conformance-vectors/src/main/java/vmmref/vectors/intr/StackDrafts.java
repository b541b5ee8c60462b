/// Every case of the kind rse: those that were typed, and those that are generated.
package vmmref.vectors.intr;

import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Promoted;
import vmmref.vectors.format.Stimulus;
import vmmref.vectors.machine.MachineBase;

final class StackDrafts {
    /// Of so many generated cases of a topic one is in tier core, and beside it the one that it is near to.
    private static final int FEW = 16;

    private StackDrafts() { }

    /// A case that was typed is not generated again; a case that is made twice is one vector.
    static Seq<Draft> all() {
        Seq<Draft> typed = ManualDrafts.of("rse-manual").appendAll(Promoted.drafts(RseKind.NAME, Vector.of(MachineBase.VECTORED.base(), MachineBase.VECTORED_VIRTUAL.base()))).distinctBy(draft -> draft.given(RseKind.NAME));
        Set<Case> known = typed.map(draft -> draft.given(RseKind.NAME)).toSet();
        Seq<Draft> generated = StackStoreDrafts.all().appendAll(StackLoadDrafts.all()).appendAll(StackFaultDrafts.all()).appendAll(StackMoveDrafts.all());
        Seq<Draft> said = generated.distinctBy(draft -> draft.given(RseKind.NAME)).reject(draft -> known.contains(draft.given(RseKind.NAME))).filter(Drafts::isSaid);
        Seq<Draft> few = said.groupBy(Draft::topic).values().toVector().flatMap(drafts -> drafts.zipWithIndex().filter(draft -> draft._2 % FEW == 0).map(draft -> draft._1));
        Set<Stimulus> core = few.map(Draft::stimulus).appendAll(few.flatMap(Draft::near)).toSet();
        return Drafts.near(typed.appendAll(said.map(draft -> draft.unlessFull(core.contains(draft.stimulus())))));
    }
}
