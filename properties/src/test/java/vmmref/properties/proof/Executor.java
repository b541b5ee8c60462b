package vmmref.properties.proof;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;

/// Executes compiled methods on terms instead of numbers. Calls are followed, paths that meet are one from there on, and loops run until they end or have jumped back too often.
///
/// What it has no meaning for is [Unsupported]. Taken for granted is that libraries make text without an exception, that constants and what is in their arrays never change, and that classes are initialised well.
final class Executor {
    private final Meaning meaning;
    private final int jumps;
    private Vector<Thrown> thrown = Vector.empty();
    private Vector<Path> endless = Vector.empty();
    private int things;

    /// An exception that leaves the method.
    record Thrown(Class<?> type, Path path) { }

    /// What a method gives back, and what is on the heap then.
    record Returned(Value value, Map<Integer, Thing> heap, Path path) {
        Returned or(Returned other) {
            Term here = path.beside(other.path);
            return new Returned(Value.choice(here, value, other.value), State.heap(here, heap, other.heap), path.or(other.path));
        }
    }

    /// @param jumps how often a loop may jump back
    Executor(Meaning meaning, int jumps) {
        this.meaning = meaning;
        this.jumps   = jumps;
    }

    Meaning meaning() {
        return meaning;
    }

    /// {@return what a method gives back, if it ever does}
    ///
    /// @param arguments of an instance method the object first
    Option<Returned> call(Method method, Seq<Value> arguments) {
        return call(Code.of(method.getDeclaringClass(), method.getName(), Types.descriptor(method)), MethodTypeDesc.ofDescriptor(Types.descriptor(method)),
            !Modifier.isStatic(method.getModifiers()), arguments, HashMap.empty(), Path.ANY);
    }

    /// {@return the record that its constructor makes of components, if it ever does}
    Option<Value> construct(Class<?> type, Seq<Value> components) {
        Seq<Class<?>> types = Vector.of(type.getRecordComponents()).map(RecordComponent::getType);
        MethodTypeDesc descriptor = MethodTypeDesc.ofDescriptor(MethodType.methodType(void.class, types.toJavaArray(Class<?>[]::new)).descriptorString());
        Value.Fresh fresh = fresh();
        return call(Code.of(type, ConstantDescs.INIT_NAME, descriptor.descriptorString()), descriptor, true, components.prepend(fresh),
            HashMap.of(fresh.number(), new Thing.Instance(type, HashMap.empty())), Path.ANY)
            .map(returned -> new Value.Made(type, ((Thing.Instance) returned.heap().get(fresh.number()).get()).fields()));
    }

    /// {@return what a method gives back, if it ever does}
    Option<Returned> call(Code code, MethodTypeDesc type, boolean instance, Seq<Value> arguments, Map<Integer, Thing> heap, Path path) {
        Seq<ClassDesc> types = Vector.ofAll(type.parameterList());
        if (instance) types = types.prepend(ConstantDescs.CD_Object);
        Map<Integer, Value> locals = HashMap.empty();
        int slot = 0;
        for (int number = 0; number < arguments.size(); number++) {
            locals = locals.put(slot, arguments.get(number));
            slot += types.get(number).equals(ConstantDescs.CD_long) || types.get(number).equals(ConstantDescs.CD_double) ? 2 : 1;
        }
        return new Frame(this, code).run(new State(0, io.vavr.collection.List.empty(), locals, heap, path, HashMap.empty()));
    }

    boolean isTooOften(State state) {
        if (state.jumps().values().forAll(number -> number <= jumps)) return false;
        endless = endless.append(state.path());
        return true;
    }

    void raise(Class<?> type, Path path) {
        thrown = thrown.append(new Thrown(type, path));
    }

    /// {@return the state where a condition does not hold, if it can be so; where it does, an exception leaves}
    Option<State> unless(State state, Term condition, Class<?> exception) {
        Option<Boolean> decided = state.path().decides(condition);
        if (decided.contains(false)) return Option.some(state);
        raise(exception, state.path().and(condition));
        return Option.when(decided.isEmpty(), () -> state.with(state.path().and(Term.not(condition))));
    }

    /// {@return the exceptions so far}
    Vector<Thrown> thrown() {
        return thrown;
    }

    /// {@return where a loop had not ended when it was left}
    Term endless() {
        return endless.map(Path::term).fold(Term.FALSE, Term::either);
    }

    Value.Fresh fresh() {
        return new Value.Fresh(things++);
    }
}
