package vmmref.properties.guarantee;

import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.LinkedHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsCoverage;

/// What cases of the running property show besides the clauses that decided: values under a label, and a promise of which values come up.
///
/// While jqwik runs a property these are its statistics, and it fails where the promise is broken. In a campaign they are kept for [#shown()], and the promises become goals.
public final class Outcomes {
    private static final ThreadLocal<Kept> KEPT = new ThreadLocal<>();

    private final String label;
    private List<Object> last = List.empty();

    private Outcomes(String label) {
        this.label = label;
    }

    public static Outcomes label(String label) {
        return new Outcomes(label);
    }

    /// Notes the values that a case shows.
    public Outcomes collect(Object... values) {
        Kept kept = KEPT.get();
        last = List.of(values);
        if (kept == null) Statistics.label(label).collect(values);
        else kept.shown = kept.shown.prepend(new Outcome(label, last));
        return this;
    }

    /// Says which values come up, and how often.
    public void coverage(Consumer<StatisticsCoverage> promise) {
        Kept kept = KEPT.get();
        if (kept == null) Statistics.label(label).coverage(promise);
        else kept.promise(new Promise(label, false, promise));
    }

    /// Fails, with a detail, if the value that was noted is one that must never come up.
    public Outcomes never(Object value, Supplier<String> detail) {
        Outcome forbidden = new Outcome(label, List.of(value));
        Kept kept = KEPT.get();
        if (kept != null) kept.promise(new Promise(forbidden.toString(), true, checker -> checker.check(value).count(count -> count == 0)));
        if (last.equals(forbidden.values())) throw new AssertionError(forbidden + ", which must never be: " + detail.get());
        return this;
    }

    /// Adds to a figure: campaigns sum it over all their cases.
    static void add(String figure, long amount) {
        Kept kept = KEPT.get();
        if (kept != null) kept.figures = kept.figures.put(figure, amount, Long::sum);
    }

    /// {@return what was added to figures since the last call, by their names}
    public static Map<String, Long> figures() {
        Kept kept = KEPT.get();
        Map<String, Long> figures = kept.figures;
        kept.figures = LinkedHashMap.empty();
        return figures;
    }

    /// Values that a case showed under a label.
    public record Outcome(String label, List<Object> values) {
        /// {@return label and values}
        @Override public String toString() {
            return label + ": " + values.mkString(" ");
        }
    }

    /// What is promised of the values under a label.
    ///
    /// @param name  the label; of something that must never come up the label and the values
    /// @param never whether it is that something must never come up
    /// @param check the promise
    public record Promise(String name, boolean never, Consumer<StatisticsCoverage> check) { }

    /// From now on this thread keeps what is shown and promised.
    public static void keep() {
        KEPT.set(new Kept());
    }

    /// {@return what was shown since the last call, in the order of the calls}
    public static List<Outcome> shown() {
        Kept kept = KEPT.get();
        List<Outcome> shown = kept.shown.reverse();
        kept.shown = List.empty();
        return shown;
    }

    /// {@return the promises that were made since the last call, by their names}
    public static Map<String, Promise> promises() {
        Kept kept = KEPT.get();
        Map<String, Promise> promises = kept.promises;
        kept.promises = LinkedHashMap.empty();
        return promises;
    }

    private static final class Kept {
        private List<Outcome> shown = List.empty();
        private Map<String, Promise> promises = LinkedHashMap.empty();
        private Map<String, Long> figures = LinkedHashMap.empty();

        private void promise(Promise promise) {
            if (!promises.containsKey(promise.name())) promises = promises.put(promise.name(), promise);
        }
    }
}
