/// Every case of the kind: those that were typed, and those that are generated.
package vmmref.vectors.intr;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.step.Step;
import vmmref.model.translate.Choice;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Needs;
import vmmref.vectors.format.Outcome;
import vmmref.vectors.format.Promoted;
import vmmref.vectors.format.Stimulus;
import vmmref.vectors.machine.CourseKind;
import vmmref.vectors.machine.MachineBase;

final class Drafts {
    private Drafts() { }

    /// A near vector is one that there is. A case that was typed is not generated again; a case that is made twice is one vector.
    static Seq<Draft> all() {
        Seq<Draft> typed = ManualDrafts.all().appendAll(Promoted.drafts(IntrKind.NAME, Vector.of(MachineBase.VECTORED.base(), MachineBase.VECTORED_VIRTUAL.base()))).distinctBy(draft -> draft.given(IntrKind.NAME));
        Set<Case> known = typed.map(draft -> draft.given(IntrKind.NAME)).toSet();
        Seq<Draft> generated = CauseDrafts.all().appendAll(PairDrafts.all()).appendAll(TrapDrafts.all()).appendAll(ReturnDrafts.all()).appendAll(ExternalDrafts.all()).appendAll(BreakpointDrafts.all());
        Seq<Draft> all = typed.appendAll(generated.distinctBy(draft -> draft.given(IntrKind.NAME)).reject(draft -> known.contains(draft.given(IntrKind.NAME))).filter(Drafts::isSaid));
        return near(all);
    }

    /// {@return the same, each near to one of them or to none}
    static Seq<Draft> near(Seq<Draft> all) {
        Map<Stimulus, Seq<Needs>> made = all.groupBy(Draft::stimulus).mapValues(drafts -> drafts.map(Draft::needs));
        return all.map(draft -> draft.near().forAll(near -> !near.equals(draft.stimulus()) && made.get(near).exists(needs -> needs.size() == 1 || needs.contains(draft.needs()))) ? draft : alone(draft));
    }

    private static Draft alone(Draft draft) {
        return new Draft(draft.topic(), draft.tier(), draft.level(), draft.title(), draft.flags(), draft.needs(), draft.stimulus(), draft.typed(), draft.source(), Option.none());
    }

    /// {@return whether the reference says what comes of a scene if it takes no freedom}
    static boolean isSaid(Scene scene) {
        return step(scene).exists(step -> scene.asked().with(step.rules().profile().dimensions().pkrs()).told(step, Choice.USUAL).outcome() == Outcome.DONE);
    }

    /// Whatever freedoms it takes.
    static boolean isSaid(Draft draft) {
        return CourseKind.meeting(draft.needs()).exists(step -> TurnsKind.read(draft.given(IntrKind.NAME)).with(step.rules().profile().dimensions().pkrs()).expectation(step).alternatives().forAll(each -> each.outcome() == Outcome.DONE));
    }

    /// {@return the reference that meets the needs of a scene}
    static Option<Step> step(Scene scene) {
        return CourseKind.meeting(scene.required());
    }
}
