package vmmref.vectors.recognize;

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

    /// A case that was typed is not generated again, but learns what it is near to; a case that is made twice is one vector.
    static Seq<Draft> all() {
        Seq<Draft> typed = ManualDrafts.all().appendAll(Promoted.drafts(RecognizeKind.NAME, Vector.empty())).distinctBy(Drafts::given);
        Set<Case> known = typed.map(Drafts::given).toSet();
        Seq<Draft> model = Vector.of(CatalogueDrafts.all(), NearDrafts.all(), ChainDrafts.all(), BlockDrafts.all(), PageDrafts.all(), FormDrafts.all()).flatMap(drafts -> drafts);
        Map<Case, Draft> generated = model.toLinkedMap(Drafts::given, draft -> draft);
        return typed.map(draft -> generated.get(given(draft)).flatMap(Draft::near).map(draft::nearTo).getOrElse(draft))
            .appendAll(model.distinctBy(Drafts::given).reject(draft -> known.contains(given(draft))));
    }

    private static Case given(Draft draft) {
        return draft.given(RecognizeKind.NAME);
    }
}
