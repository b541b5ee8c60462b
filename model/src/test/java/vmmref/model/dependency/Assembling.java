package vmmref.model.dependency;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Assembled;
import vmmref.model.instruction.Assembler;
import vmmref.model.instruction.Instruction;

/// Instructions from their text, whichever unit executes them.
final class Assembling {
    private static final Seq<Unit> UNITS = Vector.of(Unit.M, Unit.I, Unit.F, Unit.B, Unit.X);

    private Assembling() { }

    /// {@return the instruction that a text names}
    static Instruction instruction(String text) {
        return UNITS.flatMap(unit -> Assembler.architected().assemble(unit, text) instanceof Assembled.Done done ? Option.some(done.instruction()) : Option.<Instruction>none()).headOption().getOrElseThrow(() -> new IllegalArgumentException(text));
    }
}
