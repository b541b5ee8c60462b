/// Holds what an implementation answers against what a vector expects.
package vmmref.vectors.run;

import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import vmmref.model.profile.Profile;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Finding;
import vmmref.vectors.format.Hello;
import vmmref.vectors.format.Kind;
import vmmref.vectors.format.Kinds;
import vmmref.vectors.format.Level;
import vmmref.vectors.format.PackDamage;
import vmmref.vectors.format.Vector;
import vmmref.vmm.Vmm;

/// The committed expectations are those of one profile. Where an implementation announces other parameters, the reference with these
/// parameters says anew what a vector of source `model` expects; expectations from an independent source stand as they are.
public final class Judge {

    private static final String COMMITTED = "itanium2";
    private static final String MODEL     = "model";

    private final Hello hello;
    private final Map<String, Kind> kinds;
    private final Map<String, String> revoked;
    private final boolean frameRequired;
    private final Option<Vmm> reference;

    /// `revoked` maps ids to the reason of their withdrawal; with `frameRequired` a vector passes only if all of it was observed.
    /// @throws AdapterBreakdown if the hello announces parameters that no machine has
    public Judge(Hello hello, Map<String, String> revoked, boolean frameRequired) {
        this(hello, Kinds.all(), revoked, frameRequired);
    }

    Judge(Hello hello, Seq<Kind> kinds, Map<String, String> revoked, boolean frameRequired) {
        this.hello         = hello;
        this.kinds         = kinds.toMap(Kind::name, kind -> kind);
        this.revoked       = revoked;
        this.frameRequired = frameRequired;
        this.reference     = reference(hello);
    }

    private static Option<Vmm> reference(Hello hello) {
        Profile announced = Profile.announced(hello.impl().name(), hello.profile().values());
        Profile committed = Profile.named(COMMITTED).get();
        if (announced.parameters().equals(committed.parameters())) return Option.none();
        try {
            return Option.some(Vmm.reference(Feasibility.feasible(announced)));
        } catch (IllegalArgumentException impossible) {
            throw new AdapterBreakdown("the hello announces an impossible profile: " + impossible.getMessage());
        }
    }

    /// {@return the judgement of a vector that the implementation need not be asked about}
    /// @throws PackDamage if nobody could be asked about it
    public Option<Judgement> unasked(Vector vector) {
        Option<String> reason = revoked.get(vector.id());
        if (reason.isDefined())
            return Option.some(Judgement.skipped(vector, Verdict.REVOKED, reason.get()));
        if (!hello.kinds().contains(vector.kind()))
            return Option.some(Judgement.skipped(vector, Verdict.UNSUPPORTED, "the implementation does not announce the kind " + vector.kind()));
        if (!kinds.containsKey(vector.kind()))
            return Option.some(Judgement.skipped(vector, Verdict.UNSUPPORTED, "this vmmref does not know the kind " + vector.kind()));
        kind(vector).unreadable(vector.given()).forEach(mistake -> {
            throw new PackDamage(new Finding(vector.id(), Option.none(), Option.some(mistake.path()), mistake.problem(), mistake.remedy()));
        });
        Option<String> unmet = vector.needs().unmet(hello.profile());
        if (unmet.isDefined())
            return Option.some(Judgement.skipped(vector, Verdict.INEXPRESSIBLE, "the vector needs %s %s, and the implementation announces %s"
                .formatted(unmet.get(), vector.needs().conditions().get(unmet.get()).get(), hello.profile().values().get(unmet.get()).getOrElse("nothing of it"))));
        Seq<Expectation> alternatives = vector.expect().alternatives();
        return Option.when(alternatives.forAll(this::hidden), () -> Judgement.skipped(vector, Verdict.UNSUPPORTED,
            "the implementation observes none of " + alternatives.flatMap(each -> each.places().keySet()).distinct().mkString(", ")));
    }

    /// {@return the judgement of a vector that was asked}
    public Judgement judge(Vector vector, Reply reply) {
        return judge(vector, expectation(vector), reply);
    }

