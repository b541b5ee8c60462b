package vmmref.vmm.build;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.DecodeTable;
import vmmref.model.instruction.Instruction;
import vmmref.model.instruction.OperandKind;

/// The instructions of a bundle that move elsewhere, and the one in whose place others stand there.
///
/// @param victim its slot
record Carriage(Cut cut, int victim, DecodeTable table) {

    /// {@return why they cannot move, if they cannot}
    Option<String> refusal(Seq<Line> replacement) {
        return cut.slots().zipWithIndex().find(each -> !(each._1 instanceof Decoded.Assigned)).map(each -> "slot %d holds no instruction that is known".formatted(each._2))
            .orElse(() -> instructions().zipWithIndex().find(each -> each._2 != victim && dependsOnAddress(each._1)).map(each -> "the instruction in slot %d depends on its address".formatted(each._2)))
            .orElse(() -> Option.when(Heedless.stays(instructions().get(victim)), () -> "the instruction in slot %d does something though its predicate is 0".formatted(victim)))
            .orElse(() -> predication().refusal(replacement));
    }

    /// {@return the instructions in their order, others in place of the victim}
    Seq<Line> lines(Seq<Line> replacement) {
        Seq<Line> before = Vector.range(0, victim).map(this::line);
        Seq<Line> after = Vector.range(victim + 1, cut.slots().size()).map(this::line);
        return stopped(before.appendAll(predication().predicated(replacement))).appendAll(after);
    }

    /// The stop after the victim is a stop after what stands in its place; with nothing in its place, after what stands before it.
    private Seq<Line> stopped(Seq<Line> lines) {
        return cut.stops().get(victim) && !lines.isEmpty() ? lines.init().append(lines.last().withStop(true)) : lines;
    }

    private Line line(int slot) {
        return new Line(instructions().get(slot).form().unit(), cut.slots().get(slot).encode(), cut.stops().get(slot));
    }

    /// A target is relative to the bundle; a call leaves the address of the next one, epc takes the level of its page, and vmsw needs its rights.
    private static boolean dependsOnAddress(Instruction instruction) {
        String text = instruction.form().syntax().text();
        return instruction.form().operands().exists(operand -> operand.kind() == OperandKind.TARGET)
            || Vector.of("mov r1=ip", "epc", "vmsw.0", "vmsw.1").contains(text) || Vector.of("br.call", "brl.call").exists(text::startsWith);
    }

    private Predication predication() {
        return new Predication(table, instructions().get(victim).qualifyingPredicate());
    }

    /// {@return the instructions of a bundle all of which are known}
    private Seq<Instruction> instructions() {
        return cut.slots().map(slot -> ((Decoded.Assigned) slot).instruction());
    }
}
