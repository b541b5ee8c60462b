package vmmref.properties.guarantee;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.function.Consumer;
import net.jqwik.api.statistics.StatisticsCoverage;

/// Promises that values come up in all combinations.
final class Combinations {
    static final Seq<Boolean> EITHER = Vector.of(true, false);

    private Combinations() { }

    /// {@return the promise that each combination of some values comes up at least once}
    static Consumer<StatisticsCoverage> each(Seq<?>... values) {
        return checker -> all(values).forEach(each -> checker.check(each.toJavaArray()).count(count -> count > 0));
    }

    /// {@return the promise that each combination of some values comes up in more than a share of the cases, in percent}
    static Consumer<StatisticsCoverage> above(double least, Seq<?>... values) {
        return checker -> all(values).forEach(each -> checker.check(each.toJavaArray()).percentage(share -> share > least));
    }

    private static Seq<Seq<Object>> all(Seq<?>... values) {
        return Vector.of(values).foldLeft(Vector.<Seq<Object>>of(Vector.empty()), (rows, column) -> rows.flatMap(row -> column.map(value -> row.append((Object) value))));
    }
}