    /// {@return the judgement of a vector as if something else were expected}
    Judgement judge(Vector vector, Expectation expected, Reply reply) {
        boolean full = full(expected);
        return switch (reply) {
            case Reply.Crashed crashed  -> wrong(vector, expected, Verdict.CRASH, full, "the adapter " + crashed.trouble(), reply);
            case Reply.TimedOut late    -> wrong(vector, expected, Verdict.TIMEOUT, full, "the adapter " + late.trouble(), reply);
            case Reply.Garbled garbled  -> wrong(vector, expected, Verdict.ERROR, full, "the adapter " + garbled.trouble(), reply);
            case Reply.Lost lost        -> wrong(vector, expected, lost.verdict(), full, "the adapter " + lost.trouble(), reply);
            case Reply.Answered answered -> switch (answered.answer()) {
                case Answer.Unsupported(String why) -> wrong(vector, expected, Verdict.UNSUPPORTED, full, why, reply);
                case Answer.Failed(String detail)   -> wrong(vector, expected, Verdict.ERROR, full, "the implementation says: " + detail, reply);
                case Answer.Observed observed       -> compare(vector, expected, observed, reply);
            };
        };
    }

    private static Judgement wrong(Vector vector, Expectation expected, Verdict verdict, boolean full, String why, Reply reply) {
        return new Judgement(vector, expected, verdict, full, List.empty(), Option.some(why), Option.some(reply));
    }

    private Expectation expectation(Vector vector) {
        return reference.filter(vmm -> vector.source().equals(MODEL))
            .map(vmm -> kind(vector).expectation(vmm, vector.given()))
            .getOrElse(vector.expect());
    }

    Hello hello() {
        return hello;
    }

    Kind kind(Vector vector) {
        return kinds.get(vector.kind()).getOrElseThrow(() -> new IllegalStateException("a vector of the unknown kind " + vector.kind() + " was asked"));
    }

    /// How a case ends is always observed: a case that is about nothing else, a rejection or a fault, is asked of everybody.
    private boolean hidden(Expectation alone) {
        return !alone.post().isEmpty() && !alone.places().keySet().exists(this::announced);
    }

    private boolean full(Expectation expected) {
        return expected.alternatives().forAll(each -> each.places().keySet().forAll(this::announced));
    }

    private boolean announced(String place) {
        return hello.observes().forAll(places -> places.contains(place));
    }

    private Judgement compare(Vector vector, Expectation expected, Answer.Observed got, Reply reply) {
        if (vector.level() == Level.UNSPECIFIED)
            return new Judgement(vector, expected, Verdict.PASS, full(expected), List.empty(), Option.none(), Option.some(reply));
        Seq<Expectation> agreeing = Choices.agreeing(expected.alternatives(), got.choice());
        if (agreeing.isEmpty())
            return failed(vector, expected, full(expected), Choices.differences(expected, got.choice()), among(expected, agreeing), reply);
        Seq<Comparison> comparisons = agreeing.map(each -> Comparison.of(vector.given(), kind(vector), each, got, this::announced));
        return comparisons.find(this::met)
            .map(met -> met.blind() ? wrong(vector, met.expected(), Verdict.UNSUPPORTED, false, "the answer says that nothing was seen of " + met.expected().places().keySet().mkString(", "), reply)
                : new Judgement(vector, met.expected(), Verdict.PASS, met.full(), List.empty(), Option.none(), Option.some(reply)))
            .getOrElse(() -> missed(vector, comparisons.minBy(Comparison.NEAREST).get(), among(expected, agreeing), reply));
    }

    private boolean met(Comparison comparison) {
        return comparison.matches() && (comparison.full() || !frameRequired);
    }

    private static Judgement missed(Vector vector, Comparison nearest, Option<String> among, Reply reply) {
        Expectation expected = nearest.expected();
        if (!nearest.differences().isEmpty())
            return failed(vector, expected, nearest.full(), nearest.differences().appendAll(nearest.silences()), among, reply);
        if (nearest.silences().isEmpty())
            return failed(vector, expected, false, nearest.unobserved(), among, reply);
        return wrong(vector, expected, Verdict.ERROR, nearest.full(), "the answer says nothing of %s, which the hello announces%s"
            .formatted(nearest.silences().map(Difference::place).mkString(", "), among.map("; "::concat).getOrElse("")), reply);
    }

    private static Option<String> among(Expectation expected, Seq<Expectation> agreeing) {
        int all = expected.alternatives().size();
        return Option.when(all > 1, () -> agreeing.isEmpty()
            ? "none of the %d alternatives agrees with the choice in the answer".formatted(all)
            : "none of the %d alternatives matches wholly; this is the nearest one%s".formatted(all,
                agreeing.size() == all ? "" : " of the %d that agree with the choice in the answer".formatted(agreeing.size())));
    }

    private static Judgement failed(Vector vector, Expectation expected, boolean full, Seq<Difference> differences, Option<String> reason, Reply reply) {
        return new Judgement(vector, expected, Verdict.FAIL, full, differences, reason, Option.some(reply));
    }
}
