package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Encodings.MNEMONIC_UNKNOWN;
import static vmmref.spec.Encodings.OPERAND_OUT_OF_RANGE;
import static vmmref.spec.Encodings.TEMPLATE_UNKNOWN;
import static vmmref.spec.Encodings.TEXT_LOSSLESS;
import static vmmref.spec.Encodings.UNIT_MISMATCH;

import io.vavr.collection.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Assembled;
import vmmref.model.instruction.AssembledBundle;
import vmmref.model.instruction.Assembler;
import vmmref.model.instruction.Assembly;
import vmmref.model.instruction.Instruction;
import vmmref.properties.arbitrary.Instructions;
import vmmref.spec.Encodings;

/// What holds of the text of instructions.
class TextGuarantees {
    private static final Assembler ASSEMBLER = Assembler.architected();

    @Guarantee
    @Property(tries = 20_000, seed = "2026", edgeCases = EdgeCasesMode.NONE)
    @Label("reading the text of an instruction gives the instruction")
    @Encodings.Checks(TEXT_LOSSLESS)
    void readingWhatWasWritten(@ForAll("instructions") Instruction instruction) {
        Unit slot = instruction.form().unit() == Unit.A ? Unit.I : instruction.form().unit();
        assertEquals(new Assembled.Done(instruction), observed(ASSEMBLER.assemble(slot, Assembly.text(instruction))));
        Outcomes.label("form").collect(instruction.form()).coverage(checker ->
            Instructions.forms().forEach(form -> checker.check(form).count(count -> count > 0)));
    }

    @Guarantee
    @Costs(4)
    @Label("an operand beyond its range is refused, not cut")
    @Encodings.Checks(OPERAND_OUT_OF_RANGE)
    void outOfRangeIsRefused(@ForAll @LongRange(min = 1, max = 800) long beyond) {
        beyondIsRefused(1);
        beyondIsRefused(beyond);
    }

    private static void beyondIsRefused(long beyond) {
        assertRefused(Unit.I, "adds r8=" + (8191 + beyond) + ",r9");
        assertRefused(Unit.I, "adds r8=" + (-8192 - beyond) + ",r9");
        assertRefused(Unit.I, "dep r8=r9,r10,2," + (16 + beyond));
        assertRefused(Unit.I, "shladd r8=r9," + (4 + beyond) + ",r10");
        assertRefused(Unit.M, "ld8 r" + (127 + beyond) + "=[r9]");
        assertRefused(Unit.M, "(p" + (63 + beyond) + ") ld8 r8=[r9]");
        assertRefused(Unit.X, "movl r8=0x" + Long.toHexString(beyond) + "0000000000000000");
        assertRefused(Unit.M, "break.m 0x" + Long.toHexString(0x1fffff + beyond));
        assertRefused(Unit.B, "br.cond.sptk.few .+" + (0x40 + (beyond | 1)));
        assertRefused(Unit.B, "br.cond.sptk.few .+0x" + Long.toHexString(0xfffff0 + 16 * beyond));
        assertRefused(Unit.M, "fetchadd8.acq r8=[r9]," + (16 + beyond));
    }

    @Guarantee
    @Label("an instruction is refused in a slot of a unit that does not execute it")
    @Encodings.Checks(UNIT_MISMATCH)
    void wrongUnitIsRefused(@ForAll("unambiguous") Instruction instruction, @ForAll("units") Unit slot) {
        boolean may = instruction.form().unit() == slot || instruction.form().unit() == Unit.A && (slot == Unit.M || slot == Unit.I);
        Assembled assembled = observed(ASSEMBLER.assemble(slot, Assembly.text(instruction)));
        if (may) assertInstanceOf(Assembled.Done.class, assembled);
        else assertEquals(UNIT_MISMATCH, assertInstanceOf(Assembled.Refused.class, assembled).because());
        Outcomes.label("fits").collect(may).coverage(checker -> {
            checker.check(true).percentage(share -> share > 10);
            checker.check(false).percentage(share -> share > 10);
        });
    }

    @Guarantee
    @Label("a text that no form is written as is refused")
    @Encodings.Checks(MNEMONIC_UNKNOWN)
    void unknownIsRefused(@ForAll @AlphaChars @StringLength(min = 1, max = 12) String word, @ForAll("instructions") Instruction instruction) {
        for (String text : new String[] {"x" + word, Assembly.text(instruction) + ",q" + word, "(q1) " + Assembly.text(instruction), ""}) {
            Assembled assembled = observed(ASSEMBLER.assemble(instruction.form().unit(), text));
            assertEquals(MNEMONIC_UNKNOWN, assertInstanceOf(Assembled.Refused.class, assembled, text).because());
        }
    }

    @Guarantee
    @Label("a bundle of no assigned template, or with another number of instructions, is refused")
    @Encodings.Checks(TEMPLATE_UNKNOWN)
    void unknownTemplatesAreRefused(@ForAll @IntRange(max = 4) int instructions, @ForAll("notations") String notation) {
        AssembledBundle assembled = observed(ASSEMBLER.bundle(notation, Vector.fill(instructions, "nop.m 0x0")));
        boolean may = ASSIGNED.contains(notation) && instructions == (notation.startsWith("MLX") ? 2 : 3);
        assertEquals(!may, assembled.because() == TEMPLATE_UNKNOWN, notation + " with " + instructions);
        Outcomes.label("assigned").collect(ASSIGNED.contains(notation), may).coverage(checker -> {
            checker.check(true, true).percentage(share -> share > 5);
            checker.check(true, false).percentage(share -> share > 5);
            checker.check(false, false).percentage(share -> share > 5);
        });
    }

    /// Typed from the manual: the templates that there are.
    private static final Vector<String> ASSIGNED = Vector.of("MII", "MI;I", "MLX", "MMI", "M;MI", "MFI", "MMF", "MIB", "MBB", "BBB", "MMB", "MFB", "MI;I;", "M;MI;")
        .appendAll(Vector.of("MII;", "MLX;", "MMI;", "MFI;", "MMF;", "MIB;", "MBB;", "BBB;", "MMB;", "MFB;"));

    @Provide
    Arbitrary<String> notations() {
        return Arbitraries.oneOf(Arbitraries.of(ASSIGNED.asJava()), Arbitraries.of("", "IMI", "MM;I", "M;II", "XYZ", "mii", "MIII", "FFF", "LX", "M;M;I;"));
    }

    private static void assertRefused(Unit slot, String text) {
        assertEquals(OPERAND_OUT_OF_RANGE, assertInstanceOf(Assembled.Refused.class, observed(ASSEMBLER.assemble(slot, text)), text).because(), text);
    }

    @Provide
    Arbitrary<Instruction> instructions() {
        return Instructions.instructions();
    }

    /// Instructions whose text names no instruction of another unit.
    @Provide
    Arbitrary<Instruction> unambiguous() {
        return Instructions.instructions(form -> !form.syntax().mnemonic().equals("mov"));
    }

    @Provide
    Arbitrary<Unit> units() {
        return Arbitraries.of(Instructions.slotUnits().asJava());
    }
}
