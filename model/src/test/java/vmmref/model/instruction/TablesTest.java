package vmmref.model.instruction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Template;
import vmmref.model.bundle.Templates;
import vmmref.model.bundle.Unit;
import vmmref.model.profile.Profile;
import vmmref.model.word.Conversion;
import vmmref.spec.Bundles;
import vmmref.spec.Encodings;
import vmmref.spec.Table;

/// Tables made anew, small enough to be followed by eye.
class TablesTest {
    private static final FormTable SMALL = new FormTable(
        Table.parse("forms", """
            add	r1=imm2	T1	A	op=8	INTEGER_ALU_FORM	-	executes
            go{ph}	target	T2	B	op=4	BRANCH_FORM	-	decodes only
            far	b1[,target]	T2	B	op=5	LONG_BRANCH_FORM	brl	later than 2010
            """),
        Table.parse("formats", "T1\top{40:37} i{20} j{13} r1{12:6} qp{5:0}\nT2\top{40:37} s{36} imm{35:13} p{12} b1{8:6} qp0{5:0}\n"),
        Table.parse("operands", "r1\tgeneral\tr1\tunsigned\tREGISTER_NUMBER\nb1\tbranch\tb1\tunsigned\tREGISTER_NUMBER\n"
            + "imm2\tdecimal\ti:j\tsigned\tIMMEDIATE_SIGNED\ntarget\ttarget\ts:imm\tsigned*16\tTARGET_RELATIVE\n"),
        Table.parse("completers", "ph\tp\t0=.few 1=.many\n"));

    private static Form form(String mnemonic) {
        return SMALL.all().find(each -> each.syntax().mnemonic().equals(mnemonic)).get();
    }

    @Test
    void formsAreReadFromTheirTables() {
        Form add = form("add");
        assertEquals("A add r1=imm2", add.toString());
        assertEquals("add r1=imm2", add.syntax().toString());
        assertEquals(Slot.of(8L << 37), add.key());
        assertEquals(Slot.of(0xfL << 37), add.keyMask());
        assertEquals(Slot.of(1L << 20 | 1L << 13 | 0x1fff), add.fieldMask());
        assertEquals(Status.EXECUTES, add.status());
        assertEquals(Encodings.INTEGER_ALU_FORM, add.clause());
        assertEquals(Option.none(), add.need());
        assertEquals(Slot.of(0), add.zeroMask());
        assertEquals(Slot.of(0x3f), form("go").zeroMask());
        assertEquals(Status.DECODES_ONLY, form("go").status());
        assertEquals(Status.LATER_THAN_2010, form("far").status());
        assertEquals(Option.of(new Need("brl", true)), form("far").need());
        assertEquals(Vector.of("r1", "imm2"), add.operands().map(Operand::name));
    }

    @Test
    void operandsAreSplitOverTheirFields() {
        Operand imm2 = form("add").operands().get(1);
        assertEquals(2, imm2.width());
        assertEquals(Slot.of(1L << 20), imm2.split(0b10));
        assertEquals(Slot.of(1L << 13), imm2.split(0b01));
        assertEquals(-2, imm2.value(Slot.of(1L << 20)).value());
        assertEquals(Option.of(Slot.of(1L << 20 | 1L << 13)), imm2.holding(-1));
        assertEquals(Option.none(), imm2.holding(2));
        assertEquals(Slot.of(1L << 20 | 1L << 13), imm2.mask());
    }

    @Test
    void operandsThatMakeNoSenseAreRejected() {
        Operand imm2 = form("add").operands().get(1);
        assertThrows(IllegalArgumentException.class, () -> new Operand("none", imm2.kind(), Vector.empty(), imm2.conversion(), imm2.clause()));
        assertThrows(IllegalArgumentException.class, () -> new Operand("wide", imm2.kind(), Vector.fill(65, imm2.fields().head()), imm2.conversion(), imm2.clause()));
        assertThrows(IllegalArgumentException.class,
            () -> new Operand("listed", imm2.kind(), imm2.fields(), new Conversion.Listed(Vector.of(1L, 2L, 3L)), imm2.clause()));
    }

