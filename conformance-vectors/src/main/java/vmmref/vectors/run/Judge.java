/// Holds what an implementation answers against what a vector expects.
package vmmref.vectors.run;

import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.function.Predicate;
import vmmref.model.machine.Semantics;
import vmmref.model.profile.Profile;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Hello;
import vmmref.vectors.format.Kind;
import vmmref.vectors.format.Kinds;
import vmmref.vectors.format.Level;
import vmmref.vectors.format.Outcome;
import vmmref.vectors.format.Vector;

/// The committed expectations are those of one profile. Where an implementation announces other parameters, the reference with these
/// parameters says anew what a vector of source `model` expects; expectations from an independent source stand as they are.
public final class Judge {

    private static final String COMMITTED = "itanium2";
    private static final String MODEL     = "model";

    private final Hello hello;
    private final Map<String, Kind> kinds;
    private final Map<String, String> revoked;
    private final boolean frameRequired;
    private final Option<Semantics> reference;

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

    private static Option<Semantics> reference(Hello hello) {
        Profile announced = Profile.announced(hello.impl().name(), hello.profile().values());
        Profile committed = Profile.named(COMMITTED).get();
        if (announced.parameters().equals(committed.parameters())) return Option.none();
        try {
            return Option.some(Semantics.architected(announced));
        } catch (IllegalArgumentException impossible) {
            throw new AdapterBreakdown("the hello announces an impossible profile: " + impossible.getMessage());
        }
    }

    /// {@return the judgement of a vector that the implementation need not be asked about}
    public Option<Judgement> unasked(Vector vector) {
        Option<String> reason = revoked.get(vector.id());
        if (reason.isDefined())
            return Option.some(Judgement.skipped(vector, Verdict.REVOKED, reason.get()));
        if (!hello.kinds().contains(vector.kind()))
            return Option.some(Judgement.skipped(vector, Verdict.UNSUPPORTED, "the implementation does not announce the kind " + vector.kind()));
        if (!kinds.containsKey(vector.kind()))
            return Option.some(Judgement.skipped(vector, Verdict.UNSUPPORTED, "this vmmref does not know the kind " + vector.kind()));
        Option<String> unmet = vector.needs().unmet(hello.profile());
        if (unmet.isDefined())
            return Option.some(Judgement.skipped(vector, Verdict.INEXPRESSIBLE, "the vector needs %s %s, and the implementation announces %s"
                .formatted(unmet.get(), vector.needs().conditions().get(unmet.get()).get(), hello.profile().values().get(unmet.get()).getOrElse("nothing of it"))));
        Seq<String> places = vector.expect().post().keySet().toList();
        return Option.when(!places.isEmpty() && !places.exists(this::announced), () -> Judgement.skipped(vector, Verdict.UNSUPPORTED,
            "the implementation observes none of " + places.mkString(", ")));
    }

    /// {@return the judgement of a vector that was asked}
    public Judgement judge(Vector vector, Reply reply) {
        return judge(vector, expectation(vector), reply);
    }

    /// {@return the judgement of a vector as if something else were expected}
    Judgement judge(Vector vector, Expectation expected, Reply reply) {
        boolean full = expected.post().keySet().forAll(this::announced);
        return switch (reply) {
            case Reply.Crashed crashed  -> wrong(vector, expected, Verdict.CRASH, full, "the adapter " + crashed.trouble(), reply);
            case Reply.TimedOut late    -> wrong(vector, expected, Verdict.TIMEOUT, full, "the adapter " + late.trouble(), reply);
            case Reply.Garbled garbled  -> wrong(vector, expected, Verdict.ERROR, full, "the adapter " + garbled.trouble(), reply);
            case Reply.Lost lost        -> wrong(vector, expected, lost.verdict(), full, "the adapter " + lost.trouble(), reply);
            case Reply.Answered answered -> switch (answered.answer()) {
                case Answer.Unsupported(String why) -> wrong(vector, expected, Verdict.UNSUPPORTED, full, why, reply);
                case Answer.Failed(String detail)   -> wrong(vector, expected, Verdict.ERROR, full, "the implementation says: " + detail, reply);
                case Answer.Observed observed       -> compare(vector, expected, full, observed, reply);
            };
        };
    }

