/// What is behind the addresses that a guest's references reach.
package vmmref.vectors.gpmap;

import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.interruption.Interruption;
import vmmref.model.memory.MemoryAttribute;
import vmmref.model.profile.Profile;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Base;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.FieldMistake;
import vmmref.vectors.format.Kind;
import vmmref.vectors.format.LastRead;
import vmmref.vectors.partition.PartitionKind;
import vmmref.vectors.xlate.Story;
import vmmref.vectors.xlate.State;
import vmmref.vectors.xlate.Told;
import vmmref.vmm.Vmm;

/// `pre` is what kind `xlate` has, as the guest believes it, and a [NamedMap]; `in` is `{"do":[…]}`, a list of [GuestOp]s that are made until one does not succeed. Places: `at`, such as `ram#3+0123`, and `ma`, where the last one
/// goes; `r1.nat`, 1 where a speculative load was deferred. A fault has a `kind`, and the
/// `address` where the guest collects one in IFA. `abort` says that the guest may go there and nothing is behind it.
public final class GpmapKind implements Kind {
    static final String NAME = "gpmap";

    private final LastRead<Referring> references = new LastRead<>(given -> Referring.read(given.start(), given.in()));

    @Override public String name() {
        return NAME;
    }

    @Override public Seq<String> parameters() {
        return Kind.super.parameters().removeAll(Vector.of(Profile.LONG_BRANCH, Profile.WIDE_ATOMICS, Profile.MODEL_SPECIFIC_REGISTERS, Profile.COUNT_LEADING_ZEROS)).removeAll(PartitionKind.PARAMETERS);
    }

    @Override public Option<FieldMistake> unreadable(Case given) {
        return references.mistake(given);
    }

    @Override public Expectation expectation(Vmm reference, Case given) {
        return referring(reference, given).expectation(Bare.on(reference.machine().profile()));
    }

    @Override public Answer answer(Vmm subject, Case given) {
        Told told = referring(subject, given).told(Hosted.by(subject));
        Expectation answer = told.expectation();
        return new Answer.Observed(answer.outcome(), answer.fault(), answer.post(), answer.choice(), answer.post().containsKey("at") && !answer.post().containsKey(Referring.MA) ? LinkedHashSet.of(Referring.MA) : LinkedHashSet.empty());
    }

    private Referring referring(Vmm vmm, Case given) {
        return references.of(given).with(vmm.machine().translator().dimensions().pkrs());
    }

    @Override public boolean same(Case given, String place, String expected, String got) {
        return expected.equals(got);
    }

    @Override public Seq<String> unlike(String place, String value) {
        return switch (place) {
            case "fault.kind" -> Vector.of(Interruption.values()).map(Interruption::text).remove(value);
            case "ma"         -> Vector.of(MemoryAttribute.values()).map(Story::text).remove(value);
            case "at"         -> Vector.of("elsewhere");
            case "r1.nat"     -> Vector.of("0");
            default           -> Vector.empty();
        };
    }

    @Override public boolean isDecidedTogether() {
        return true;
    }

    @Override public Seq<Base> bases() {
        return Vector.of(State.BASE);
    }

    @Override public Seq<Draft> drafts() {
        return Drafts.all();
    }
}
