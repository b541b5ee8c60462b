/// Lives of guests of one kind, as tests ask about them.
package vmmref.vectors.vmm;

import io.vavr.Function1;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.TreeMap;
import java.nio.file.Path;
import vmmref.model.profile.Profile;
import vmmref.spec.Clause;
import vmmref.spec.Level;
import vmmref.vectors.fill.Reference;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Kind;
import vmmref.vectors.format.Pack;
import vmmref.vectors.format.Stimulus;
import vmmref.vectors.format.Tier;
import vmmref.vectors.format.Vector;
import vmmref.vmm.Vmm;
import vmmref.vmm.zoo.Member;
import vmmref.vmm.zoo.Zoo;

/// @param drafts those that it makes
/// @param asked  what the model expects of them
/// @param packed what the pack expects
public record Lives(Kind kind, Seq<Draft> drafts, Function1<Draft, Expectation> asked, Map<Case, Expectation> packed) {
    private static final Reference REFERENCE = new Reference();

    public static Lives of(Kind kind) {
        Function1<Draft, Expectation> asked = draft -> kind.expectation(REFERENCE.meeting(draft.needs()).get(), draft.given(kind.name()));
        Pack pack = Pack.open(Path.of("vectors"));
        return new Lives(kind, kind.drafts(), asked.memoized(), pack.manifest().shards().filter(shard -> shard.family().startsWith(kind.name() + "/")).flatMap(pack::read).toMap(Vector::given, Vector::expect));
    }

    /// {@return what the pack expects of a draft, or the model if the pack does not have it}
    private Expectation expected(Draft draft) {
        return packed.get(draft.given(kind.name())).getOrElse(() -> model(draft));
    }

    public Seq<Draft> core() {
        return drafts.filter(draft -> draft.tier() != Tier.FULL);
    }

    public Seq<Draft> typed() {
        return drafts.filter(draft -> draft.typed().isDefined());
    }

    public Expectation model(Draft draft) {
        return asked.apply(draft);
    }

    /// {@return the titles of those of some that are not met}
    ///
    /// @param answering the kind whose reference answers
    public Seq<String> unmet(Seq<Draft> some, Kind answering) {
        return some.reject(draft -> isMet(draft, expected(draft), answering, REFERENCE.meeting(draft.needs()).get())).map(draft -> draft.topic() + ": " + draft.title());
    }

    private static boolean isMet(Draft draft, Expectation expected, Kind answering, Vmm vmm) {
        Case given = draft.given(answering.name());
        return answering.answer(vmm, given) instanceof Answer.Observed answer && expected.alternatives().exists(way -> way.outcome() == answer.outcome()
            && way.post().forAll(place -> answer.delta().get(place._1).exists(got -> way.masked(place._1, place._2).equals(way.masked(place._1, got)))) && answer.delta().keySet().removeAll(way.post().keySet()).forAll(place -> answering.free(given, place)));
    }

    /// {@return how many of some a wrong monitor fails that a clause decides which it breaks; one that does not get on answers nothing that could differ}
    public int missed(Seq<Draft> some, String name) {
        Member member = Zoo.named(name).get();
        Vmm wrong = member.vmm(Profile.named("itanium2").get());
        Seq<String> breaks = member.told().map(Clause::name);
        return some.filter(draft -> REFERENCE.meeting(draft.needs()).get().machine().profile().name().equals("itanium2")).count(draft -> {
            Expectation expected = expected(draft);
            try {
                return (breaks.isEmpty() || breaks.exists(expected.clauses()::contains)) && !isMet(draft, expected, kind, wrong);
            } catch (IllegalStateException stuck) {
                return false;
            }
        });
    }

    public static Seq<String> ways(Expectation expectation) {
        return expectation.alternatives().map(way -> way.outcome() + " " + TreeMap.ofEntries(way.post()) + " " + TreeMap.ofEntries(way.mask()));
    }

    /// {@return the clauses of some of which no row that was typed tells where the row that is near to it tells something else}
    public Seq<Clause> untold(Seq<Clause> clauses) {
        Seq<Near> rows = typed().flatMap(draft -> draft.near().flatMap(near -> typed().find(other -> other.stimulus().equals(near))).map(near -> new Near(model(draft), model(near))));
        return clauses.filter(clause -> clause.level() == Level.MUST).reject(clause -> rows.exists(row -> row.isTold(clause.name())));
    }

    /// A row, and the one that it is near to.
    private record Near(Expectation row, Expectation near) {
        boolean isTold(String clause) {
            return row.by().exists(part -> part._2.equals(clause) && !near.by().get(part._1).contains(clause) && row.places().exists(place -> isOf(part._1, place._1) && !near.places().get(place._1).contains(place._2)));
        }

        private static boolean isOf(String part, String place) {
            return part.equals(place) || part.startsWith(place + ".");
        }
    }

    /// {@return the titles of those whose near case is none of them}
    public Seq<String> alone() {
        Set<Stimulus> all = drafts.map(Draft::stimulus).toSet();
        return drafts.filter(draft -> draft.near().exists(near -> !all.contains(near))).map(Draft::title).toVector();
    }

    public Seq<String> unreadable() {
        return drafts.filter(draft -> kind.unreadable(draft.given(kind.name())).isDefined()).map(Draft::title).toVector();
    }
}
