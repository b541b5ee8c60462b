package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Encodings.COUNT_BIASED;
import static vmmref.spec.Encodings.IMMEDIATE_LOSSLESS;
import static vmmref.spec.Encodings.IMMEDIATE_SCALED;
import static vmmref.spec.Encodings.IMMEDIATE_SIGNED;
import static vmmref.spec.Encodings.IMMEDIATE_UNSIGNED;
import static vmmref.spec.Encodings.POSITION_COMPLEMENTED;
import static vmmref.spec.Encodings.REGISTER_NUMBER;
import static vmmref.spec.Encodings.TARGET_RELATIVE;
import static vmmref.spec.Encodings.VALUE_LISTED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import vmmref.model.bundle.Slot;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.Instruction;
import vmmref.model.instruction.Operand;
import vmmref.model.machine.Semantics;
import vmmref.model.word.Bits;
import vmmref.properties.arbitrary.Instructions;
import vmmref.properties.arbitrary.OperandLayout;
import vmmref.spec.Clause;
import vmmref.spec.Encodings;

/// What holds of operands: their values are those that the manual's drawings of the formats give, bit by bit.
class OperandGuarantees {

    @Guarantee
    @Property(tries = 5_000, seed = "2026", edgeCases = EdgeCasesMode.NONE)
    @Label("a register operand is the number in its field")
    @Encodings.Checks(REGISTER_NUMBER)
    void registerNumbers(Semantics subject, @ForAll("instructions") Instruction instruction) {
        assertDrawn(subject, instruction, REGISTER_NUMBER);
    }

    @Guarantee
    @Property(tries = 5_000, seed = "2026", edgeCases = EdgeCasesMode.NONE)
    @Label("a signed immediate is its pieces, the sign bit s the highest")
    @Encodings.Checks(IMMEDIATE_SIGNED)
    void signedImmediates(Semantics subject, @ForAll("instructions") Instruction instruction) {
        assertDrawn(subject, instruction, IMMEDIATE_SIGNED);
    }

    @Guarantee
    @Property(tries = 5_000, seed = "2026", edgeCases = EdgeCasesMode.NONE)
    @Label("an unsigned immediate is its pieces")
    @Encodings.Checks(IMMEDIATE_UNSIGNED)
    void unsignedImmediates(Semantics subject, @ForAll("instructions") Instruction instruction) {
        assertDrawn(subject, instruction, IMMEDIATE_UNSIGNED);
    }

    @Guarantee
    @Property(tries = 5_000, seed = "2026", edgeCases = EdgeCasesMode.NONE)
    @Label("masks and the size of the rotating region have low zeros")
    @Encodings.Checks(IMMEDIATE_SCALED)
    void scaledImmediates(Semantics subject, @ForAll("instructions") Instruction instruction) {
        assertDrawn(subject, instruction, IMMEDIATE_SCALED);
    }

    @Guarantee
    @Property(tries = 5_000, seed = "2026", edgeCases = EdgeCasesMode.NONE)
    @Label("counts and lengths begin at 1")
    @Encodings.Checks(COUNT_BIASED)
    void countsFromOne(Semantics subject, @ForAll("instructions") Instruction instruction) {
        assertDrawn(subject, instruction, COUNT_BIASED);
    }

    @Guarantee
    @Property(tries = 5_000, seed = "2026", edgeCases = EdgeCasesMode.NONE)
    @Label("positions of deposits are counted from the other end")
    @Encodings.Checks(POSITION_COMPLEMENTED)
    void positionsFromTheOtherEnd(Semantics subject, @ForAll("instructions") Instruction instruction) {
        assertDrawn(subject, instruction, POSITION_COMPLEMENTED);
    }

    @Guarantee
    @Property(tries = 5_000, seed = "2026", edgeCases = EdgeCasesMode.NONE)
    @Label("increments and shift counts come from their lists")
    @Encodings.Checks(VALUE_LISTED)
    void listedValues(Semantics subject, @ForAll("instructions") Instruction instruction) {
        assertDrawn(subject, instruction, VALUE_LISTED);
    }

    @Guarantee
    @Property(tries = 5_000, seed = "2026", edgeCases = EdgeCasesMode.NONE)
    @Label("targets are multiples of 16, forwards and backwards")
    @Encodings.Checks(TARGET_RELATIVE)
    void targets(Semantics subject, @ForAll("instructions") Instruction instruction) {
        assertDrawn(subject, instruction, TARGET_RELATIVE);
    }

    @Guarantee
    @Property(tries = 5_000, seed = "2026", edgeCases = EdgeCasesMode.NONE)
    @Label("every value that an operand can have survives its split into fields")
    @Encodings.Checks(IMMEDIATE_LOSSLESS)
    void everyValueSurvivesItsSplit(@ForAll("instructions") Instruction instruction, @ForAll("words") long word) {
        for (Operand operand : instruction.form().operands()) {
            long value = instruction.operands().find(each -> each.operand().equals(operand)).get().value();
            assertEquals(Option.of(instruction.fields().and(operand.mask())), operand.holding(value));
            operand.holding(word).forEach(slot -> {
                assertEquals(word, operand.value(slot).value());
                assertEquals(Slot.of(0), slot.xor(slot.and(operand.mask())));
            });
        }
    }

    /// The operands of one clause have the values that the drawing of the format gives; every operand that the drawings list has been met.
    private static void assertDrawn(Semantics subject, Instruction instruction, Clause clause) {
        Decoded decoded = subject.decode().apply(Instructions.bundle(instruction.form().unit(), instruction.encode()))
            .slots().get(Instructions.position(instruction.form().unit()));
        if (!(decoded instanceof Decoded.Assigned(Instruction read, Slot residue, Clause because))) throw new AssertionError(decoded);
        Seq<OperandLayout> drawn = OperandLayout.of(clause);
        for (Operand.Value operand : read.operands().filter(each -> each.because() == clause)) {
            OperandLayout layout = drawn.find(each -> each.draws(read.form().format().name(), operand.operand().name()))
                .getOrElseThrow(() -> new AssertionError("no drawing of " + operand.operand().name() + " in " + read.form()));
            assertEquals(layout.value(instruction.encode()), observed(operand).value(), () -> operand.operand().name() + " of " + read.form());
            Statistics.label("operand").collect(layout.operand() + " in " + layout.formats());
        }
        Statistics.label("operand").coverage(checker -> drawn.forEach(layout ->
            checker.check(layout.operand() + " in " + layout.formats()).count(count -> count > 0)));
    }

    @Provide
    Arbitrary<Instruction> instructions() {
        return Instructions.instructions();
    }

    @Provide
    Arbitrary<Long> words() {
        return Instructions.words().map(word -> Bits.signExtended(word, 64));
    }
}
