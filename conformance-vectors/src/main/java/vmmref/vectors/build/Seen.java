package vmmref.vectors.build;

import io.vavr.Function2;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/// Memory as processors may see it, eight bytes by eight: what a half held when everything settled, or anything that was written to it since.
///
/// @param halves by address, the oldest value first, none twice
record Seen(Map<Long, Seq<Long>> halves) {

    /// {@return memory in which everything has settled}
    static Seen of(Map<Long, Long> image) {
        return new Seen(image.mapValues(Vector::of));
    }

    /// {@return the same, but every half beside one may look like something else, too}
    Seen unsure(long but, Function2<Long, Long, Long> otherwise) {
        return new Seen(halves.map((at, values) -> io.vavr.Tuple.of(at, at == but ? values : values.prepend(otherwise.apply(at, values.last())))));
    }

    Seen settled() {
        return new Seen(halves.mapValues(values -> Vector.of(values.last())));
    }

    Seen with(long at, long value) {
        return new Seen(halves.put(at, halves.get(at).getOrElse(Vector.empty()).remove(value).append(value)));
    }

    boolean isSettled() {
        return halves.values().forAll(values -> values.size() == 1);
    }

    Map<Long, Long> memory() {
        return halves.mapValues(Seq::last);
    }

    /// {@return in how many ways some halves may look}
    long count(Seq<Long> addresses) {
        return addresses.foldLeft(1L, (count, at) -> Math.min(count * halves.get(at).get().size(), Integer.MAX_VALUE));
    }

    /// {@return how some halves may look, in any combination}
    Seq<Map<Long, Long>> views(Seq<Long> addresses) {
        return addresses.foldLeft(Vector.<Map<Long, Long>>of(LinkedHashMap.empty()), (views, at) -> views.flatMap(view -> halves.get(at).get().map(value -> view.put(at, value))));
    }
}
