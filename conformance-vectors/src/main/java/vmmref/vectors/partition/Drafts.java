package vmmref.vectors.partition;

import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Promoted;

/// Every case of the kind: those that were typed, and those that are generated.
final class Drafts {
    private Drafts() { }

    /// A case that was typed is not generated again; a case that is made twice is one vector.
    static Seq<Draft> all() {
        Seq<Draft> typed = ManualDrafts.all().appendAll(Promoted.drafts(PartitionKind.NAME, Vector.of(State.BASE))).distinctBy(Drafts::given);
        Set<Case> known = typed.map(Drafts::given).toSet();
        Seq<Draft> model = Vector.of(PhaseDrafts.all(), AccessDrafts.all(), RoutingDrafts.all(), RaceDrafts.all(), PathDrafts.all(), PacketDrafts.all(), LinkDrafts.all(), CrossingDrafts.all(),
            ReconfigurationDrafts.all(), BootDrafts.all()).flatMap(drafts -> drafts);
        return Nearest.of(typed.appendAll(model.distinctBy(Drafts::given).reject(draft -> known.contains(draft.given(PartitionKind.NAME)))));
    }

    private static Case given(Draft draft) {
        return draft.given(PartitionKind.NAME);
    }
}
