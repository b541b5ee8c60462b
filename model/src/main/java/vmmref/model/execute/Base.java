package vmmref.model.execute;

import static vmmref.spec.Memories.BASE_UPDATED;

import io.vavr.control.Option;
import vmmref.model.instruction.Syntax;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Place;
import vmmref.model.register.GeneralValue;
import vmmref.spec.Memories;

/// What becomes of the register that holds the address of a reference.
enum Base {
    KEPT, BY_REGISTER, BY_IMMEDIATE, BY_EIGHT, BY_SIXTEEN;

    private static final GeneralValue EIGHT = GeneralValue.of(8);
    private static final GeneralValue SIXTEEN = GeneralValue.of(16);

    /// {@return that of a form}
    static Base of(Syntax syntax) {
        String text = syntax.text();
        return text.endsWith("imm9") ? BY_IMMEDIATE : text.endsWith("],r2") ? BY_REGISTER : text.endsWith("],8") ? BY_EIGHT : text.endsWith("],16") ? BY_SIXTEEN : KEPT;
    }

    /// {@return nothing, or that it may not be written}
    Option<Executed> illegal(Execution execution) {
        return this == KEPT ? Option.none() : Checks.target(execution.machine(), execution.operands().r3());
    }

    /// {@return its new value}
    Effects updated(Execution execution) {
        return switch (this) {
            case KEPT         -> Effects.NONE;
            case BY_REGISTER  -> updated(execution, execution.r2());
            case BY_IMMEDIATE -> updated(execution, GeneralValue.of(execution.operands().immediate()));
            case BY_EIGHT     -> updated(execution, EIGHT);
            case BY_SIXTEEN   -> updated(execution, SIXTEEN);
        };
    }

    @Memories.Rule(BASE_UPDATED)
    static Effects updated(Execution execution, GeneralValue increment) {
        GeneralValue base = execution.r3();
        return Effects.of(new Place.General(execution.operands().r3()), new GeneralValue(base.bits() + increment.bits(), base.nat() || increment.nat()), BASE_UPDATED);
    }
}
