package vmmref.model.execute;

import static vmmref.spec.Executions.ENCODING_ALWAYS_ILLEGAL;
import static vmmref.spec.Executions.ENCODING_IGNORED;
import static vmmref.spec.Executions.ENCODING_ILLEGAL;
import static vmmref.spec.Executions.MEANING_UNMODELLED;

import io.vavr.Function1;
import io.vavr.control.Option;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Instruction;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.spec.Executions;

/// What a slot holds, ready to be executed.
///
/// @param decoded  what it encodes
/// @param meaning  what that means
/// @param operands its operands
public record Ready(Decoded decoded, Meaning meaning, Operands operands) {

    static Ready of(Decoded decoded, Function1<Form, Option<Meaning>> meanings) {
        return switch (decoded) {
            case Decoded.Assigned assigned     -> new Ready(decoded, meanings.apply(assigned.instruction().form()).getOrElse(Ready::unmodelled), Operands.of(assigned.instruction()));
            case Decoded.Unassigned unassigned -> new Ready(decoded, unassigned(unassigned), predicate(unassigned));
            case Decoded.Unmodelled unmodelled -> new Ready(decoded, new Meaning.Unpredicated(Ready::unmodelled), Operands.NONE);
        };
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
