package vmmref.properties.proof;

import io.vavr.Tuple;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;

/// Something on the heap.
sealed interface Thing {
    /// An object whose constructor runs.
    record Instance(Class<?> type, Map<String, Value> fields) implements Thing { }

    /// @param type of the array
    record Elements(Class<?> type, Vector<Value> all) implements Thing { }

    /// An iterator over elements that are known.
    record Walk(Vector<Value> all, int next) implements Thing { }

    /// What is not the same on paths that meet, and should not be needed any more, such as the iterator of a loop that was left: whoever asks for it finds it [Unsupported].
    record Lost() implements Thing { }

    /// {@return what is left of a heap when a method returned: what was there before, and what can be reached from that or from the result}
    static Map<Integer, Thing> reachable(Map<Integer, Thing> heap, Set<Integer> before, Value result) {
        if (heap.size() == before.size()) return heap;
        Set<Integer> kept = before;
        Seq<Integer> open = Vector.ofAll(before).appendAll(numbers(result));
        while (!open.isEmpty()) {
            kept = kept.addAll(open);
            open = open.flatMap(heap::get).flatMap(Thing::contents).flatMap(Thing::numbers).reject(kept::contains).distinct();
        }
        Set<Integer> all = kept;
        return heap.filterKeys(all::contains);
    }

    private static Seq<Value> contents(Thing thing) {
        return switch (thing) {
            case Instance(var type, var fields) -> fields.values();
            case Elements(var type, var all)    -> all;
            case Walk(var all, var next)        -> all;
            case Lost lost                      -> Vector.empty();
        };
    }

    /// {@return what of the heap a value refers to}
    private static Seq<Integer> numbers(Value value) {
        return switch (value) {
            case Value.Fresh(var number)                      -> Vector.of(number);
            case Value.Made(var type, var fields)             -> fields.values().flatMap(Thing::numbers);
            case Value.Items(var elements)                    -> elements.flatMap(Thing::numbers);
            case Value.Function(var type, var body, var held) -> held.flatMap(Thing::numbers);
            case Value.Several(var all)                       -> all.flatMap(each -> numbers(each.value()));
            case Value.Word word                              -> Vector.empty();
            case Value.Box box                                -> Vector.empty();
            case Value.Host host                              -> Vector.empty();
            case Value.Text text                              -> Vector.empty();
            case Value.Dead dead                              -> Vector.empty();
        };
    }

    static Thing choice(Term condition, Thing one, Thing other) {
        if (one.equals(other)) return one;
        return switch (one) {
            case Instance(var type, var fields) when other instanceof Instance(var same, var others) && type == same && fields.keySet().equals(others.keySet()) ->
                new Instance(type, fields.map((name, value) -> Tuple.of(name, Value.choice(condition, value, others.get(name).get()))));
            case Elements(var type, var all) when other instanceof Elements(var same, var others) && type == same && all.size() == others.size() -> new Elements(type, all.zipWith(others, (first, second) -> Value.choice(condition, first, second)));
            default -> new Lost();
        };
    }
}
