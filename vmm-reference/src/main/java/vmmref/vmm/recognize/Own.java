package vmmref.vmm.recognize;

import io.vavr.collection.Seq;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Forms;
import vmmref.model.memory.VirtualAddress;

/// What tells the monitor's own patches: branches into its window, and breaks with its immediates.
///
/// @param window     the addresses of its stubs
/// @param immediates of its breaks
public record Own(Range window, Range immediates) {
    /// No patch is the monitor's.
    public static final Own NOTHING = new Own(Range.EMPTY, Range.EMPTY);

    private static final Seq<InstructionPattern> BRANCHES = patterns("br\\.cond|brl\\.cond").filter(pattern -> pattern.variables().exists(variable -> variable.operand().name().startsWith("target")));
    private static final Seq<InstructionPattern> BREAKS   = patterns("break\\.[mifbx]");

    /// Numbers without sign.
    ///
    /// @param least the first
    /// @param end   the first after the last; the same as the first if there is none
    public record Range(long least, long end) {
        static final Range EMPTY = new Range(0, 0);

        boolean has(long number) {
            return Long.compareUnsigned(number - least, end - least) < 0;
        }
    }

    private static Seq<InstructionPattern> patterns(String mnemonics) {
        return Forms.architected().filter(form -> form.syntax().mnemonic().matches(mnemonics)).map(InstructionPattern::of);
    }

    /// {@return whether an instruction in a bundle at an address is a patch of the monitor}
    boolean has(VirtualAddress bundle, Unit unit, Slot slot) {
        if (this == NOTHING) return false;
        return BRANCHES.exists(branch -> branch.matches(unit, slot) && window.has(bundle.bits() + value(branch, slot)))
            || BREAKS.exists(stop -> stop.matches(unit, slot) && immediates.has(value(stop, slot)));
    }

    private static long value(InstructionPattern pattern, Slot slot) {
        return pattern.variables().head().of(slot);
    }
}
