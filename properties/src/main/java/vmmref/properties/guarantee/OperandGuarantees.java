package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
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

import io.vavr.control.Option;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vmmref.model.bundle.Slot;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.Instruction;
import vmmref.model.instruction.Operand;
import vmmref.model.word.Bits;
import vmmref.properties.arbitrary.Instructions;
import vmmref.spec.Encodings;

/// What holds of operands: their values are those that the manual's drawings of the formats give, bit by bit.
class OperandGuarantees {

    @Guarantee
    @Property(tries = 20_000, seed = "2026", edgeCases = EdgeCasesMode.NONE)
    @Label("an operand has the value that the drawing of its format gives, bit by bit")
    @Encodings.Checks({REGISTER_NUMBER, IMMEDIATE_SIGNED, IMMEDIATE_UNSIGNED, IMMEDIATE_SCALED, COUNT_BIASED, POSITION_COMPLEMENTED, VALUE_LISTED,
        TARGET_RELATIVE})
    void operandsAreAsDrawn(Subject subject, @ForAll("instructions") Instruction instruction) {
        Decoded decoded = subject.decode(Instructions.bundle(instruction.form().unit(), instruction.encode()))
            .slots().get(Instructions.position(instruction.form().unit()));
        Instruction read = assertInstanceOf(Decoded.Assigned.class, decoded).instruction();
        for (Operand.Value operand : read.operands()) {
            OperandLayout layout = OperandLayout.all().find(each -> each.draws(read.form().format().name(), operand.operand().name()))
                .getOrElseThrow(() -> new AssertionError("no drawing of " + operand.operand().name() + " in " + read.form()));
            assertEquals(layout.value(instruction.encode()), observed(operand).value(), () -> operand.operand().name() + " of " + read.form());
            assertEquals(layout.clause(), operand.because());
            Outcomes.label("operand").collect(layout.operand() + " " + layout.bits());
        }
        Outcomes.label("operand").coverage(checker -> OperandLayout.all().forEach(layout ->
            checker.check(layout.operand() + " " + layout.bits()).count(count -> count > 0)));
    }

    @Guarantee
    @Property(tries = 5_000, seed = "2026", edgeCases = EdgeCasesMode.NONE)
    @Label("every value that an operand can have survives its split into fields")
    @Encodings.Checks(IMMEDIATE_LOSSLESS)
    void everyValueSurvivesItsSplit(@ForAll("instructions") Instruction instruction, @ForAll("words") long word) {
        for (Operand operand : instruction.form().operands()) {
            Slot split = operand.split(word & Bits.ones(operand.width()));
            assertEquals(Option.of(split), operand.holding(operand.value(split).value()));
            assertEquals(split, split.and(operand.mask()));
        }
    }

    @Provide
    Arbitrary<Instruction> instructions() {
        return Instructions.instructions();
    }

    @Provide
    Arbitrary<Long> words() {
        return Instructions.words();
    }
}
