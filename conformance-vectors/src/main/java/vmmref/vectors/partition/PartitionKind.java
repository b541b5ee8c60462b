package vmmref.vectors.partition;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.partition.Phase;
import vmmref.model.partition.Software;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Base;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.FieldMistake;
import vmmref.vectors.format.Kind;
import vmmref.vectors.format.LastRead;
import vmmref.vmm.Vmm;

/// Partition hardware as a trace: a complex, and what happens to it.
///
/// `pre` is the {@link State}, `in` is `{"do":[…]}`, a list of {@link Happenings}, each of which happens whatever came of those before it. Places: `eN`, the reply to event N, from 1: `done`, `refused`, `value`, `silent`,
/// `failed`, `interrupt`, and of packets the status that was appended; `eN.value`, the word or vector that it carries; and whatever the event changed, with its new value: `eN.phase.cC`, `eN.assigned.cC`, `eN.change.cC`,
/// `eN.software.cC.P`, `eN.status.cC.P` in the status register, `eN.seen.pQ.cC.P` as the controller of partition Q sees it, the registers `eN.route.pQ` and so on, `eN.configuration.pQ`. The outcome is always `done`.
public final class PartitionKind implements Kind {
    /// The parameters that describe the partition hardware.
    public static final Seq<String> PARAMETERS = Vector.of("cells", "processors", "partitions", "report-lines", "report-latency", "status-lines", "status-latency", "in-transfer", "gate", "open-secure",
        "open-unsecure", "refusal", "bad-interrupt");

    static final String NAME = "partition";

    private static final Seq<String> REPLIES = Vector.of("done", "refused", "silent", "failed", "secure", "unsecure");
    private static final Seq<String> STATUSES = Vector.of("secure", "unsecure");

    private final LastRead<Story> stories = new LastRead<>(given -> Story.read(given.start(), given.in()));

    @Override public String name() {
        return NAME;
    }

    @Override public Seq<String> parameters() {
        return PARAMETERS;
    }

    @Override public Option<FieldMistake> unreadable(Case given) {
        try {
            stories.of(given);
            return Requirements.unsaid(given.start(), given.in(), given.needs()).headOption().map(need ->
                new FieldMistake("$.needs", "does not say how many %s there must be, and the case names %d".formatted(need._1, need._2), "write \"%s\":\">=%d\"".formatted(need._1, need._2)));
        } catch (FieldMistake mistake) {
            return Option.some(mistake);
        }
    }

    @Override public Expectation expectation(Vmm reference, Case given) {
        return stories.of(given).expectation(reference.machine().partitioner());
    }

    @Override public Answer answer(Vmm subject, Case given) {
        Expectation answer = expectation(subject, given);
        return new Answer.Observed(answer.outcome(), answer.post());
    }

    @Override public boolean same(Case given, String place, String expected, String got) {
        return expected.equals(got);
    }

    @Override public Seq<String> unlike(String place, String value) {
        return others(place.replaceFirst("^e\\d+\\.?", "").replaceFirst("\\..*", "")).remove(value);
    }

    private static Seq<String> others(String sort) {
        return switch (sort) {
            case ""               -> REPLIES;
            case "phase"          -> Vector.of(Phase.values()).map(Phase::text);
            case "software"       -> Vector.of(Software.values()).map(Software::text);
            case "status", "seen" -> STATUSES;
            case "assigned"       -> Vector.of("none", "0", "1");
            case "change"         -> Vector.of("none", "join 0 close", "leave 1 determine");
            default               -> Vector.empty();
        };
    }

    @Override public Seq<Base> bases() {
        return Vector.of(State.BASE);
    }

    @Override public Seq<Draft> drafts() {
        return Drafts.all();
    }
}
