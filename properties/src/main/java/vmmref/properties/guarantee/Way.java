package vmmref.properties.guarantee;

import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.register.RegisterNumber;
import vmmref.model.tlb.Tlb;

/// What interrupts a machine: an instruction that faults, an external interrupt, a fetch, a single step, or a branch that is taken.
enum Way {
    FAULT    (Interruption.BREAK_INSTRUCTION, 0x2c00, "break.b 0x5"),
    EXTERNAL (Interruption.EXTERNAL_INTERRUPT, 0x3000, "break.b 0x5"),
    FETCH    (Interruption.ALTERNATE_INSTRUCTION_TLB, 0x0c00, "break.b 0x5"),
    STEP     (Interruption.SINGLE_STEP, 0x6000, "nop.b 0"),
    BRANCH   (Interruption.TAKEN_BRANCH, 0x5f00, "br.cond.sptk.few .+0x120");

    /// The bits of PSR that say nothing of how code is fetched at level 0 or of traps: up, ac, mfl, mfh, dfl to pp, di, si, db, rt, mc.
    static final long NOISE = BitRange.mask("35 27 24:18 5:2");
    /// The bits of PSR that are 0 after an instruction.
    static final long SINGLE = BitRange.mask("45 43 39:37");

    private final Interruption kind;
    private final int vector;
    private final String text;

    Way(Interruption kind, int vector, String text) {
        this.kind = kind;
        this.vector = vector;
        this.text = text;
    }

    Interruption kind() {
        return kind;
    }

    /// {@return the offset of the vector, as the manual has it}
    int vector() {
        return vector;
    }

    /// {@return whether an instruction is done before the interruption}
    boolean isTrap() {
        return this == STEP || this == BRANCH;
    }

    /// {@return a machine that will be interrupted so at a slot}
    Machine interrupting(Machine machine, int slot) {
        Machine there = Took.at(machine, text, slot);
        return switch (this) {
            case FAULT    -> there;
            case EXTERNAL -> new Place.Control(RegisterNumber.IRR + 1).with(there.withPsr(there.psr().with(14, true)), 1L << 36);
            case FETCH    -> there.withPsr(there.psr().with(36, true)).withTlb(Tlb.EMPTY);
            case STEP     -> there.withPsr(there.psr().with(40, true));
            case BRANCH   -> there.withPsr(there.psr().with(26, true));
        };
    }
}
