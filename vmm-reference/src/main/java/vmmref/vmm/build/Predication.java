package vmmref.vmm.build;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.DecodeTable;
import vmmref.model.instruction.Format;
import vmmref.model.instruction.Instruction;
import vmmref.model.instruction.OperandKind;

/// What stands in the place of an instruction is executed when that instruction would have been.
///
/// @param table     which instructions there are
/// @param predicate the qualifying predicate of the instruction that is replaced
record Predication(DecodeTable table, int predicate) {

    /// {@return what is wrong with instructions, if any is not known, or does something whatever the predicate is, or is executed under another, or changes the predicate before the last one}
    Option<String> refusal(Seq<Line> lines) {
        return lines.find(line -> !isPredicable(line)).map(line -> "the instruction %s of unit %s is not known or cannot have the qualifying predicate p%d".formatted(line.slot(), line.unit(), predicate))
            .orElse(() -> lines.dropRight(1).find(this::changes).map(line -> "the instruction %s of unit %s may change p%d, which those after it need".formatted(line.slot(), line.unit(), predicate)));
    }

    private boolean isPredicable(Line line) {
        return decoded(line) instanceof Decoded.Assigned assigned && (predicate == 0 || takesPredicate(assigned.instruction()));
    }

    private boolean takesPredicate(Instruction instruction) {
        int own = instruction.qualifyingPredicate();
        return instruction.form().format().field(Format.QUALIFYING_PREDICATE).isDefined() && (own == 0 || own == predicate) && !Heedless.is(instruction);
    }

    /// A move to many predicates may change any.
    private boolean changes(Line line) {
        return predicate != 0 && decoded(line) instanceof Decoded.Assigned assigned
            && (assigned.instruction().form().syntax().text().startsWith("mov pr") || assigned.instruction().operands().exists(value -> value.operand().kind() == OperandKind.PREDICATE && value.value() == predicate));
    }

    /// {@return instructions with which nothing is wrong, under the predicate}
    Seq<Line> predicated(Seq<Line> lines) {
        return predicate == 0 ? lines : lines.map(line -> switch (decoded(line)) {
            case Decoded.Assigned assigned -> line.withSlot(assigned.instruction().predicatedBy(predicate).encode().xor(assigned.residue()));
            case Decoded.Unassigned none   -> line;
            case Decoded.Unmodelled none   -> line;
        });
    }

    private Decoded decoded(Line line) {
        return table.decode(line.unit(), line.slot());
    }
}
