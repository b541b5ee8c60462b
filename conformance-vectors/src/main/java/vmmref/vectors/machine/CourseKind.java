/// What the kinds have in common in which a machine executes.
package vmmref.vectors.machine;

import io.vavr.Function1;
import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Function;
import vmmref.model.interruption.Interruption;
import vmmref.model.semantics.Semantics;
import vmmref.model.step.Step;
import vmmref.model.translate.Choice;
import vmmref.vectors.fill.Reference;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Base;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.FieldMistake;
import vmmref.vectors.format.Kind;
import vmmref.vectors.format.LastRead;
import vmmref.vectors.format.Needs;
import vmmref.vectors.partition.PartitionKind;
import vmmref.vmm.Vmm;

/// Places: whatever differs afterwards as software can see it, by the names that [MachineState] gives, and memory by aligned groups of eight bytes, such as `mem.0000000000008000`. A register that got another name is named by that; `r33` is no place while `r33.nat` is 1.
public abstract class CourseKind implements Kind {
    private static final Reference REFERENCE = new Reference();
    private static final Function1<Needs, Option<Step>> STEPS = Function1.<Needs, Option<Step>>of(needs -> REFERENCE.meeting(needs).map(vmm -> Step.of(vmm.machine()))).memoized();

    private final LastRead<Going> courses;
    /// What the manual leaves undefined in a case.
    private final LastRead<Set<String>> open = new LastRead<>(this::open);
    private volatile Option<Rules> last = Option.none();

    private record Rules(Semantics semantics, Step step) { }

    /// `reading` reads a case, and throws a [FieldMistake] if anything is malformed.
    protected CourseKind(Function<Case, Going> reading) {
        courses = new LastRead<>(reading);
    }

    @Override public Seq<String> parameters() {
        return Kind.super.parameters().removeAll(PartitionKind.PARAMETERS);
    }

    @Override public Option<FieldMistake> unreadable(Case given) {
        return courses.mistake(given);
    }

    @Override public Expectation expectation(Vmm reference, Case given) {
        return course(reference, given).expectation(step(reference.machine()));
    }

    @Override public Answer answer(Vmm subject, Case given) {
        return answer(subject, Choice.USUAL, given);
    }

    @Override public Answer answer(Vmm subject, Choice choice, Case given) {
        Expectation answer = course(subject, given).under(step(subject.machine()), choice);
        return new Answer.Observed(answer.outcome(), answer.fault(), answer.post(), answer.choice());
    }

    /// {@return the machine of a case, and how far it executes}
    public Going going(Case given) {
        return courses.of(given);
    }

    private Going course(Vmm vmm, Case given) {
        return courses.of(given).with(vmm.machine().translator().dimensions().pkrs());
    }

    /// Bundles that were made ready once are ready again for the same rules.
    private Step step(Semantics semantics) {
        Option<Rules> before = last;
        if (before.isDefined() && before.get().semantics == semantics) return before.get().step;
        Rules rules = new Rules(semantics, Step.of(semantics));
        last = Option.some(rules);
        return rules.step;
    }

    /// {@return the reference that meets needs}
    public static Option<Step> meeting(Needs needs) {
        return STEPS.apply(needs);
    }

    private Set<String> open(Case given) {
        return meeting(given.needs()).map(step -> courses.of(given).with(step.rules().profile().dimensions().pkrs()).open(step)).getOrElse(HashSet.empty());
    }

    /// {@return whether it may be that the manual leaves a place undefined}
    protected boolean mayBeOpen(String place) {
        return place.equals(DefinedCollection.PLACE);
    }

    /// What the manual leaves undefined may change, too.
    @Override public boolean free(Case given, String place) {
        return Kind.super.free(given, place) || mayBeOpen(place) && open.of(given).contains(place);
    }

    @Override public boolean same(Case given, String place, String expected, String got) {
        return expected.equals(got);
    }

    @Override public Seq<String> unlike(String place, String value) {
        if (place.equals("fault.kind")) return Vector.of(Interruption.values()).map(Interruption::text).remove(value);
        if (value.indexOf(':') >= 0) return Vector.of((value.charAt(0) == '0' ? "1" : "0") + value.substring(1), value.substring(0, value.length() - 1) + (value.endsWith("0") ? "1" : "0"));
        return value.equals("0") ? Vector.of("1") : value.equals("1") ? Vector.of("0") : Vector.empty();
    }

    @Override public Seq<Base> bases() {
        return Vector.of(MachineBase.FLAT.base(), MachineBase.VIRTUAL.base());
    }
}
