package vmmref.properties.proof;

import io.vavr.collection.HashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DirectMethodHandleDesc.Kind;
import java.lang.constant.MethodTypeDesc;

/// Calls of methods, constructors and lambdas: each is executed with its arguments, wherever its code is.
record Calls(Executor executor) {
    private static final Seq<Class<?>> EMPTY_CONSTRUCTORS = Vector.of(Object.class, Record.class);

    /// What is called.
    ///
    /// @param instance whether the first argument is the object that has the method
    /// @param exact    whether the method of the named class is meant, whatever class the object is of
    private record Method(Class<?> owner, String name, MethodTypeDesc type, boolean instance, boolean exact) {
        String descriptor() {
            return type.descriptorString();
        }

        boolean constructs() {
            return name.equals(ConstantDescs.INIT_NAME);
        }
    }

    /// {@return the state after a call; none if it never comes back}
    Option<State> invoke(State state, InvokeInstruction call) {
        MethodTypeDesc type = call.typeSymbol();
        boolean instance = call.opcode() != Opcode.INVOKESTATIC;
        Method method = new Method(Types.of(call.owner().asSymbol()), call.name().stringValue(), type, instance, call.opcode() == Opcode.INVOKESPECIAL);
        int number = type.parameterCount() + (instance ? 1 : 0);
        State before = state.pop(number);
        Seq<Value> arguments = state.stack().take(number).reverse();
        return called(before, method, arguments).map(returned -> {
            State after = before.with(returned.heap()).with(returned.path());
            if (method.constructs()) return Objects.constructed(after, arguments.head()).next();
            return (type.returnType().equals(ConstantDescs.CD_void) ? after : after.push(returned.value())).next();
        });
    }

    private Option<Executor.Returned> called(State state, Method method, Seq<Value> arguments) {
        if (!method.instance() && method.name().equals("of") && method.owner() == Vector.class) return back(state, new Value.Items(listed(state, method, arguments)));
        if (!method.instance()) {
            return Library.statically(method.owner(), method.name(), arguments).map(value -> back(state, value)).getOrElse(() -> execute(state, method, method.owner(), arguments));
        }
        if (method.constructs() && isEmpty(state, method, arguments.head())) return back(state, new Value.Dead());
        Option<Executor.Returned> all = Option.none();
        for (Value.Guarded each : arguments.head().alternatives()) {
            Option<Boolean> decided = state.path().decides(each.condition());
            if (decided.contains(false)) continue;
            State here = state.with(state.path().and(each.condition()));
            Option<Executor.Returned> one = of(here, method, arguments.update(0, each.value()));
            all = all.isEmpty() || one.isEmpty() ? all.orElse(one) : Option.some(all.get().or(one.get()));
        }
        return all;
    }

    private static Vector<Value> listed(State state, Method method, Seq<Value> arguments) {
        return method.type().parameterType(0).isArray() ? Arrays.of(state, arguments.head()).toVector() : arguments.toVector();
    }

    private static boolean isEmpty(State state, Method method, Value object) {
        return EMPTY_CONSTRUCTORS.contains(method.owner()) || Throwable.class.isAssignableFrom(Objects.type(state.heap(), object));
    }

    private static Option<Executor.Returned> back(State state, Value value) {
        return Option.some(new Executor.Returned(value, state.heap(), state.path()));
    }

    /// @param arguments the first is the object, and one thing
    private Option<Executor.Returned> of(State state, Method method, Seq<Value> arguments) {
        Value object = arguments.head();
        if (object.equals(Value.host(null))) {
            executor.raise(NullPointerException.class, state.path());
            return Option.none();
        }
        if (object instanceof Value.Function function && Types.found(function.type(), method.name(), method.descriptor()).isEmpty()) {
            Seq<Value> boxed = arguments.tail().zipWith(method.type().parameterList(), (value, type) -> boxed(type, value));
            return apply(state, function, boxed).map(returned -> new Executor.Returned(fitting(method.type().returnType(), returned.value()), returned.heap(), returned.path()));
        }
        if (object instanceof Value.Fresh(var number) && state.heap().get(number).get() instanceof Thing.Walk(var all, var next)) return walk(state, number, all, next, method);
        if (method.name().equals("iterator") && arguments.size() == 1 && Library.isSequence(object)) return iterator(state, Library.elements(object));
        if (method.name().equals("map") && Library.isVector(object)) return mapped(state, Library.elements(object), arguments.get(1));
        if (method.name().equals("get") && arguments.size() == 2 && Library.isSequence(object)) return got(state, Library.elements(object), State.word(arguments.get(1)));
        Option<Value> known = Library.of(object, method.name(), method.type(), arguments.tail());
        if (known.isDefined()) return back(state, known.get());
        boolean exact = method.exact() || Types.isPrivate(method.owner(), method.name(), method.descriptor());
        return execute(state, method, exact ? method.owner() : Types.declaring(Objects.type(state.heap(), object), method.name(), method.descriptor()), arguments);
    }