    /// The clause of a form speaks of its format: its source names the formats that it covers.
    @Test
    void theSourceOfAClauseNamesTheFormatsOfItsForms() {
        for (Form form : Forms.architected()) {
            assertTrue(formats(form.clause().sentence().source()).contains(form.format().name()), form + ": " + form.clause().name());
        }
    }

    private static Seq<String> formats(String source) {
        return Vector.ofAll(Pattern.compile("([AIMFBX])(\\d+)(?: to [AIMFBX](\\d+))?").matcher(source).results()).flatMap(found ->
            Vector.rangeClosed(Integer.parseInt(found.group(2)), Integer.parseInt(found.group(3) == null ? found.group(2) : found.group(3)))
                .map(number -> found.group(1) + number));
    }

    @Test
    void aSmallAssemblerReadsWhatASmallTableSays() {
        Assembler assembler = Assembler.of(SMALL.all());
        assertReads(assembler, Unit.M, "(p3) add r5=-2", 8L << 37 | 1L << 20 | 5 << 6 | 3);
        assertReads(assembler, Unit.B, "go.many .-0x10", 4L << 37 | 1L << 36 | 0x7fffffL << 13 | 1 << 12);
        assertReads(assembler, Unit.B, "go.few .+0x20", 4L << 37 | 2L << 13);
        assertReads(assembler, Unit.B, "far b3", 5L << 37 | 3 << 6);
        assertReads(assembler, Unit.B, "far b3,.+0x10", 5L << 37 | 1L << 13 | 3 << 6);
        assertInstanceOf(Assembled.Refused.class, assembler.assemble(Unit.B, "go .+0x20"));
        assertInstanceOf(Assembled.Refused.class, assembler.assemble(Unit.F, "add r5=1"));
    }

    private static void assertReads(Assembler assembler, Unit unit, String text, long bits) {
        Instruction instruction = assertInstanceOf(Assembled.Done.class, assembler.assemble(unit, text), text).instruction();
        assertEquals(Slot.of(bits), instruction.encode(), text);
        assertEquals(text, Assembly.text(instruction));
    }

    @Test
    void completersKnowWhatIsAssigned() {
        Table twoOfFour = Table.parse("completers", "ph\tp\t1=.x 0=.y\n");
        Form go = SMALL.withCompleters(twoOfFour).all().find(each -> each.syntax().mnemonic().equals("go")).get();
        Completer completer = go.completers().head();
        assertEquals(Vector.of(new Completer.Choice(1, ".x"), new Completer.Choice(0, ".y")), completer.choices());
        assertEquals(0b11, completer.assigned());
        assertTrue(!completer.hasReserved());
        assertEquals(".y", completer.text(Slot.of(0)));

        Form reserved = SMALL.withCompleters(Table.parse("completers", "ph\tp\t1=.x\n")).all().find(each -> each.syntax().mnemonic().equals("go")).get();
        Completer one = reserved.completers().head();
        assertTrue(one.hasReserved());
        assertTrue(!one.isAssigned(Slot.of(0)) && one.isAssigned(Slot.of(1 << 12)));
        assertEquals(".x", one.text(Slot.of(0)));
        assertEquals(Option.of(one), reserved.hint());
        assertEquals(Option.none(), go.hint());
        assertEquals(Slot.of(1 << 12), reserved.instruction(Slot.of(0)).fields());
        assertEquals(new Decoded.Assigned(reserved.instruction(Slot.of(0)), Slot.of(1 << 12), Encodings.HINT_RESERVED), reserved.decode(reserved.key()));
        assertThrows(IllegalArgumentException.class, () -> Completer.of("none", completer.field(), Vector.empty()));
        assertThrows(IllegalArgumentException.class, () -> new Completer("wrong", completer.field(), completer.choices(), 1));
    }

