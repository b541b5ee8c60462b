package vmmref.properties.campaign;

import io.vavr.Lazy;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.TooManyFilterMissesException;
import org.opentest4j.TestAbortedException;
import vmmref.properties.guarantee.Observed;
import vmmref.properties.guarantee.Outcomes;

/// A law and the subject that one worker judges by it. Lives on one thread, within a session of jqwik.
final class Seat {
    /// For jqwik, how many cases a generator should expect to make.
    private static final int EXPECTED = 1000;

    private final Law law;
    private final Candidate.Session session;
    private final long seed;
    private final Object instance;
    private final Object[] call;
    private final Seq<Integer> generated;
    private final RandomGenerator<List<Object>> generator;
    private final Lazy<Edges> edges;

    /// @param seed  of the campaign
    /// @param edges how many edge cases are wanted, at most
    Seat(Law law, long seed, Candidate.Session session, int edges) {
        Arbitrary<List<Object>> cases = law.cases();
        Class<?>[] types = law.method().getParameterTypes();
        this.law       = law;
        this.session   = session;
        this.seed      = seed;
        this.instance  = Reflection.instance(law.method().getDeclaringClass());
        this.generated = law.isGenerated().zipWithIndex().filter(each -> each._1).map(each -> each._2);
        this.call      = law.isGenerated().zipWithIndex().map(each -> each._1 ? law : session.parts().find(types[each._2]::isInstance).get()).toJavaArray();
        this.generator = cases.generator(EXPECTED, false);
        this.edges     = Lazy.of(() -> Edges.of(cases, edges));
    }

    /// Edge cases of a law. To make them takes longer than to execute some cases, and whoever goes on with a campaign, or looks at it, needs none.
    private record Edges(Seq<Shrinkable<List<Object>>> all, boolean exhausted) {
        static Edges of(Arbitrary<List<Object>> cases, int most) {
            Seq<Shrinkable<List<Object>>> every = cases.exhaustive(most).map(each -> Vector.ofAll(each).map(Shrinkable::unshrinkable)).orElse(Vector.empty());
            return every.isEmpty() ? new Edges(Vector.ofAll(cases.edgeCases(most)).take(most), false) : new Edges(every, true);
        }
    }

    /// {@return whether the edge cases are all cases that there are}
    boolean exhausted() {
        return edges.get().exhausted();
    }

    /// {@return how many edge cases there are, up to as many as were wanted}
    int edges() {
        return edges.get().all().size();
    }

    Law law() {
        return law;
    }

    /// {@return a case}
    Shrinkable<List<Object>> at(Stage stage, long number) {
        return switch (stage) {
            case REPLAY -> throw new IllegalArgumentException("a stored case is not generated");
            case EDGES  -> edges.get().all().get((int) number);
            case SEARCH -> generator.next(new Random(Seeds.of(seed, law.name(), number)));
        };
    }

    /// {@return a case, if the generators make it}
    Option<Shrinkable<List<Object>>> made(Stage stage, long number) {
        try {
            return stage == Stage.REPLAY || stage == Stage.EDGES && number >= edges() ? Option.none() : Option.some(at(stage, number));
        } catch (TooManyFilterMissesException gaveUp) {
            return Option.none();
        }
    }

    /// {@return what comes of a case}
    Trial tried(Stage stage, long number) {
        return generated(() -> at(stage, number));
    }

    /// {@return what comes of a case that was made from another one}
    Trial tried(Shrinkable<List<Object>> other) {
        return generated(() -> other);
    }

    private Trial generated(Supplier<Shrinkable<List<Object>>> generating) {
        begin();
        try {
            return tried(generating.get().value());
        } catch (TooManyFilterMissesException gaveUp) {
            return new Trial.Discarded("the generator found no case", sign());
        }
    }

    private static void begin() {
        Observed.forget();
        Outcomes.keep();
    }

    /// {@return what comes of arguments}
    Trial tried(List<Object> arguments) {
        Method method = law.method();
        begin();
        session.begin();
        Object[] arrangement = call.clone();
        for (int at = 0; at < generated.size(); at++) arrangement[generated.get(at)] = arguments.get(at);
        try {
            Reflection.invoke(method, instance, arrangement);
            return session.silence().<Trial>map(reason -> new Trial.Discarded(reason, sign())).getOrElse(() -> new Trial.Held(sign()));
        } catch (CandidateBroken broken) {
            throw broken;
        } catch (TestAbortedException discarded) {
            return new Trial.Discarded(String.valueOf(discarded.getMessage()), sign());
        } catch (Exception | AssertionError | StackOverflowError failed) {
            return new Trial.Failed(Failure.of(failed), sign());
        }
    }

    private static Sign sign() {
        return new Sign(Observed.seen(), Outcomes.shown());
    }
}
