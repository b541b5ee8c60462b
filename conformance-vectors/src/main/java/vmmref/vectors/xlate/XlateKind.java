package vmmref.vectors.xlate;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.interruption.Interruption;
import vmmref.model.memory.MemoryAttribute;
import vmmref.model.profile.Profile;
import vmmref.model.translate.Choice;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Base;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.FieldMistake;
import vmmref.vectors.format.Kind;
import vmmref.vectors.format.LastRead;
import vmmref.vectors.partition.PartitionKind;
import vmmref.vmm.Vmm;

/// Translation as a function: a machine, and instructions that refer to memory or change translations.
///
/// `pre` is the {@link State}, `in` is `{"do":[…]}`, a list of {@link Op}s that are executed until one does not succeed. Places: `pa` and `ma`, where a fetch, load, store or semaphore goes; `r1`, what a query answers;
/// `r1.nat`, 1 where a speculative load was deferred; `opN`, `done` for each insertion, purge or move that was; `rrN` and `pkrN`, registers that changed. A fault has a `kind`, and the `address` where the manual says that IFA
/// holds it. `abort` is a machine check.
public final class XlateKind implements Kind {
    static final String NAME = "xlate";

    private final LastRead<Story> stories = new LastRead<>(given -> Story.read(given.start(), given.in()));

    @Override public String name() {
        return NAME;
    }

    @Override public Seq<String> parameters() {
        return Kind.super.parameters().removeAll(Vector.of(Profile.LONG_BRANCH, Profile.WIDE_ATOMICS, Profile.MODEL_SPECIFIC_REGISTERS, Profile.COUNT_LEADING_ZEROS)).removeAll(PartitionKind.PARAMETERS);
    }

    @Override public Option<FieldMistake> unreadable(Case given) {
        return stories.mistake(given);
    }

    @Override public Expectation expectation(Vmm reference, Case given) {
        return story(reference, given).expectation(reference.machine());
    }

    @Override public Answer answer(Vmm subject, Case given) {
        return answer(subject, Choice.USUAL, given);
    }

    @Override public Answer answer(Vmm subject, Choice choice, Case given) {
        Expectation answer = story(subject, given).under(subject.machine(), choice);
        return new Answer.Observed(answer.outcome(), answer.fault(), answer.post(), answer.choice());
    }

    private Story story(Vmm vmm, Case given) {
        return stories.of(given).with(vmm.machine().translator().dimensions().pkrs());
    }

    @Override public boolean same(Case given, String place, String expected, String got) {
        return expected.equals(got);
    }

    @Override public Seq<String> unlike(String place, String value) {
        return switch (place) {
            case "fault.kind" -> Vector.of(Interruption.values()).map(Interruption::text).remove(value);
            case "ma"         -> Vector.of(MemoryAttribute.values()).map(Story::text).remove(value);
            default           -> value.equals("done") ? Vector.of("undone") : Vector.empty();
        };
    }

    @Override public Seq<Base> bases() {
        return Vector.of(State.BASE);
    }

    @Override public Seq<Draft> drafts() {
        return Drafts.all();
    }
}
