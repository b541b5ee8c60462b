package vmmref.properties.proof;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.lang.constant.DirectMethodHandleDesc;

/// What a variable of compiled code holds.
sealed interface Value {

    /// A number. A boolean, byte, short or char is an `int`.
    record Word(Term term) implements Value { }

    /// An object of [Long], [Integer] and so on; one of [Boolean] and so on holds an `int`.
    record Box(Class<?> type, Term term) implements Value { }

    /// An object that exists, such as a constant, or null. What it holds never changes.
    record Host(Object object) implements Value {
        @Override public boolean equals(Object other) { return other instanceof Host(var same) && object == same; }
        @Override public int hashCode()               { return System.identityHashCode(object); }
    }

    /// An object of a class all of whose fields are final, after its constructor.
    record Made(Class<?> type, Map<String, Value> fields) implements Value { }

    /// An object that is being constructed, an array, or an iterator: it lies on the heap and changes there.
    record Fresh(int number) implements Value { }

    /// A sequence of Vavr whose length is known.
    record Items(Vector<Value> elements) implements Value { }

    /// A lambda.
    record Function(Class<?> type, DirectMethodHandleDesc body, Seq<Value> captured) implements Value { }

    /// A text that nobody looks at; not null.
    record Text() implements Value { }

    /// One of several objects; the conditions exclude each other, and one of them holds.
    record Several(Seq<Guarded> all) implements Value { }

    /// A variable that holds different sorts of things on the paths that meet here, and should be dead: whoever asks for it finds it [Unsupported].
    record Dead() implements Value { }

    record Guarded(Term condition, Value value) { }

    static Value of(int value) {
        return new Word(Term.of(value));
    }

    /// {@return a truth value as an `int`}
    static Value of(Term truth) {
        return new Word(Term.number(truth));
    }

    /// {@return an object that exists}
    static Value host(Object object) {
        return switch (object) {
            case Long number      -> new Box(Long.class, Term.of(number.longValue()));
            case Integer number   -> new Box(Integer.class, Term.of(number.intValue()));
            case Short number     -> new Box(Short.class, Term.of(number.intValue()));
            case Byte number      -> new Box(Byte.class, Term.of(number.intValue()));
            case Character letter -> new Box(Character.class, Term.of((int) letter));
            case Boolean truth    -> new Box(Boolean.class, Term.of(truth ? 1 : 0));
            case null, default    -> new Host(object);
        };
    }

    /// {@return what a variable of a type holds: a number without its box if the type is primitive}
    static Value held(Class<?> type, Object object) {
        return type.isPrimitive() ? unboxed(host(object)) : host(object);
    }

    static Value unboxed(Value value) {
        return value instanceof Box(var type, var term) ? new Word(term) : value;
    }

    /// {@return the objects that it may be}
    default Seq<Guarded> alternatives() {
        return this instanceof Several(var all) ? all : Vector.of(new Guarded(Term.TRUE, this));
    }

    /// {@return whichever of two values it is}
    static Value choice(Term condition, Value one, Value other) {
        if (one.equals(other)) return one;
        return switch (one) {
            case Word(var first) when other instanceof Word(var second) && first.width() == second.width() -> new Word(Term.choice(condition, first, second));
            case Box(var type, var first) when other instanceof Box(var same, var second) && type == same -> new Box(type, Term.choice(condition, first, second));
            case Made(var type, var fields) when other instanceof Made(var same, var others) && type == same -> new Made(type, fields.map((name, value) -> io.vavr.Tuple.of(name, choice(condition, value, others.get(name).get()))));
            case Items(var elements) when other instanceof Items(var others) && elements.size() == others.size() -> new Items(elements.zipWith(others, (first, second) -> choice(condition, first, second)));
            default -> isObject(one) && isObject(other) ? several(condition, one, other) : new Dead();
        };
    }

    private static boolean isObject(Value value) {
        return !(value instanceof Word || value instanceof Dead);
    }

    private static Value several(Term condition, Value one, Value other) {
        return new Several(guarded(one, condition).appendAll(guarded(other, Term.not(condition))).foldLeft(Vector.<Guarded>empty(), Value::with));
    }

    private static Seq<Guarded> guarded(Value value, Term condition) {
        return value.alternatives().map(each -> new Guarded(Term.both(condition, each.condition), each.value));
    }

    /// Equal objects are one alternative, and so are objects of one class with fields.
    private static Vector<Guarded> with(Vector<Guarded> all, Guarded more) {
        int same = all.indexWhere(each -> each.value.equals(more.value) || each.value instanceof Made(var type, var fields) && more.value instanceof Made(var other, var others) && type == other);
        return same < 0 ? all.append(more)
            : all.update(same, new Guarded(Term.either(all.get(same).condition, more.condition), choice(all.get(same).condition, all.get(same).value, more.value)));
    }
}
