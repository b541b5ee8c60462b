package vmmref.properties.proof;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.lang.reflect.Array;

/// Arrays and sequences whose elements are known.
final class Arrays {
    private Arrays() { }

    /// {@return the elements of an array}
    static Seq<Value> of(State state, Value array) {
        return switch (array) {
            case Value.Fresh(var number) when state.heap().get(number).get() instanceof Thing.Elements(var type, var all) -> all;
            case Value.Host(var object) when object != null && object.getClass().isArray()                     ->
                Vector.range(0, Array.getLength(object)).map(index -> Value.held(object.getClass().getComponentType(), Array.get(object, index)));
            default -> throw new Unsupported(array + " where an array is needed");
        };
    }

    static Term isOutside(Seq<Value> all, Term index) {
        return all.isEmpty() ? Term.TRUE : Term.either(Term.less(index, Term.of(0)), Term.not(Term.less(index, Term.of(all.size()))));
    }

    /// {@return the element at an index that lies inside}
    static Value at(Seq<Value> all, Term index) {
        if (index instanceof Term.Literal(var at, var width)) return at >= 0 && at < all.size() ? all.get((int) at) : new Value.Dead();
        return Vector.range(0, all.size() - 1).foldRight(all.last(), (number, rest) -> Value.choice(Term.equal(index, Term.of(number)), all.get(number), rest));
    }
}
