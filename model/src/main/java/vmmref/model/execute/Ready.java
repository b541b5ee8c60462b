package vmmref.model.execute;

import static vmmref.spec.Executions.ENCODING_ALWAYS_ILLEGAL;
import static vmmref.spec.Executions.ENCODING_IGNORED;
import static vmmref.spec.Executions.ENCODING_ILLEGAL;
import static vmmref.spec.Executions.MEANING_UNMODELLED;
import static vmmref.spec.Interruptions.RETURN_UNSTOPPED;

import io.vavr.Function1;
import io.vavr.control.Option;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Instruction;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.spec.Executions;
import vmmref.spec.Interruptions;

/// What a slot holds, ready to be executed.
///
/// @param decoded  what it encodes
/// @param meaning  what that means
/// @param operands its operands
/// @param returns  whether it returns from an interruption
public record Ready(Decoded decoded, Meaning meaning, Operands operands, boolean returns) {

    /// {@return what a slot holds}
    ///
    /// @param stopped whether a stop follows
    static Ready of(Decoded decoded, boolean stopped, Function1<Form, Option<Meaning>> meanings) {
        return switch (decoded) {
            case Decoded.Assigned assigned     -> assigned(assigned, stopped, meanings.apply(assigned.instruction().form()).getOrElse(Ready::unmodelled));
            case Decoded.Unassigned unassigned -> new Ready(decoded, unassigned(unassigned), predicate(unassigned), false);
            case Decoded.Unmodelled unmodelled -> new Ready(decoded, new Meaning.Unpredicated(Ready::unmodelled), Operands.NONE, false);
        };
    }

    private static Ready assigned(Decoded.Assigned assigned, boolean stopped, Meaning meaning) {
        boolean returns = assigned.instruction().form().syntax().mnemonic().equals("rfi");
        return new Ready(assigned, returns && !stopped ? unstopped() : meaning, Operands.of(assigned.instruction()), returns);
    }

    @Interruptions.Rule(RETURN_UNSTOPPED)
    static Meaning unstopped() {
        return new Meaning.Unpredicated(execution -> Checks.raised(Interruption.ILLEGAL_OPERATION, RETURN_UNSTOPPED));
    }

    /// {@return the instruction, if the slot encodes one}
    public Option<Instruction> instruction() {
        return decoded instanceof Decoded.Assigned assigned ? Option.some(assigned.instruction()) : Option.none();
    }

    private static Operands predicate(Decoded.Unassigned unassigned) {
        return Operands.NONE.withPredicate((int) unassigned.slot().bits() & 63);
    }

    @Executions.Rule({ENCODING_ILLEGAL, ENCODING_ALWAYS_ILLEGAL, ENCODING_IGNORED})
    static Meaning unassigned(Decoded.Unassigned unassigned) {
        return switch (unassigned.treatment()) {
            case ILLEGAL_IF_PREDICATED -> execution -> Checks.raised(Interruption.ILLEGAL_OPERATION, ENCODING_ILLEGAL);
            case ILLEGAL               -> new Meaning.Unpredicated(execution -> Checks.raised(Interruption.ILLEGAL_OPERATION, ENCODING_ALWAYS_ILLEGAL));
            case NOP                   -> execution -> new Executed.Done(Effects.NONE, ENCODING_IGNORED);
        };
    }

    @Executions.Rule(MEANING_UNMODELLED)
    static Executed unmodelled(Execution execution) {
        return new Executed.Unspecified(MEANING_UNMODELLED);
    }
}
