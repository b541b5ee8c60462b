package vmmref.vmm.patch;

import static vmmref.spec.PatchedPages.PATCH_BRANCHED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Assembled;
import vmmref.model.instruction.Assembler;
import vmmref.model.instruction.Instruction;
import vmmref.spec.PatchedPages;
import vmmref.vmm.build.Line;
import vmmref.vmm.recognize.Action;
import vmmref.vmm.recognize.Recognized;

/// What stands in a stub in place of an instruction: code that touches no register but that of the result, and no memory.
///
/// @param constants immediates
public record Replacing(Constants constants) {
    private static final String KERNEL = "ar3";
    private static final String TARGET = "r1";

    /// {@return the instruction that does the same, if there is one; a move of a kernel register becomes one of an immediate}
    @PatchedPages.Rule(PATCH_BRANCHED)
    public Option<Seq<Line>> lines(Recognized.Hit found) {
        return Option.when(found.block().name().startsWith("mov.m r1=ar3") && found.block().action().contains(Action.PATCH_BRANCH), () -> Vector.of(moved(found.values().get(TARGET).get(), constants.kernel().get(found.values().get(KERNEL).get().intValue()))));
    }

    private static Line moved(long register, long value) {
        Instruction instruction = ((Assembled.Done) Assembler.architected().assemble(Unit.X, "movl r%d=0x%x".formatted(register, value))).instruction();
        return new Line(Unit.X, instruction.encode(), false);
    }
}
