package vmmref.vmm.build;

import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Assembled;
import vmmref.model.instruction.Assembler;
import vmmref.model.instruction.Instruction;

/// The few instructions that a monitor inserts, as they are written.
final class Written {
    private Written() { }

    /// {@return the instruction that a text says}
    static Instruction instruction(Unit unit, String text) {
        return switch (Assembler.architected().assemble(unit, text)) {
            case Assembled.Done(Instruction instruction) -> instruction;
            case Assembled.Refused refused               -> throw new IllegalArgumentException(refused.why());
        };
    }

    /// {@return the instruction that fills a slot of a unit and does nothing: SDM volume 3, nop}
    static Slot nop(Unit slot) {
        return switch (slot) {
            case B                -> Slot.of(0x4000000000L);
            case A, M, I, F, L, X -> Slot.of(0x8000000L);
        };
    }
}
