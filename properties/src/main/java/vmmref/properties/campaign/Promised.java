package vmmref.properties.campaign;

import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Predicate;
import net.jqwik.api.statistics.StatisticsCoverage;
import vmmref.properties.guarantee.Outcomes.Promise;

/// Asks the promises of a generator of what a campaign has seen, and notes each as a goal. Values are compared by their texts; a share is one of the random cases, where there are any.
final class Promised implements StatisticsCoverage {
    private final String law;
    private final Goal.Sort sort;
    private final String label;
    private final Map<String, Sighting> seen;
    private Seq<Goal> goals = Vector.empty();

    private Promised(String law, Goal.Sort sort, String label, Map<String, Sighting> seen) {
        this.law   = law;
        this.sort  = sort;
        this.label = label;
        this.seen  = seen;
    }

    /// {@return what a promise of a law asks of its account}
    static Seq<Goal> goals(String law, Account account, Promise promise) {
        String label = promise.never() ? promise.name().substring(0, promise.name().indexOf(": ")) : promise.name();
        String start = Behaviour.Shows.SORT + label + ": ";
        Map<String, Sighting> seen = HashMap.ofAll(account.behaviours()).filterKeys(key -> key.startsWith(start)).mapKeys(key -> key.substring(start.length()));
        Promised promised = new Promised(law, promise.never() ? Goal.Sort.NEVER : Goal.Sort.SOMETIMES, label, seen);
        promise.check().accept(promised);
        return promised.goals;
    }

    @Override
    public CoverageChecker check(Object... values) {
        String text = List.of(values).mkString(" ");
        return new Counted(label + ": " + text, seen.filterKeys(text::equals).values());
    }

    @Override
    public CoverageChecker checkQuery(Predicate<? super java.util.List<?>> query) {
        return new Counted(label + ": values together", seen.filterKeys(text -> query.test(java.util.List.of(text))).values());
    }

    @Override
    public CoverageChecker checkPattern(String regex) {
        return new Counted(label + ": " + regex, seen.filterKeys(key -> key.matches(regex)).values());
    }

    private final class Counted implements CoverageChecker {
        private final String name;
        private final long count;
        private final long random;

        private Counted(String name, Seq<Sighting> sightings) {
            this.name   = name;
            this.count  = sightings.map(Sighting::times).sum().longValue();
            this.random = sightings.map(Sighting::random).sum().longValue();
        }

        @Override
        public void count(Consumer<? super Integer> promise) {
            note(holds(() -> promise.accept(number(count))));
        }

        @Override
        public void count(BiPredicate<? super Integer, ? super Integer> promise) {
            note(promise.test(number(count), number(seen.values().map(Sighting::times).sum().longValue())));
        }

        @Override
        public void count(BiConsumer<? super Integer, ? super Integer> promise) {
            note(holds(() -> promise.accept(number(count), number(seen.values().map(Sighting::times).sum().longValue()))));
        }

        @Override
        public void percentage(Consumer<? super Double> promise) {
            note(holds(() -> promise.accept(share())));
        }

        @Override
        public void count(Predicate<? super Integer> promise) {
            note(promise.test(number(count)));
        }

        @Override
        public void percentage(Predicate<? super Double> promise) {
            note(promise.test(share()));
        }

        private static int number(long any) {
            return (int) Math.min(any, Integer.MAX_VALUE);
        }

        private double share() {
            long randoms = seen.values().map(Sighting::random).sum().longValue();
            return seen.isEmpty() ? 0 : randoms > 0 ? 100.0 * random / randoms : 100.0 * count / seen.values().map(Sighting::times).sum().longValue();
        }

        private boolean holds(Runnable promise) {
            try {
                promise.run();
                return true;
            } catch (AssertionError broken) {
                return false;
            }
        }

        private void note(boolean met) {
            goals = goals.append(new Goal(sort, law, name, met, "%,d %s, %.1f %%".formatted(count, count == 1 ? "case" : "cases", share())));
        }
    }
}
