package vmmref.properties.proof;

import io.vavr.collection.Array;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.lang.constant.MethodTypeDesc;
import java.util.HexFormat;

/// What methods of libraries mean whose own code is of no interest: boxes, constants of enums, texts, equality, and sequences of Vavr.
final class Library {
    private static final Seq<Class<?>> BOXES = Vector.of(Long.class, Integer.class, Short.class, Byte.class, Character.class, Boolean.class);

    private static final MethodTypeDesc EQUALS = MethodTypeDesc.ofDescriptor("(Ljava/lang/Object;)Z");

    private Library() { }

    /// {@return what a static method gives back, if it is one of these}
    static Option<Value> statically(Class<?> owner, String name, Seq<Value> arguments) {
        if (owner == HexFormat.class && name.equals("of")) return Option.some(Value.host(HexFormat.of()));
        boolean boxes = BOXES.contains(owner) && name.equals("valueOf") && arguments.head() instanceof Value.Word;
        return Option.when(boxes, () -> new Value.Box(owner, State.word(arguments.head())));
    }

    /// {@return what a method of an object gives back, if it is one of these}
    static Option<Value> of(Value object, String name, MethodTypeDesc type, Seq<Value> arguments) {
        if (name.equals("equals") && type.equals(EQUALS)) return Option.some(Value.of(Objects.equal(object, arguments.head())));
        if (object instanceof Value.Host(var host) && host instanceof Enum<?> constant && name.equals("ordinal")) return Option.some(Value.of(constant.ordinal()));
        if (object instanceof Value.Host(var host) && host instanceof String text && name.equals("length")) return Option.some(Value.of(text.length()));
        if (name.equals("reverse") && isVector(object)) return Option.some(new Value.Items(elements(object).reverse()));
        if (name.equals("appendAll") && isVector(object) && isSequence(arguments.head())) return Option.some(new Value.Items(elements(object).appendAll(elements(arguments.head()))));
        return isSequence(object) ? sequence(elements(object), name, arguments) : Option.none();
    }

    /// {@return whether it is a [Vector], so that others made of it are, too}
    static boolean isVector(Value object) {
        return object instanceof Value.Items || object instanceof Value.Host(var host) && host instanceof Vector;
    }

    static boolean isSequence(Value object) {
        return isVector(object) || object instanceof Value.Host(var host) && (host instanceof List || host instanceof Array);
    }

    static Vector<Value> elements(Value object) {
        return switch (object) {
            case Value.Items(var all)                              -> all;
            case Value.Host(var host) when host instanceof Seq<?> all -> all.toVector().map(Value::host);
            default                                                -> throw new Unsupported(object + " where a sequence is needed");
        };
    }

    private static Option<Value> sequence(Vector<Value> all, String name, Seq<Value> arguments) {
        if (arguments.size() != (name.equals("indexOf") ? 1 : 0)) return Option.none();
        return switch (name) {
            case "size", "length" -> Option.some(Value.of(all.size()));
            case "isEmpty"        -> Option.some(Value.of(Term.of(all.isEmpty())));
            case "head"           -> Option.some(all.head());
            case "last"           -> Option.some(all.last());
            case "indexOf"        -> Option.some(new Value.Word(Vector.range(0, all.size()).foldRight(Term.of(-1), (number, rest) ->
                Term.choice(Objects.equal(all.get(number), arguments.head()), Term.of(number), rest))));
            case "sum"            -> Option.when(!all.isEmpty(), () -> new Value.Box(Long.class, all.map(Library::wide).fold(Term.of(0L), (one, other) -> Term.joined(Operator.ADD, one, other))));
            default               -> Option.none();
        };
    }

    private static Term wide(Value number) {
        if (!(number instanceof Value.Box(var type, var term) && Number.class.isAssignableFrom(type))) throw new Unsupported(number + " where a number is needed");
        return term.width() == 64 ? term : Term.wide(term);
    }
}
