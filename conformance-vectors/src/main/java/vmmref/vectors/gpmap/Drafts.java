/// Every case of the kind: those that were typed, and those that are generated.
package vmmref.vectors.gpmap;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.vectors.fill.Reference;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Needs;
import vmmref.vectors.format.Outcome;
import vmmref.vectors.format.Promoted;
import vmmref.vectors.format.Source;
import vmmref.vectors.format.Stimulus;
import vmmref.vectors.format.Tier;
import vmmref.vectors.xlate.ManualDrafts;
import vmmref.vectors.xlate.State;

public final class Drafts {
    private static final Reference REFERENCE = new Reference();
    private static final int SMOKE = 6;

    private Drafts() { }

    /// A case that was typed is not generated again, nor is one of which nothing is said; a case that is made twice is one vector.
    static Seq<Draft> all() {
        Seq<Draft> typed = typed().appendAll(Promoted.drafts(GpmapKind.NAME, Vector.of(State.BASE))).distinctBy(draft -> draft.given(GpmapKind.NAME));
        Set<Case> known = typed.map(draft -> draft.given(GpmapKind.NAME)).toSet();
        Seq<Draft> model = Vector.of(ConditionDrafts.all(), RightsDrafts.all(), PieceDrafts.all(), PhysicalDrafts.all(), RegionDrafts.all(), WalkDrafts.all()).flatMap(drafts -> drafts)
            .distinctBy(draft -> draft.given(GpmapKind.NAME)).reject(draft -> known.contains(draft.given(GpmapKind.NAME))).filter(Drafts::isSaid);
        return near(typed.appendAll(model));
    }

    /// The first ones are for smoke. A row is near to the one before it.
    private static Seq<Draft> typed() {
        Seq<Draft> drafts = ManualDrafts.of(Source.named(GpmapKind.class, "manual"));
        Seq<Draft> rows = Source.named(GpmapKind.class, "manual").rows().flatMap(row -> drafts.find(draft -> draft.title().equals(row.cell(1))));
        return rows.zipWithIndex((draft, index) -> (index == 0 ? draft : draft.nearTo(rows.get(index - 1).stimulus())).in(index < SMOKE ? Tier.SMOKE : Tier.CORE));
    }

    private static boolean isSaid(Draft draft) {
        return REFERENCE.meeting(draft.needs()).exists(vmm -> {
            Referring asked = Referring.read(draft.stimulus().start(), draft.stimulus().in()).with(vmm.machine().translator().dimensions().pkrs());
            return asked.expectation(Bare.on(vmm.machine().profile())).alternatives().map(Expectation::outcome).forAll(outcome -> outcome != Outcome.UNSPECIFIED);
        });
    }

    /// {@return the same, each near to one of them or to none}
    public static Seq<Draft> near(Seq<Draft> all) {
        Map<Stimulus, Seq<Needs>> made = all.groupBy(Draft::stimulus).mapValues(drafts -> drafts.map(Draft::needs));
        return all.map(draft -> draft.near().forAll(near -> !near.equals(draft.stimulus()) && made.get(near).exists(needs -> needs.size() == 1 || needs.contains(draft.needs()))) ? draft : alone(draft));
    }

    private static Draft alone(Draft draft) {
        return new Draft(draft.topic(), draft.tier(), draft.level(), draft.title(), draft.flags(), draft.needs(), draft.stimulus(), draft.typed(), draft.source(), Option.none());
    }
}
