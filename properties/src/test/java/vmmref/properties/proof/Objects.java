package vmmref.properties.proof;

import io.vavr.collection.Iterator;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.function.Function;

/// What objects are, hold and equal.
final class Objects {
    private Objects() { }

    /// {@return the class of an object that is one thing}
    static Class<?> type(Map<Integer, Thing> heap, Value object) {
        return switch (object) {
            case Value.Host(var host) when host != null -> host.getClass();
            case Value.Made(var type, var fields)       -> type;
            case Value.Box(var type, var term)          -> type;
            case Value.Items items                      -> Vector.class;
            case Value.Function function                -> function.type();
            case Value.Text text                        -> String.class;
            case Value.Fresh(var number) when heap.get(number).get() instanceof Thing.Instance(var type, var fields) -> type;
            case Value.Fresh(var number) when heap.get(number).get() instanceof Thing.Elements(var type, var all)   -> type;
            case Value.Fresh(var number) when heap.get(number).get() instanceof Thing.Walk                          -> io.vavr.collection.Iterator.class;
            default -> throw new Unsupported(object + " where an object is needed");
        };
    }

    static Term isNull(Value object) {
        return when(object, each -> Term.of(each.equals(Value.host(null))));
    }

    static Term isInstance(Map<Integer, Thing> heap, Value object, Class<?> type) {
        return when(object, each -> Term.of(!each.equals(Value.host(null)) && isOf(heap, each, type)));
    }

    /// {@return whether an object is an instance of a type, or null, whichever of several it is}
    static boolean isAlways(Map<Integer, Thing> heap, Value object, Class<?> type) {
        return fitting(heap, object, type).size() == object.alternatives().size();
    }

    private static Seq<Value.Guarded> fitting(Map<Integer, Thing> heap, Value object, Class<?> type) {
        return object.alternatives().filter(each -> each.value().equals(Value.host(null)) || isOf(heap, each.value(), type));
    }

    private static boolean isOf(Map<Integer, Thing> heap, Value object, Class<?> type) {
        boolean is = type.isAssignableFrom(type(heap, object));
        if (!is && object instanceof Value.Function && type.isInterface()) throw new Unsupported("whether a lambda is a " + type);
        return is;
    }

    /// {@return what an object is where it is an instance of a type, or null}
    static Value only(Map<Integer, Thing> heap, Value object, Class<?> type) {
        Seq<Value.Guarded> fitting = fitting(heap, object, type);
        return fitting.isEmpty() ? new Value.Dead() : chosen(fitting);
    }

    static Value chosen(Seq<Value.Guarded> all) {
        return all.init().foldRight(all.last().value(), (each, rest) -> Value.choice(each.condition(), each.value(), rest));
    }

    /// {@return whether two references are to the same object}
    static Term same(Value one, Value other) {
        return when(one, first -> when(other, second -> identical(first, second)));
    }

    private static Term identical(Value one, Value other) {
        if (one instanceof Value.Host(var first) && other instanceof Value.Host(var second)) return Term.of(first == second);
        if (one instanceof Value.Host(var first) && first == null || other instanceof Value.Host(var second) && second == null) return Term.FALSE;
        if (isConstant(one) || isConstant(other)) return Term.FALSE;
        throw new Unsupported("whether %s and %s are the same object".formatted(one, other));
    }

    /// Nothing that is made while code executes is a constant of an enum.
    private static boolean isConstant(Value value) {
        return value instanceof Value.Host(var object) && object instanceof Enum;
    }

    private static Term when(Value object, Function<Value, Term> term) {
        if (object instanceof Value.Dead) throw new Unsupported("a question about what holds different sorts of things");
        return object.alternatives().foldLeft(Term.FALSE, (all, each) -> Term.either(all, Term.both(each.condition(), term.apply(each.value()))));
    }

    /// {@return whether two objects are equal: records component by component}
    static Term equal(Value one, Value other) {
        return when(one, first -> when(other, second -> equals(first, second)));
    }

