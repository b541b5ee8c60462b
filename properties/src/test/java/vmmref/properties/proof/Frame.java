package vmmref.properties.proof;

import static java.lang.classfile.Opcode.ACONST_NULL;
import static java.lang.classfile.Opcode.ARRAYLENGTH;

import io.vavr.collection.HashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.NopInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.util.TreeMap;

/// One call of a method. The state that is least far is taken next, so that states meet where the code comes together.
final class Frame {
    private final Executor executor;
    private final Code code;
    private final Calls calls;
    private final TreeMap<Vector<Integer>, State> waiting = new TreeMap<>(Frame::compare);
    private Option<Executor.Returned> returned = Option.none();

    Frame(Executor executor, Code code) {
        this.executor = executor;
        this.code     = code;
        this.calls    = new Calls(executor);
    }

    Option<Executor.Returned> run(State start) {
        go(start);
        while (!waiting.isEmpty()) {
            State state = waiting.pollFirstEntry().getValue();
            int raised = executor.thrown().size();
            step(state, code.instructions().get(state.at()));
            if (executor.thrown().size() > raised && code.isGuarded(state.at())) throw new Unsupported(code.name() + " catches an exception");
        }
        return returned.map(back -> new Executor.Returned(back.value(), Thing.reachable(back.heap(), start.heap().keySet(), back.value()), back.path()));
    }

    private static int compare(Vector<Integer> one, Vector<Integer> other) {
        int different = one.zip(other).indexWhere(pair -> !pair._1.equals(pair._2));
        return different < 0 ? Integer.compare(one.size(), other.size()) : one.get(different).compareTo(other.get(different));
    }

    private void go(State state) {
        if (!executor.isTooOften(state)) waiting.merge(code.progress(state), state, State::or);
    }

    private void step(State state, Instruction instruction) {
        if (!Opcodes.SUPPORTED.contains(instruction.opcode())) throw new Unsupported(instruction.opcode() + " in " + code.name());
        switch (instruction) {
            case NopInstruction nop             -> go(state.next());
            case ConstantInstruction constant   -> go(state.push(constant(constant)).next());
            case LoadInstruction load           -> go(state.push(state.locals().get(load.slot()).get()).next());
            case StoreInstruction store         -> go(state.with(store.slot(), state.top()).pop(1).next());
            case IncrementInstruction increment -> go(state.with(increment.slot(), incremented(state, increment)).next());
            case OperatorInstruction operator   -> operate(state, operator.opcode());
            case ConvertInstruction convert     -> go(state.pop(1).push(unary(convert.opcode(), state.word())).next());
            case StackInstruction stack         -> go(Stack.shuffled(state, stack.opcode()).next());
            case BranchInstruction branch       -> branch(state, branch);
            case TableSwitchInstruction table   -> choose(state, table.cases(), table.defaultTarget());
            case LookupSwitchInstruction lookup -> choose(state, lookup.cases(), lookup.defaultTarget());
            case ReturnInstruction done         -> back(state, done.opcode() == Opcode.RETURN ? new Value.Dead() : state.top());
            case ThrowInstruction thrown        -> raise(state, state.top());
            case NewObjectInstruction created   -> create(state, new Thing.Instance(Types.of(created.className().asSymbol()), HashMap.empty()));
            case NewReferenceArrayInstruction n -> create(state.pop(1), elements(state, Types.of(n.componentType().asSymbol()), Value.host(null)));
            case NewPrimitiveArrayInstruction n -> create(state.pop(1), elements(state, Types.of(n.typeKind().upperBound()), zero(n)));
            case ArrayLoadInstruction load      -> load(state);
            case ArrayStoreInstruction store    -> store(state);
            case TypeCheckInstruction check     -> check(state, check);
            case FieldInstruction field         -> field(state, field);
            case InvokeInstruction call         -> calls.invoke(state, call).forEach(this::go);
            case InvokeDynamicInstruction call  -> go(CallSites.invoke(state, call));
            default                             -> throw new Unsupported(instruction + " in " + code.name());
        }
    }

    private static Value constant(ConstantInstruction constant) {
        if (constant.opcode() == ACONST_NULL) return Value.host(null);
        return switch (constant.constantValue()) {
            case Integer number -> Value.of(number);
            case Long number    -> new Value.Word(Term.of(number));
            case String text    -> new Value.Host(text.intern());
            default             -> throw new Unsupported("the constant " + constant.constantValue());
        };
    }

    private Value incremented(State state, IncrementInstruction increment) {
        return new Value.Word(binary(Opcode.IADD, State.word(state.locals().get(increment.slot()).get()), Term.of(increment.constant())));
    }

    private Term unary(Opcode opcode, Term one) {
        return executor.meaning().unary().get(opcode).getOrElseThrow(() -> new Unsupported(opcode.name())).apply(one);
    }

    private Term binary(Opcode opcode, Term one, Term other) {
        return executor.meaning().binary().get(opcode).getOrElseThrow(() -> new Unsupported(opcode.name())).apply(one, other);
    }

    private void operate(State state, Opcode opcode) {
        if (opcode == ARRAYLENGTH) {
            go(state.pop(1).push(Term.of(Arrays.of(state, state.top()).size())).next());
        } else if (executor.meaning().unary().containsKey(opcode)) {
            go(state.pop(1).push(unary(opcode, state.word())).next());
        } else {
            Term other = state.word();
            Term divisor = divides(opcode) ? other : Term.of(1);
            executor.unless(state, Term.equal(divisor, divisor.width() == 64 ? Term.of(0L) : Term.of(0)), ArithmeticException.class)
                .forEach(sound -> go(sound.pop(2).push(binary(opcode, State.word(state.stack().get(1)), other)).next()));
        }
    }

