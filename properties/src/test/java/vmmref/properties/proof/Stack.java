package vmmref.properties.proof;

import io.vavr.collection.List;
import java.lang.classfile.Opcode;

/// Instructions that move what is on the stack. A long is one value there, though the JVM specification counts two.
final class Stack {
    private Stack() { }

    /// {@return the state after such an instruction}
    static State shuffled(State state, Opcode opcode) {
        Value top = state.top();
        return switch (opcode) {
            case POP  -> state.pop(1);
            case POP2 -> state.pop(isLong(top) ? 1 : 2);
            case DUP  -> state.push(top);
            case SWAP -> under(state, 1, 1).pop(1);
            case DUP_X1  -> under(state, 1, 1);
            case DUP_X2  -> under(state, 1, isLong(state.stack().get(1)) ? 1 : 2);
            case DUP2    -> isLong(top) ? state.push(top) : under(state, 2, 0);
            case DUP2_X1 -> under(state, isLong(top) ? 1 : 2, 1);
            default -> throw new Unsupported(opcode.name());
        };
    }

    /// {@return the state with so many values from the top once more, under so many others}
    private static State under(State state, int number, int others) {
        List<Value> again = state.stack().take(number);
        return new State(state.at(), state.stack().drop(number + others).prependAll(again).prependAll(state.stack().slice(number, number + others)).prependAll(again), state.locals(), state.heap(),
            state.path(), state.jumps());
    }

    private static boolean isLong(Value value) {
        return value instanceof Value.Word(var term) && term.width() == 64;
    }
}