    private static Term equals(Value one, Value other) {
        if (other.equals(Value.host(null))) return Term.of(one.equals(other));
        if (Library.isSequence(one) && Library.isSequence(other)) return equal(Library.elements(one), Library.elements(other));
        return switch (one) {
            case Value.Word(var first) when other instanceof Value.Word(var second)                                        -> Term.equal(first, second);
            case Value.Box(var type, var first) when other instanceof Value.Box(var same, var second)                      -> type == same ? Term.equal(first, second) : Term.FALSE;
            case Value.Host(var first) when other instanceof Value.Host(var second)                                        -> Term.of(java.util.Objects.equals(first, second));
            default -> {
                Class<?> type = type(LinkedHashMap.empty(), one);
                if (!Types.isEqualByComponents(type)) throw new Unsupported("whether an object of %s equals another one".formatted(type));
                yield type == type(LinkedHashMap.empty(), other) ? equal(components(one), components(other)) : Term.FALSE;
            }
        };
    }

    private static Term equal(Seq<Value> all, Seq<Value> others) {
        return all.size() == others.size() ? all.zipWith(others, Objects::equal).fold(Term.TRUE, Term::both) : Term.FALSE;
    }

    /// {@return the components of a record}
    static Seq<Value> components(Value record) {
        Class<?> type = type(LinkedHashMap.empty(), record);
        return Vector.of(type.getRecordComponents()).map(component -> field(LinkedHashMap.empty(), record, type, component.getName()));
    }

    /// {@return what a static field holds that never changes}
    static Value constant(Class<?> owner, String name) {
        return read(unchanging(declared(owner, name)), null);
    }

    private static Field unchanging(Field field) {
        if (!Modifier.isFinal(field.getModifiers())) throw new Unsupported("what %s holds may change".formatted(field));
        return field;
    }

    /// {@return what a field of an object holds; of an object that is not null}
    static Value field(Map<Integer, Thing> heap, Value object, Class<?> owner, String name) {
        Seq<Value.Guarded> all = object.alternatives().reject(each -> each.value().equals(Value.host(null)));
        return all.isEmpty() ? new Value.Dead() : chosen(all.map(each -> new Value.Guarded(each.condition(), of(heap, each.value(), owner, name))));
    }

    private static Value of(Map<Integer, Thing> heap, Value object, Class<?> owner, String name) {
        return switch (object) {
            case Value.Made(var type, var fields)  -> fields.get(name).get();
            case Value.Box(var type, var term) when name.equals("value") -> new Value.Word(term);
            case Value.Host(var host)              -> read(unchanging(declared(owner, name)), host);
            case Value.Fresh(var number) when heap.get(number).get() instanceof Thing.Instance(var type, var fields) -> fields.get(name).getOrElseThrow(() -> new Unsupported("a field is read before it is set"));
            default                                -> throw new Unsupported("the field %s of %s".formatted(name, object));
        };
    }

    private static Field declared(Class<?> owner, String name) {
        return Iterator.<Class<?>>iterate(owner, Class::getSuperclass).takeWhile(each -> each != null).toVector().appendAll(Vector.of(owner.getInterfaces()))
            .flatMap(each -> Vector.of(each.getDeclaredFields())).find(field -> field.getName().equals(name)).getOrElseThrow(() -> new Unsupported("%s has no field %s".formatted(owner, name)));
    }

    private static Value read(Field field, Object object) {
        try {
            field.setAccessible(true);
            return Value.held(field.getType(), field.get(object));
        } catch (ReflectiveOperationException | RuntimeException closed) {
            throw new Unsupported("%s cannot be read: %s".formatted(field, closed));
        }
    }

    /// {@return the state after a field of the object under the top got what is on top}
    static State put(State state, Class<?> owner, String name) {
        if (!(state.stack().get(1) instanceof Value.Fresh(var number) && state.heap().get(number).get() instanceof Thing.Instance(var type, var fields))) {
            throw new Unsupported("a change of the field %s of an object that is not new".formatted(name));
        }
        if (!declared(owner, name).equals(declared(type, name))) throw new Unsupported("%s has two fields %s".formatted(type, name));
        return state.with(state.heap().put(number, new Thing.Instance(type, fields.put(name, state.top()))));
    }

    /// {@return the state after a constructor of an object returned: one whose fields are final is no longer on the heap; unless its own constructor called another one}
    static State constructed(State state, Value object) {
        if (state.locals().get(0).contains(object)) return state;
        if (!(object instanceof Value.Fresh(var number) && state.heap().get(number).get() instanceof Thing.Instance(var type, var fields)) || !Types.isFinal(type)) return state;
        return state.replacing(object, new Value.Made(type, fields)).with(state.heap().remove(number));
    }
}