    private static boolean divides(Opcode opcode) {
        return switch (opcode) {
            case IDIV, LDIV, IREM, LREM -> true;
            default                     -> false;
        };
    }

    private void branch(State state, BranchInstruction branch) {
        int target = code.target(branch.target());
        Opcode opcode = branch.opcode();
        switch (opcode) {
            case GOTO, GOTO_W            -> go(state.to(target));
            case IFNULL                  -> fork(state.pop(1), Objects.isNull(state.top()), target);
            case IFNONNULL               -> fork(state.pop(1), Term.not(Objects.isNull(state.top())), target);
            case IF_ACMPEQ               -> fork(state.pop(2), Objects.same(state.stack().get(1), state.top()), target);
            case IF_ACMPNE               -> fork(state.pop(2), Term.not(Objects.same(state.stack().get(1), state.top())), target);
            case IFEQ, IFNE, IFLT, IFGE, IFGT, IFLE -> fork(state.pop(1), condition(opcode, state.word(), Term.of(0)), target);
            default                      -> fork(state.pop(2), condition(opcode, State.word(state.stack().get(1)), state.word()), target);
        }
    }

    private Term condition(Opcode opcode, Term one, Term other) {
        return executor.meaning().conditions().get(opcode).getOrElseThrow(() -> new Unsupported(opcode.name())).apply(one, other);
    }

    private void fork(State state, Term condition, int target) {
        Option<Boolean> decided = state.path().decides(condition);
        if (!decided.contains(false)) go(state.with(state.path().and(condition)).to(target));
        if (!decided.contains(true))  go(state.with(state.path().and(Term.not(condition))).next());
    }

    private void choose(State state, java.util.List<SwitchCase> cases, Label otherwise) {
        Term number = state.word();
        State left = state.pop(1);
        for (SwitchCase each : cases) {
            Term condition = Term.equal(number, Term.of(each.caseValue()));
            Option<Boolean> decided = left.path().decides(condition);
            if (!decided.contains(false)) go(left.with(left.path().and(condition)).to(code.target(each.target())));
            if (decided.contains(true)) return;
            left = left.with(left.path().and(Term.not(condition)));
        }
        go(left.to(code.target(otherwise)));
    }

    private void back(State state, Value value) {
        Executor.Returned now = new Executor.Returned(value, state.heap(), state.path());
        returned = Option.some(returned.map(before -> before.or(now)).getOrElse(now));
    }

    private void raise(State state, Value exception) {
        executor.raise(Objects.type(state.heap(), exception), state.path());
    }

    private void create(State state, Thing thing) {
        Value.Fresh fresh = executor.fresh();
        go(state.with(state.heap().put(fresh.number(), thing)).push(fresh).next());
    }

    private static Thing elements(State state, Class<?> component, Value first) {
        if (state.word() instanceof Term.Literal(var length, var width) && length >= 0) return new Thing.Elements(component.arrayType(), Vector.fill((int) length, first));
        throw new Unsupported("an array of unknown or negative length");
    }

    private static Value zero(NewPrimitiveArrayInstruction array) {
        return switch (array.typeKind()) {
            case LONG          -> new Value.Word(Term.of(0L));
            case FLOAT, DOUBLE -> throw new Unsupported("floating point");
            default            -> Value.of(0);
        };
    }

    private void load(State state) {
        Seq<Value> all = Arrays.of(state, state.stack().get(1));
        Term index = state.word();
        executor.unless(state, Arrays.isOutside(all, index), ArrayIndexOutOfBoundsException.class).forEach(inside -> go(inside.pop(2).push(Arrays.at(all, index)).next()));
    }

    private void store(State state) {
        if (!(state.stack().get(1) instanceof Value.Word(var index) && index instanceof Term.Literal(var at, var width) && state.stack().get(2) instanceof Value.Fresh(var number)
            && state.heap().get(number).get() instanceof Thing.Elements(var type, var all))) throw new Unsupported("a store into an array that is not new, or at an unknown place");
        if (!type.componentType().isPrimitive() && !Objects.isAlways(state.heap(), state.top(), type.componentType())) {
            throw new Unsupported("a store into an array that may be of another type");
        }
        go(state.with(state.heap().put(number, new Thing.Elements(type, all.update((int) at, state.top())))).pop(3).next());
    }

    private void check(State state, TypeCheckInstruction check) {
        Class<?> type = Types.of(check.type().asSymbol());
        Term fits = Objects.isInstance(state.heap(), state.top(), type);
        if (check.opcode() == Opcode.INSTANCEOF) {
            go(state.pop(1).push(Value.of(fits)).next());
        } else {
            executor.unless(state, Term.not(Term.either(fits, Objects.isNull(state.top()))), ClassCastException.class)
                .forEach(sound -> go(sound.pop(1).push(Objects.only(state.heap(), state.top(), type)).next()));
        }
    }

    private void field(State state, FieldInstruction field) {
        String name = field.name().stringValue();
        Class<?> owner = Types.of(field.owner().asSymbol());
        switch (field.opcode()) {
            case GETSTATIC -> go(state.push(Objects.constant(owner, name)).next());
            case GETFIELD  -> executor.unless(state, Objects.isNull(state.top()), NullPointerException.class)
                .forEach(sound -> go(sound.pop(1).push(Objects.field(state.heap(), state.top(), owner, name)).next()));
            case PUTFIELD  -> go(Objects.put(state, owner, name).pop(2).next());
            default        -> throw new Unsupported("a change of the static field " + owner + "." + name);
        }
    }
}