    private static Judgement wrong(Vector vector, Expectation expected, Verdict verdict, boolean full, String why, Reply reply) {
        return new Judgement(vector, expected, verdict, full, List.empty(), Option.some(why), Option.some(reply));
    }

    private Expectation expectation(Vector vector) {
        return reference.filter(semantics -> vector.source().equals(MODEL))
            .map(semantics -> kind(vector).expectation(semantics, vector.given()))
            .getOrElse(vector.expect());
    }

    Hello hello() {
        return hello;
    }

    Kind kind(Vector vector) {
        return kinds.get(vector.kind()).getOrElseThrow(() -> new IllegalStateException("a vector of the unknown kind " + vector.kind() + " was asked"));
    }

    private boolean announced(String place) {
        return hello.observes().forAll(places -> places.contains(place));
    }

    private Judgement compare(Vector vector, Expectation expected, boolean full, Answer.Observed got, Reply reply) {
        if (vector.level() == Level.UNSPECIFIED || expected.outcome() == Outcome.UNSPECIFIED)
            return new Judgement(vector, expected, Verdict.PASS, full, List.empty(), Option.none(), Option.some(reply));
        if (got.outcome() != expected.outcome())
            return failed(vector, expected, full, List.of(new Difference(Difference.OUTCOME,
                Option.some(expected.outcome().json()), Option.some(got.outcome().json()), expected.because().toList())), reply);
        Seq<Difference> differences = differences(vector.given(), kind(vector), expected, got);
        Seq<Difference> silences    = missing(expected, place -> announced(place) && !got.delta().containsKey(place));
        if (!differences.isEmpty())
            return failed(vector, expected, full, differences.appendAll(silences), reply);
        if (!silences.isEmpty())
            return wrong(vector, expected, Verdict.ERROR, full, "the answer says nothing of %s, which the hello announces"
                .formatted(silences.map(Difference::place).mkString(", ")), reply);
        if (frameRequired && !full)
            return failed(vector, expected, false, missing(expected, place -> !announced(place)), reply);
        return new Judgement(vector, expected, Verdict.PASS, full, List.empty(), Option.none(), Option.some(reply));
    }

    private static Judgement failed(Vector vector, Expectation expected, boolean full, Seq<Difference> differences, Reply reply) {
        return new Judgement(vector, expected, Verdict.FAIL, full, differences, Option.none(), Option.some(reply));
    }

    /// What is reported is compared, announced or not: a place that nobody expects is a change that the frame does not allow.
    private static Seq<Difference> differences(Case given, Kind kind, Expectation expected, Answer.Observed got) {
        Seq<Difference> changed = expected.post().toList()
            .flatMap(place -> got.delta().get(place._1)
                .filter(value -> !value.equals(place._2) && !kind.same(given, place._1, place._2, value))
                .map(value -> new Difference(place._1, Option.some(place._2), Option.some(value), clauses(expected, place._1,
                    kind.parts(given, place._1, place._2, value)))));
        Seq<Difference> added = got.delta().toList()
            .filter(place -> !expected.post().containsKey(place._1))
            .map(place -> new Difference(place._1, Option.none(), Option.some(place._2), clauses(expected, enclosing(expected, place._1), List.empty())));
        return changed.appendAll(added);
    }

    private static Seq<Difference> missing(Expectation expected, Predicate<String> place) {
        return expected.post().toList()
            .filter(value -> place.test(value._1))
            .map(value -> new Difference(value._1, Option.some(value._2), Option.none(), clauses(expected, value._1, List.empty())));
    }

    /// The expected place that a place is a part of, as `slot0.unassigned` is of `slot0`; the place itself if there is none.
    private static String enclosing(Expectation expected, String place) {
        return expected.post().keySet().find(whole -> place.startsWith(whole + ".")).getOrElse(place);
    }

    /// What decided the parts that differ; where they are not known, what decided the whole place.
    private static Seq<String> clauses(Expectation expected, String place, Seq<String> parts) {
        Seq<String> decided = parts.flatMap(part -> expected.by().get(part)).distinct();
        return decided.isEmpty() ? expected.by().get(place).orElse(expected.because()).toList() : decided;
    }
}
