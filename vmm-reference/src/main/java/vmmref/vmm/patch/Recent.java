package vmmref.vmm.patch;

import io.vavr.Function2;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import java.util.LinkedHashMap;
import java.util.Map;

/// The results of a function that were made last: the same few pages are patched again and again, with the same few lines.
///
/// @param <A> its first argument
/// @param <B> its second argument
/// @param <R> its result
public final class Recent<A, B, R> {
    private static final int MOST = 256;

    private final Function2<A, B, R> function;
    private final Map<Tuple2<A, B>, R> results = new LinkedHashMap<>();

    private Recent(Function2<A, B, R> function) {
        this.function = function;
    }

    /// {@return the same function, which remembers}
    public static <A, B, R> Function2<A, B, R> of(Function2<A, B, R> function) {
        return new Recent<>(function)::result;
    }

    private synchronized R result(A first, B second) {
        Tuple2<A, B> arguments = Tuple.of(first, second);
        R known = results.get(arguments);
        if (known != null) return known;
        if (results.size() == MOST) results.remove(results.keySet().iterator().next());
        R made = function.apply(first, second);
        results.put(arguments, made);
        return made;
    }
}
