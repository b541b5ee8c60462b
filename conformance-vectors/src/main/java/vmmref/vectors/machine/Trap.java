/// The traps, called as their bits in ISR.code are, each with the clause by which it is due.
package vmmref.vectors.machine;

import io.vavr.collection.Vector;
import java.util.Locale;
import vmmref.model.interruption.Interruption;
import vmmref.spec.Clause;
import vmmref.spec.Interruptions;
import vmmref.spec.Reals;

public enum Trap {
    FP(Interruption.FLOATING_POINT_TRAP, Reals.TRAP_TOLD),
    LP(Interruption.LOWER_PRIVILEGE_TRANSFER, Interruptions.LEVEL_TRAPPED),
    TB(Interruption.TAKEN_BRANCH, Interruptions.BRANCH_TRAPPED),
    SS(Interruption.SINGLE_STEP, Interruptions.STEP_TRAPPED),
    UI(Interruption.UNIMPLEMENTED_INSTRUCTION_ADDRESS_TRAP, Interruptions.TARGET_TRAPPED);

    private final Interruption interruption;
    private final Clause clause;

    Trap(Interruption interruption, Clause clause) {
        this.interruption = interruption;
        this.clause       = clause;
    }

    /// {@return the trap that an interruption is; one of them is}
    public static Trap of(Interruption interruption) {
        return Vector.of(values()).find(trap -> trap.interruption == interruption).get();
    }

    public Clause clause() {
        return clause;
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