    @Test
    void everyTableCanBeReplaced() {
        FormTable changed = SMALL.withOperands(Table.parse("operands",
            "r1\tgeneral\tr1\tunsigned+1\tCOUNT_BIASED\nb1\tbranch\tb1\tunsigned\tREGISTER_NUMBER\n"
                + "imm2\tdecimal\tj:i\tunsigned\tIMMEDIATE_UNSIGNED\ntarget\ttarget\ts:imm\tsigned*16\tTARGET_RELATIVE\n"));
        Form add = changed.all().head();
        assertEquals(1, add.operands().get(0).value(Slot.of(0)).value());
        assertEquals(2, add.operands().get(1).value(Slot.of(1L << 13)).value());
        assertEquals(Encodings.COUNT_BIASED, add.operands().get(0).value(Slot.of(0)).because());
        assertEquals(2, SMALL.withForms(Table.parse("forms", "add\tr1=imm2\tT1\tA\top=8\tINTEGER_ALU_FORM\t-\texecutes\n"
            + "sub\tr1=imm2\tT1\tA\top=9\tINTEGER_ALU_FORM\t-\texecutes\n")).all().size());
        assertThrows(IllegalArgumentException.class, () -> SMALL.withCompleters(Table.parse("completers", "xx\tp\t0=\n")).all());
    }

    @Test
    void fieldsAreReadFromTheirNotation() {
        Format format = Format.all(Table.parse("formats", "T\top{40:37} x{33} imm{L40:2}\n")).get("T").get();
        assertEquals(4, format.field("op").get().width());
        assertEquals(33, format.field("x").get().low());
        assertEquals(33, format.field("x").get().high());
        assertTrue(format.field("imm").get().inL() && !format.field("op").get().inL());
        assertEquals(Option.none(), format.field("y"));
        assertThrows(IllegalArgumentException.class, () -> Format.fields("op[40:37]"));
    }

    @Test
    void keysWithSeveralValuesStandForEveryCombination() {
        var holes = Unassigned.all(Table.parse("unassigned", "M\top{40:37}=2,A-B x{33}=1\tUNASSIGNED_NOP\t!msr\n"));
        assertEquals(Vector.of(0x2L, 0xaL, 0xbL).map(op -> Slot.of(op << 37 | 1L << 33)), holes.map(Unassigned::key));
        assertTrue(holes.forAll(hole -> hole.keyMask().equals(Slot.of(0xfL << 37 | 1L << 33))));
        assertEquals(Option.of(new Need("msr", false)), holes.head().need());
        assertEquals(new Decoded.Unassigned(Slot.of(5), Treatment.NOP, Encodings.UNASSIGNED_NOP), holes.head().decode(Slot.of(5)));
        Unassigned wrong = new Unassigned(Unit.M, Slot.of(0), Slot.of(0), Encodings.LOAD_FORM, Option.none());
        assertThrows(IllegalStateException.class, () -> wrong.decode(Slot.of(0)));
    }

    @Test
    void aTableOfTemplatesSaysWhichCodesAreReserved() {
        Templates templates = Templates.of(Table.parse("templates", "1f\tM;II;\n"));
        Templates.Meaning.Assigned only = assertInstanceOf(Templates.Meaning.Assigned.class, templates.meaning(0x1f));
        assertEquals(Template.of(0x1f, "M;II;"), only.template());
        assertEquals(Bundles.TEMPLATE_ASSIGNED, only.because());
        assertEquals(Bundles.TEMPLATE_RESERVED, assertInstanceOf(Templates.Meaning.Reserved.class, templates.meaning(0)).because());
        assertEquals(Vector.of(only.template()), templates.assigned());
        assertNotEquals(only.template(), only.template().withStops(Vector.of(false, false, false)));
        assertEquals("MII", only.template().withStops(Vector.of(false, false, false)).notation());
    }

