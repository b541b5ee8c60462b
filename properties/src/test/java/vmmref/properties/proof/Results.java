package vmmref.properties.proof;

import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import vmmref.spec.Clause;

/// The terms in a value, by names that SMT-LIB can have.
///
/// A component of `result` is `result.NAME`, an element of a sequence `result.0`; a constant of an enum is its ordinal. Where its type has subclasses, `result.is-CLASS` tells of which it is, and what is in it is
/// `result.CLASS.NAME`.
final class Results {
    private Results() { }

    /// @param type that the value is declared to have
    static Map<String, Term> named(String name, Value value, Class<?> type) {
        Value exploded = exploded(value);
        if (hasSubclasses(type)) return severally(name, exploded.alternatives());
        return switch (exploded) {
            case Value.Word(var term)             -> LinkedHashMap.of(name, type == boolean.class ? Term.not(Term.equal(term, Term.of(0))) : term);
            case Value.Box(var box, var term)     -> named(name, new Value.Word(term), box == Boolean.class ? boolean.class : Object.class);
            case Value.Items(var all)             -> merged(all.zipWithIndex().map(each -> named(name + "." + each._2, each._1, Object.class)));
            case Value.Made(var made, var fields) -> merged(fields.toVector().map(field -> named(name + "." + field._1, field._2, declared(made, field._1))));
            case Value.Several(var all)           -> constants(name, all);
            case Value.Host(var object) when object instanceof Enum<?> constant -> LinkedHashMap.of(name, Term.of(constant.ordinal()));
            default                               -> LinkedHashMap.empty();
        };
    }

    private static Map<String, Term> merged(Seq<Map<String, Term>> all) {
        return all.fold(LinkedHashMap.empty(), Map::merge);
    }

    private static boolean hasSubclasses(Class<?> type) {
        return Modifier.isAbstract(type.getModifiers()) && !type.isPrimitive() && !type.isEnum() && !Seq.class.isAssignableFrom(type) && type != Clause.class;
    }

    private static Class<?> declared(Class<?> type, String field) {
        return Vector.of(type.getDeclaredFields()).find(each -> each.getName().equals(field)).get().getType();
    }

    /// {@return the same, where records, options and sequences that exist are taken apart}
    private static Value exploded(Value value) {
        return switch (value) {
            case Value.Host(var object) when object instanceof Record -> new Value.Made(object.getClass(), Vector.of(object.getClass().getRecordComponents()).map(RecordComponent::getName)
                .zip(Objects.components(value)).toLinkedMap(field -> Tuple.of(field._1, exploded(field._2))));
            case Value.Host(var object) when object instanceof Option.Some<?> some -> new Value.Made(Option.Some.class, LinkedHashMap.of("value", exploded(Value.host(some.get()))));
            case Value.Host(var object) when object instanceof Seq    -> new Value.Items(Library.elements(value).map(Results::exploded));
            case Value.Several(var all)                               -> new Value.Several(all.map(each -> new Value.Guarded(each.condition(), exploded(each.value()))));
            default                                                   -> value;
        };
    }

    private static Map<String, Term> severally(String name, Seq<Value.Guarded> all) {
        return merged(all.groupBy(each -> Objects.type(LinkedHashMap.empty(), each.value())).toVector().map(group ->
            named(name + "." + group._1.getSimpleName(), Objects.chosen(group._2), group._1).put(name + ".is-" + group._1.getSimpleName(), group._2.map(Value.Guarded::condition).fold(Term.FALSE, Term::either))));
    }

    private static Map<String, Term> constants(String name, Seq<Value.Guarded> all) {
        boolean enums = all.forAll(each -> each.value() instanceof Value.Host(var object) && object instanceof Enum);
        return enums ? named(name, Objects.chosen(all.map(each -> new Value.Guarded(each.condition(), Value.of(((Enum<?>) ((Value.Host) each.value()).object()).ordinal())))), int.class) : LinkedHashMap.empty();
    }
}
