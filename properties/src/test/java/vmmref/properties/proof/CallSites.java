package vmmref.properties.proof;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;

/// Call sites that are linked while code executes: lambdas, texts put together, switches over types.
final class CallSites {
    private CallSites() { }

    /// {@return the state after a call site was linked and executed: a lambda, a text, a switch}
    static State invoke(State state, InvokeDynamicInstruction call) {
        MethodTypeDesc type = call.typeSymbol();
        Seq<Value> arguments = state.stack().take(type.parameterCount()).reverse();
        State before = state.pop(type.parameterCount()).next();
        return switch (call.bootstrapMethod().methodName()) {
            case "metafactory", "altMetafactory" -> before.push(new Value.Function(Types.of(type.returnType()), (DirectMethodHandleDesc) call.bootstrapArgs().get(1), arguments));
            case "makeConcatWithConstants"       -> before.push(new Value.Text());
            case "typeSwitch"                    -> before.push(position(state, arguments, Vector.ofAll(call.bootstrapArgs())));
            default                              -> throw new Unsupported("a call site of " + call.bootstrapMethod().methodName());
        };
    }

    /// {@return the first label that fits, counted from the one at which the search starts; their number if none does, and -1 for null}
    private static Value position(State state, Seq<Value> arguments, Seq<Object> labels) {
        if (!(State.word(arguments.get(1)) instanceof Term.Literal(var first, var width))) throw new Unsupported("a switch that starts nobody knows where");
        Value object = arguments.head();
        Term found = Vector.range((int) first, labels.size()).foldRight(Term.of(labels.size()), (number, rest) -> Term.choice(fits(state, object, labels.get(number)), Term.of(number), rest));
        return new Value.Word(Term.choice(Objects.isNull(object), Term.of(-1), found));
    }

    private static Term fits(State state, Value object, Object label) {
        return switch (label) {
            case ClassDesc type                      -> Objects.isInstance(state.heap(), object, Types.of(type));
            case java.lang.Enum.EnumDesc<?> constant -> Objects.same(object, Objects.constant(Types.of(constant.constantType()), constant.constantName()));
            default                                  -> throw new Unsupported("the label " + label + " of a switch");
        };
    }
}
