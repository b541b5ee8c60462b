package vmmref.properties.campaign;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.List;
import java.util.Random;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.TooManyFilterMissesException;
import org.opentest4j.TestAbortedException;
import vmmref.properties.guarantee.Observed;
import vmmref.properties.guarantee.Outcomes;
import vmmref.properties.guarantee.Subject;

/// Random cases of one law, on one thread, for one subject after another: without a campaign, its store or its budget.
public final class LawCases {
    private static final int EXPECTED = 1000;

    private final Law law;
    private final long seed;
    private final Object instance;
    private final Seq<Boolean> isGenerated;
    private final RandomGenerator<List<Object>> generator;

    private LawCases(Law law, long seed) {
        this.law         = law;
        this.seed        = seed;
        this.instance    = Reflection.instance(law.method().getDeclaringClass());
        this.isGenerated = law.isGenerated();
        this.generator   = law.cases().generator(EXPECTED, false);
    }

    /// {@return the cases of a law that follow from a seed; they are made and executed on the thread that calls this}
    public static LawCases of(Law law, long seed) {
        Sessions.begin();
        return new LawCases(law, seed);
    }

    public Law law() {
        return law;
    }

    /// {@return what a case fails with, if it does; a case that says nothing of the law does not}
    public Option<Throwable> failure(Subject subject, long number) {
        Observed.forget();
        Outcomes.keep();
        try {
            Shrinkable<List<Object>> made = generator.next(new Random(Seeds.of(seed, law.name(), number)));
            java.util.Iterator<Object> values = made.value().iterator();
            Reflection.invoke(law.method(), instance, isGenerated.map(generated -> generated ? values.next() : subject).toJavaArray());
            return Option.none();
        } catch (TestAbortedException | TooManyFilterMissesException discarded) {
            return Option.none();
        } catch (Exception | AssertionError | StackOverflowError failed) {
            return Option.some(failed);
        }
    }
}
