package vmmref.vmm.patch;

import io.vavr.Function1;
import io.vavr.Function2;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import java.util.LinkedHashMap;
import java.util.Map;

/// The results of a function that were made last: the same few pages are patched again and again, with the same few lines.
///
/// @param <A> its argument
/// @param <R> its result
public final class Recent<A, R> {
    private static final int MOST = 256;

    private final Function1<A, R> function;
    private final Map<A, R> results = new LinkedHashMap<>();

    private Recent(Function1<A, R> function) {
        this.function = function;
    }

    /// {@return the same function, which remembers}
    public static <A, R> Function1<A, R> of(Function1<A, R> function) {
        return new Recent<>(function)::result;
    }

    /// {@return the same function, which remembers}
    public static <A, B, R> Function2<A, B, R> of(Function2<A, B, R> function) {
        Function1<Tuple2<A, B>, R> recent = of(function.tupled());
        return (first, second) -> recent.apply(Tuple.of(first, second));
    }

    private synchronized R result(A argument) {
        R known = results.get(argument);
        if (known != null) return known;
        if (results.size() == MOST) results.remove(results.keySet().iterator().next());
        R made = function.apply(argument);
        results.put(argument, made);
        return made;
    }
}
