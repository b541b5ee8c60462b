package vmmref.properties.guarantee;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.function.Function;

/// Some of many, where a test of each would take minutes: `mvn verify` takes some, with `-Dvmmref.whole=true` it takes all. Tests that do so have the tag `sampled`.
public final class Sample {
    private static final boolean WHOLE = Boolean.getBoolean("vmmref.whole");

    private static final int FEWER = 4;

    private Sample() { }

    /// {@return how many cases are tried of a property that has so many}
    public static int of(int tries) {
        return WHOLE ? tries : tries / FEWER;
    }

    /// {@return of each sort at most so many, spread evenly over it; no sort is left out}
    public static <T> Seq<T> of(Seq<T> all, int most, Function<? super T, ?> sort) {
        return WHOLE ? all : spread(all, most, sort);
    }

    static <T> Seq<T> spread(Seq<T> all, int most, Function<? super T, ?> sort) {
        return all.groupBy(sort).values().<T>flatMap(same -> spread(same, most)).toVector();
    }

    private static <T> Seq<T> spread(Seq<T> same, int most) {
        return same.size() <= most ? same : Vector.range(0, most).map(number -> same.get((int) ((long) number * same.size() / most)));
    }
}
