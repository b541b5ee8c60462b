/// Every case of the kind: those that were typed, and those that are generated.
package vmmref.vectors.step;

import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Promoted;
import vmmref.vectors.machine.MachineBase;

final class Drafts {
    private Drafts() { }

    /// A case that was typed is not generated again; a case that is made twice is one vector.
    static Seq<Draft> all() {
        Seq<Draft> typed = ManualDrafts.all().appendAll(Promoted.drafts(StepKind.NAME, Vector.of(MachineBase.FLAT.base(), MachineBase.VIRTUAL.base()))).distinctBy(draft -> draft.given(StepKind.NAME));
        Set<Case> known = typed.map(draft -> draft.given(StepKind.NAME)).toSet();
        Seq<Draft> generated = FormDrafts.all().appendAll(RealDrafts.all()).appendAll(EncodingDrafts.all()).appendAll(FetchDrafts.all());
        return typed.appendAll(generated.distinctBy(draft -> draft.given(StepKind.NAME)).reject(draft -> known.contains(draft.given(StepKind.NAME))));
    }
}
