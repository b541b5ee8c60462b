package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Encodings.*;

import io.vavr.collection.Seq;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Assembler;
import vmmref.model.instruction.Assembled;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.Format;
import vmmref.model.instruction.Instruction;
import vmmref.model.instruction.Row;
import vmmref.model.instruction.Unassigned;
import vmmref.model.profile.Profile;
import vmmref.model.word.Bits;
import vmmref.properties.arbitrary.Instructions;
import vmmref.spec.Encodings;
import vmmref.spec.Table;

/// What holds of the forms of instructions.
class FormGuarantees {

    @Guarantee
    @Property(tries = 20_000, seed = "2026", edgeCases = EdgeCasesMode.NONE)
    @Label("the encoding of an instruction of any form is read as that instruction")
    @Encodings.Checks({INTEGER_ALU_FORM, COMPARE_FORM, PARALLEL_FORM, SHIFT_FORM, BIT_TEST_FORM, EXTEND_FORM, MOVE_FORM, APPLICATION_REGISTER_FORM,
        LOAD_FORM, STORE_FORM, FLOAT_MEMORY_FORM, PREFETCH_FORM, SEMAPHORE_FORM, REGISTER_TRANSFER_FORM, CHECK_FORM, SYNCHRONISE_FORM,
        REGISTER_STACK_FORM, CONTROL_REGISTER_FORM, STATUS_REGISTER_FORM, PROBE_FORM, TRANSLATION_FORM, INDIRECT_REGISTER_FORM, BREAK_FORM,
        NOP_FORM, BRANCH_FORM, BRANCH_PREDICT_FORM, BRANCH_SYSTEM_FORM, FLOAT_MULTIPLY_FORM, FLOAT_COMPARE_FORM, FLOAT_MISCELLANEOUS_FORM,
        FLOAT_STATUS_FORM, LONG_IMMEDIATE_FORM, LONG_BRANCH_FORM, LATER_FORM})
    void everyForm(Subject subject, @ForAll("instructions") Instruction instruction) {
        Decoded decoded = observed(decoded(subject, instruction.form().unit(), instruction.encode()));
        assertEquals(new Decoded.Assigned(instruction, Slot.of(0), instruction.form().clause()), decoded);
        Outcomes.label("form").collect(instruction.form()).coverage(checker ->
            Instructions.forms().forEach(form -> checker.check(form).count(count -> count > 0)));
    }

    @Guarantee
    @Property(tries = 10_000, seed = "2026", edgeCases = EdgeCasesMode.NONE)
    @Label("what another assembler encoded is read as what was written, by the clause of its format, in any predicate")
    @Encodings.Checks({INTEGER_ALU_FORM, COMPARE_FORM, PARALLEL_FORM, SHIFT_FORM, BIT_TEST_FORM, EXTEND_FORM, MOVE_FORM, APPLICATION_REGISTER_FORM,
        LOAD_FORM, STORE_FORM, FLOAT_MEMORY_FORM, PREFETCH_FORM, SEMAPHORE_FORM, REGISTER_TRANSFER_FORM, CHECK_FORM, SYNCHRONISE_FORM,
        REGISTER_STACK_FORM, CONTROL_REGISTER_FORM, STATUS_REGISTER_FORM, PROBE_FORM, TRANSLATION_FORM, INDIRECT_REGISTER_FORM, BREAK_FORM,
        NOP_FORM, BRANCH_FORM, BRANCH_PREDICT_FORM, BRANCH_SYSTEM_FORM, FLOAT_MULTIPLY_FORM, FLOAT_COMPARE_FORM, FLOAT_MISCELLANEOUS_FORM,
        FLOAT_STATUS_FORM, LONG_IMMEDIATE_FORM, LONG_BRANCH_FORM, LATER_FORM})
    void samplesOfAnotherAssembler(Subject subject, @ForAll("samples") FormSample sample, @ForAll @IntRange(max = 63) int predicate) {
        Decoded.Assigned decoded = assertInstanceOf(Decoded.Assigned.class, observed(decoded(subject, sample.unit(), sample.slot())), sample.text());
        Unit slot = sample.unit() == Unit.A ? Unit.M : sample.unit();
        assertEquals(sample.clause(), decoded.because(), sample.text());
        Outcomes.label("sample").collect(sample.text()).coverage(checker ->
            FormSample.all().forEach(each -> checker.check(each.text()).count(count -> count > 0)));
        assertEquals(Assembler.architected().assemble(slot, sample.text()), new Assembled.Done(decoded.instruction()), sample.text());
        if (sample.text().startsWith("(") || decoded.instruction().form().format().field(Format.QUALIFYING_PREDICATE).isEmpty()) return;
        Slot predicated = sample.slot().or(Slot.of(predicate));
        assertEquals(decoded.instruction().predicatedBy(predicate),
            assertInstanceOf(Decoded.Assigned.class, decoded(subject, sample.unit(), predicated)).instruction(), sample.text());
    }

