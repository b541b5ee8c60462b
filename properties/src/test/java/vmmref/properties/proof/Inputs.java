package vmmref.properties.proof;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.function.Function;

/// An argument about which nothing is known but its type.
///
/// @param value    in which inputs stand for numbers: `slot.bits` for the component `bits` of the argument `slot`
/// @param inputs   all of them
/// @param possible where there is such an argument: a constructor may refuse its components
/// @param object   the argument for a JVM, where inputs have values
record Inputs(Value value, Seq<Term.Input> inputs, Term possible, Function<java.util.Map<String, Long>, Object> object) {

    /// {@return an argument of a type: a number, a truth value, a constant of an enum by its ordinal, or a record of these that its constructor permits}
    static Inputs of(Class<?> type, String name) {
        if (type == long.class)    return number(new Term.Input(name, 64), values -> values.get(name));
        if (type == int.class)     return number(new Term.Input(name, 32), values -> values.get(name).intValue());
        if (type == boolean.class) return truth(new Term.Input(name, Term.TRUTH));
        if (type.isEnum())         return constant(Vector.of(type.getEnumConstants()), new Term.Input(name, 32));
        if (type.isRecord())       return record(type, name);
        throw new Unsupported("an argument of " + type);
    }

    /// {@return an argument that is known}
    static Inputs of(Object object) {
        return new Inputs(Value.host(object), Vector.empty(), Term.TRUE, values -> object);
    }

    private static Inputs number(Term.Input input, Function<java.util.Map<String, Long>, Object> object) {
        return new Inputs(new Value.Word(input), Vector.of(input), Term.TRUE, object);
    }

    private static Inputs truth(Term.Input input) {
        return new Inputs(Value.of(input), Vector.of(input), Term.TRUE, values -> values.get(input.name()) == 1);
    }

    private static Inputs constant(Seq<?> constants, Term.Input ordinal) {
        Seq<Value.Guarded> all = constants.zipWithIndex().map(each -> new Value.Guarded(Term.equal(ordinal, Term.of(each._2)), Value.host(each._1)));
        return new Inputs(new Value.Several(all), Vector.of(ordinal), all.map(Value.Guarded::condition).fold(Term.FALSE, Term::either),
            values -> constants.get(values.get(ordinal.name()).intValue()));
    }

    private static Inputs record(Class<?> type, String name) {
        Seq<Tuple2<RecordComponent, Inputs>> components = Vector.of(type.getRecordComponents()).map(each -> Tuple.of(each, of(each.getType(), name + "." + each.getName())));
        Executor executor = new Executor(Meaning.specified(), 0);
        Value made = executor.construct(type, components.map(each -> each._2.value())).getOrElseThrow(() -> new Unsupported("no constructor of " + type + " comes to an end"));
        if (!executor.endless().equals(Term.FALSE)) throw new Unsupported("a loop in the constructor of " + type);
        Term refused = executor.thrown().map(thrown -> thrown.path().term()).fold(Term.FALSE, Term::either);
        return new Inputs(made, components.flatMap(each -> each._2.inputs()), components.map(each -> each._2.possible()).fold(Term.not(refused), Term::both),
            values -> constructed(type, components.map(each -> each._2.object().apply(values))));
    }

    /// {@return a record some of whose components are known; its constructor is not executed}
    static Inputs made(Class<?> type, String name, Map<String, Inputs> known) {
        Map<String, Inputs> components = Vector.of(type.getRecordComponents()).toLinkedMap(each ->
            Tuple.of(each.getName(), known.get(each.getName()).getOrElse(() -> of(each.getType(), name + "." + each.getName()))));
        return new Inputs(new Value.Made(type, components.mapValues(Inputs::value)), components.values().flatMap(Inputs::inputs), components.values().map(Inputs::possible).fold(Term.TRUE, Term::both),
            values -> constructed(type, components.values().map(each -> each.object().apply(values))));
    }

    private static Object constructed(Class<?> type, Seq<Object> components) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(Vector.of(type.getRecordComponents()).map(RecordComponent::getType).toJavaArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(components.toJavaArray());
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(type + " of " + components, broken);
        }
    }
}