    @Test
    void rowsAreFoundByWhatTheirKeyFixes() {
        DecodeTable table = DecodeTable.of(SMALL.all(), Profile.named("merced").get());
        assertInstanceOf(Decoded.Assigned.class, table.decode(Unit.I, Slot.of(8L << 37 | 0x1fL << 27)));
        assertInstanceOf(Decoded.Assigned.class, table.decode(Unit.M, Slot.of(8L << 37)));
        assertInstanceOf(Decoded.Unmodelled.class, table.decode(Unit.F, Slot.of(8L << 37)));
        assertInstanceOf(Decoded.Unmodelled.class, table.decode(Unit.B, Slot.of(5L << 37)));
        assertInstanceOf(Decoded.Unassigned.class, table.decode(Unit.B, Slot.of(4L << 37 | 1)));
        DecodeTable maximal = DecodeTable.of(SMALL.all(), Profile.named("maximal").get());
        assertInstanceOf(Decoded.Assigned.class, maximal.decode(Unit.B, Slot.of(5L << 37)));
    }

    @Test
    void aKeyWithGapsIsFoundWhateverTheBitsBetweenHold() {
        Unassigned gapped = new Unassigned(Unit.F, Slot.of(0xfL << 37 | 1L << 33 | 1L << 30), Slot.of(5L << 37 | 1L << 33), Encodings.UNASSIGNED_NOP, Option.none());
        DecodeTable table = DecodeTable.of(Vector.of(gapped), Profile.named("minimal").get());
        for (long between = 0; between < 1 << 14; between++) {
            Slot slot = Slot.of(between << 27);
            boolean found = table.decode(Unit.F, slot) instanceof Decoded.Unassigned;
            assertEquals((between >>> 10) == 5 && (between >>> 6 & 1) == 1 && (between >>> 3 & 1) == 0, found, slot.toString());
        }
    }

    @Test
    void rowsThatCannotBeToldApartAreRejected() {
        var row = new Unassigned(Unit.F, Slot.of(0xfL << 37), Slot.of(5L << 37), Encodings.UNASSIGNED_NOP, Option.none());
        var inside = new Unassigned(Unit.F, Slot.of(0xfL << 37 | 1), Slot.of(5L << 37 | 1), Encodings.UNASSIGNED_NOP, Option.none());
        var beside = new Unassigned(Unit.F, Slot.of(0xfL << 37 | 1), Slot.of(5L << 37), Encodings.UNASSIGNED_NOP, Option.none());
        var inL = new Unassigned(Unit.X, new Slot(0, 1), Slot.of(0), Encodings.UNASSIGNED_NOP, Option.none());
        Profile minimal = Profile.named("minimal").get();
        assertThrows(IllegalArgumentException.class, () -> DecodeTable.of(Vector.of(row, inside), minimal));
        assertThrows(IllegalArgumentException.class, () -> DecodeTable.of(Vector.of(inL), minimal));
        assertInstanceOf(Decoded.Unassigned.class, DecodeTable.of(Vector.of(inside, beside), minimal).decode(Unit.F, Slot.of(5L << 37)));
    }

    @Test
    void oneCompleterAtMostHasReservedValues() {
        FormTable two = new FormTable(Table.parse("forms", "go{ph}{qh}\t-\tT2\tB\top=4\tBRANCH_FORM\t-\tdecodes only\n"), SMALL.formats(), SMALL.operands(),
            Table.parse("completers", "ph\tp\t0=.few\nqh\ts\t1=.x\n"));
        assertThrows(IllegalArgumentException.class, two::all);
    }

    @Test
    void formatsCanBeReplaced() {
        Form add = SMALL.withFormats(Table.parse("formats", "T1\top{40:37} i{21} j{13} r1{12:6}\nT2\top{40:37} s{36} imm{35:13} p{12} b1{8:6}\n")).all().head();
        assertEquals(Slot.of(1L << 21 | 1L << 13 | 0x1fc0), add.fieldMask());
    }
}