    @Guarantee
    @Costs(4)
    @Label("movl and brl are encoded by the formulas of the manual")
    @Encodings.Checks({LONG_IMMEDIATE_FORM, LONG_BRANCH_FORM})
    void cookbookOfLongInstructions(Subject subject, @ForAll("words") long value) {
        long movl = 6L << 37 | value >>> 63 << 36 | (value >>> 7 & 0x1ff) << 27 | (value >>> 16 & 0x1f) << 22 | (value >>> 21 & 1) << 21
            | (value & 0x7f) << 13 | 8 << 6;
        assertReads(subject, "movl r8=0x%x".formatted(value), Unit.X, new Slot(movl, value >>> 22 & Bits.ones(41)));
        long displacement = value & ~0xfL;
        long distance = displacement >>> 4;
        Slot brl = new Slot(0xcL << 37 | (distance >>> 59 & 1) << 36 | (distance & 0xfffff) << 13, (distance >>> 20 & Bits.ones(39)) << 2);
        assertReads(subject, "brl.cond.sptk.few " + target(displacement), Unit.X, brl);
        assertReads(subject, "brl.call.sptk.few b6=" + target(displacement), Unit.X, brl.or(Slot.of(0x1L << 37 | 6 << 6)));
    }

    @Guarantee
    @Costs(4)
    @Label("what a monitor builds is encoded by the formulas of the manual")
    @Encodings.Checks({INTEGER_ALU_FORM, BREAK_FORM, BRANCH_FORM, STATUS_REGISTER_FORM, CONTROL_REGISTER_FORM})
    void cookbookOfShortInstructions(Subject subject, @ForAll("words") long word) {
        long imm14 = Bits.signExtended(word, 14);
        assertReads(subject, "adds r8=" + imm14 + ",r9", Unit.I,
            Slot.of(8L << 37 | (imm14 >>> 13 & 1) << 36 | 2L << 34 | (imm14 >>> 7 & 0x3f) << 27 | 9 << 20 | (imm14 & 0x7f) << 13 | 8 << 6));
        long imm22 = Bits.signExtended(word, 22);
        assertReads(subject, "addl r8=" + imm22 + ",r3", Unit.M,
            Slot.of(9L << 37 | (imm22 >>> 21 & 1) << 36 | (imm22 >>> 7 & 0x1ff) << 27 | (imm22 >>> 16 & 0x1f) << 22 | 3 << 20 | (imm22 & 0x7f) << 13 | 8 << 6));
        long imm21 = word & 0x1fffff;
        assertReads(subject, "break.m 0x%x".formatted(imm21), Unit.M, Slot.of((imm21 >>> 20 & 1) << 36 | (imm21 & 0xfffff) << 6));
        long imm24 = word & 0xffffff;
        assertReads(subject, "ssm 0x%x".formatted(imm24), Unit.M,
            Slot.of(6 << 27 | (imm24 >>> 23 & 1) << 36 | (imm24 >>> 21 & 3) << 31 | (imm24 & 0x1fffff) << 6));
        long displacement = Bits.signExtended(word, 25) & ~0xfL;
        long branch = (displacement >>> 24 & 1) << 36 | (displacement >>> 4 & 0xfffff) << 13;
        assertReads(subject, "br.cond.sptk.few " + target(displacement), Unit.B, Slot.of(4L << 37 | branch));
        assertReads(subject, "br.call.sptk.many b7=" + target(displacement), Unit.B, Slot.of(5L << 37 | branch | 1 << 12 | 7 << 6));
        assertReads(subject, "mov r8=cr.ivr", Unit.M, Slot.of(1L << 37 | 0x24L << 27 | 0x41 << 20 | 8 << 6));
    }

