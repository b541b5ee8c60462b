package vmmref.vectors.xlate;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Promoted;

/// Every case of the kind: those that were typed, and those that are generated.
final class Drafts {
    private Drafts() { }

    /// A case that was typed is not generated again, but learns from the generator what it is near to; a case that is made twice is one vector.
    static Seq<Draft> all() {
        Seq<Draft> typed = ManualDrafts.all().appendAll(Promoted.drafts(XlateKind.NAME, Vector.of(State.BASE))).distinctBy(draft -> draft.given(XlateKind.NAME));
        Seq<Draft> model = Vector.of(OrderDrafts.all(), RightsDrafts.all(), KeyDrafts.all(), PageDrafts.all(), OverlapDrafts.all(), FieldDrafts.all(), SwitchDrafts.all(),
            SpeculationDrafts.all(), ChangeDrafts.all(), EvictionDrafts.all(), WalkDrafts.all(), WalkEntryDrafts.all()).flatMap(drafts -> drafts).map(Cases::unlessNearItself);
        Map<Case, Draft> generated = model.reverse().toLinkedMap(draft -> draft.given(XlateKind.NAME), draft -> draft);
        Set<Case> known = typed.map(draft -> draft.given(XlateKind.NAME)).toSet();
        return typed.map(draft -> generated.get(draft.given(XlateKind.NAME)).flatMap(Draft::near).map(draft::nearTo).getOrElse(draft))
            .appendAll(model.distinctBy(draft -> draft.given(XlateKind.NAME)).reject(draft -> known.contains(draft.given(XlateKind.NAME))));
    }
}