    private Option<Executor.Returned> execute(State state, Method method, Class<?> owner, Seq<Value> arguments) {
        if (method.type().returnType().equals(ConstantDescs.CD_String) && !owner.getName().startsWith("vmmref.")) return back(state, new Value.Text());
        return executor.call(Code.of(owner, method.name(), method.descriptor()), method.type(), method.instance(), arguments, state.heap(), state.path());
    }

    private static Option<Executor.Returned> walk(State state, int number, Vector<Value> all, int next, Method method) {
        return switch (method.name()) {
            case "hasNext" -> back(state, Value.of(Term.of(next < all.size())));
            case "next"    -> back(state.with(state.heap().put(number, new Thing.Walk(all, next + 1))), all.get(next));
            default        -> throw new Unsupported("the method %s of an iterator".formatted(method.name()));
        };
    }

    private Option<Executor.Returned> iterator(State state, Vector<Value> elements) {
        Value.Fresh walk = executor.fresh();
        return back(state.with(state.heap().put(walk.number(), new Thing.Walk(elements, 0))), walk);
    }

    private Option<Executor.Returned> mapped(State state, Vector<Value> elements, Value function) {
        Option<Executor.Returned> made = back(state, new Value.Items(Vector.empty()));
        for (Value element : elements) {
            if (made.isEmpty()) return made;
            Executor.Returned before = made.get();
            made = apply(state.with(before.heap()).with(before.path()), (Value.Function) function, Vector.of(element))
                .map(one -> new Executor.Returned(new Value.Items(((Value.Items) before.value()).elements().append(one.value())), one.heap(), one.path()));
        }
        return made;
    }

    private Option<Executor.Returned> got(State state, Vector<Value> elements, Term index) {
        return executor.unless(state, Arrays.isOutside(elements, index), IndexOutOfBoundsException.class).flatMap(inside -> back(inside, Arrays.at(elements, index)));
    }

    /// {@return what a lambda gives back; a number in a box}
    private Option<Executor.Returned> apply(State state, Value.Function function, Seq<Value> arguments) {
        DirectMethodHandleDesc body = function.body();
        Class<?> owner = Types.of(body.owner());
        MethodTypeDesc type = MethodTypeDesc.ofDescriptor(body.lookupDescriptor());
        boolean constructs = body.kind() == Kind.CONSTRUCTOR;
        boolean instance = !constructs && body.kind() != Kind.STATIC && body.kind() != Kind.INTERFACE_STATIC;
        boolean exact = constructs || body.kind() == Kind.SPECIAL || body.kind() == Kind.INTERFACE_SPECIAL;
        Seq<Value> all = function.captured().appendAll(arguments);
        State before = state;
        if (constructs) {
            Value.Fresh fresh = executor.fresh();
            all    = all.prepend(fresh);
            before = state.with(state.heap().put(fresh.number(), new Thing.Instance(owner, HashMap.empty()))).push(fresh);
        }
        Seq<Value> fitting = fitting(all, type, constructs || instance);
        Method method = new Method(owner, constructs ? ConstantDescs.INIT_NAME : body.methodName(), type, constructs || instance, exact);
        State start = before;
        return called(start, method, fitting).map(returned -> constructs
            ? constructed(Objects.constructed(start.with(returned.heap()).with(returned.path()), fitting.head()))
            : new Executor.Returned(boxed(type.returnType(), returned.value()), returned.heap(), returned.path()));
    }

    private static Executor.Returned constructed(State state) {
        return new Executor.Returned(state.top(), state.heap(), state.path());
    }

    /// {@return arguments without boxes where a method takes numbers, and with boxes where it takes objects}
    private static Seq<Value> fitting(Seq<Value> arguments, MethodTypeDesc type, boolean instance) {
        Seq<ClassDesc> types = Vector.ofAll(type.parameterList());
        return arguments.zip(instance ? types.prepend(ConstantDescs.CD_Object) : types).map(each -> fitting(each._2, each._1));
    }

    private static Value fitting(ClassDesc type, Value value) {
        if (!type.isPrimitive()) return boxed(type, value);
        if (type.equals(ConstantDescs.CD_void)) return value;
        Term term = State.word(Value.unboxed(value));
        return new Value.Word(type.equals(ConstantDescs.CD_long) && term.width() == 32 ? Term.wide(term) : term);
    }

    private static Value boxed(ClassDesc type, Value value) {
        return value instanceof Value.Word(var term) ? new Value.Box(switch (type.descriptorString()) {
            case "J" -> Long.class;
            case "Z" -> Boolean.class;
            case "I" -> Integer.class;
            case "S" -> Short.class;
            case "B" -> Byte.class;
            case "C" -> Character.class;
            default  -> throw new Unsupported("a number without a box where there must be one");
        }, term) : value;
    }
}
