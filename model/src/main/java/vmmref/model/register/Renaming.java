package vmmref.model.register;

import static vmmref.spec.RegisterFiles.BANK_SELECTED;
import static vmmref.spec.RegisterFiles.FLOATING_ROTATED;
import static vmmref.spec.RegisterFiles.GENERAL_ROTATED;
import static vmmref.spec.RegisterFiles.PREDICATE_ROTATED;
import static vmmref.spec.RegisterFiles.STACK_RENAMED;

import vmmref.spec.RegisterFiles;

/// Which physical register the number of a register in an instruction means.
public final class Renaming {
    private static final int FIRST_STACKED = 32;
    private static final int FIRST_BANKED = 16;
    private static final int FIRST_ROTATING_PREDICATE = 16;

    private Renaming() { }

    /// {@return the physical number of a general register, 0 to 127}
    public static int general(int register, Cfm cfm, RegisterStack stack, boolean bank1) {
        return register < FIRST_STACKED ? fixed(register, bank1) : stacked(register - FIRST_STACKED, cfm, stack);
    }

    @RegisterFiles.Rule(BANK_SELECTED)
    static int fixed(int register, boolean bank1) {
        return register >= FIRST_BANKED && bank1 ? register - FIRST_BANKED + GeneralRegisters.BANK_1 : register;
    }

    @RegisterFiles.Rule({GENERAL_ROTATED, STACK_RENAMED})
    static int stacked(int offset, Cfm cfm, RegisterStack stack) {
        int rotated = offset < cfm.rotating() ? (offset + cfm.rrbGr()) % cfm.rotating() : offset;
        return GeneralRegisters.STACKED + stack.stacked(rotated);
    }

    @RegisterFiles.Rule(FLOATING_ROTATED)
    public static int floating(int register, Cfm cfm) {
        return register < 32 ? register : 32 + (register - 32 + cfm.rrbFr()) % Cfm.ROTATING_FLOATING;
    }

    /// {@return the number by which an instruction names a floating-point register}
    ///
    /// @param physical its physical number
    public static int floatingNamed(int physical, Cfm cfm) {
        return physical < 32 ? physical : 32 + (physical - 32 + Cfm.ROTATING_FLOATING - cfm.rrbFr()) % Cfm.ROTATING_FLOATING;
    }

    @RegisterFiles.Rule(PREDICATE_ROTATED)
    public static int predicate(int register, Cfm cfm) {
        return register < FIRST_ROTATING_PREDICATE ? register
            : FIRST_ROTATING_PREDICATE + (register - FIRST_ROTATING_PREDICATE + cfm.rrbPr()) % Cfm.ROTATING_PREDICATES;
    }
}