    @Guarantee
    @Property(tries = 10_000, seed = "2026", edgeCases = EdgeCasesMode.NONE)
    @Label("every slot value of every unit has an answer that gives the slot back")
    @Encodings.Checks(DECODE_TOTAL)
    void everySlotHasAnAnswer(Subject subject, @ForAll("units") Unit unit, @ForAll("longSlots") Slot any) {
        Slot slot = unit == Unit.X ? any : Slot.of(any.bits());
        Decoded decoded = observed(decoded(subject, unit, slot));
        assertEquals(slot, decoded.encode());
        assertEquals(MAXIMAL.count(row -> row.unit().fits(unit) && row.matches(slot)), decoded instanceof Decoded.Unmodelled ? 0 : 1);
        Outcomes.label("answer").collect(unit, decoded.getClass().getSimpleName()).coverage(checker -> {
            Instructions.slotUnits().forEach(each -> checker.check(each, "Assigned").percentage(share -> share > 2));
            Instructions.slotUnits().forEach(each -> checker.check(each, "Unassigned").percentage(share -> share > 1));
        });
    }

    @Guarantee
    @Costs(64)
    @Label("no slot value agrees with the keys of two rows that one implementation has")
    @Encodings.Checks(FORMS_DISJOINT)
    void noTwoRowsShareASlot(@ForAll("profiles") Profile profile) {
        Seq<Row> rows = ROWS.filter(row -> row.need().forAll(need -> need.isMetBy(profile)));
        for (Unit unit : Instructions.slotUnits()) {
            Row[] fitting = rows.filter(row -> row.unit().fits(unit)).toJavaArray(Row[]::new);
            for (int one = 0; one < fitting.length; one++) {
                for (int other = one + 1; other < fitting.length; other++) {
                    long fixed = fitting[one].keyMask().bits() & fitting[other].keyMask().bits();
                    assertTrue(((fitting[one].key().bits() ^ fitting[other].key().bits()) & fixed) != 0, fitting[one] + " and " + fitting[other]);
                }
            }
        }
    }

    private static final Seq<Row> ROWS = Instructions.forms().<Row>map(form -> form).appendAll(Unassigned.all(Table.named("unassigned")));
    private static final Seq<Row> MAXIMAL = ROWS.filter(row -> row.need().forAll(need -> need.isMetBy(Profile.named("maximal").get())));

    private static void assertReads(Subject subject, String text, Unit unit, Slot slot) {
        Instruction expected = assertInstanceOf(Assembled.Done.class, Assembler.architected().assemble(unit, text)).instruction();
        assertEquals(expected, assertInstanceOf(Decoded.Assigned.class, observed(decoded(subject, unit, slot))).instruction(), text);
        assertEquals(slot, expected.encode(), text);
    }

    private static Decoded decoded(Subject subject, Unit unit, Slot slot) {
        return subject.decode(Instructions.bundle(unit, slot)).slots().get(Instructions.position(unit));
    }

    private static String target(long displacement) {
        return displacement < 0 ? ".-0x" + Long.toHexString(-displacement) : ".+0x" + Long.toHexString(displacement);
    }

    @Provide
    Arbitrary<FormSample> samples() {
        return Arbitraries.of(FormSample.all().asJava());
    }

    @Provide
    Arbitrary<Instruction> instructions() {
        return Instructions.instructions();
    }

    @Provide
    Arbitrary<Long> words() {
        return Instructions.words();
    }

    @Provide
    Arbitrary<Unit> units() {
        return Arbitraries.of(Instructions.slotUnits().asJava());
    }

    @Provide
    Arbitrary<Slot> longSlots() {
        return Instructions.corruptedSlots();
    }

    @Provide
    Arbitrary<Profile> profiles() {
        return Arbitraries.of(Profile.all().asJava());
    }
}
