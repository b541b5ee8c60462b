package vmmref.model.instruction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Slot;
import vmmref.model.semantics.Semantics;
import vmmref.model.profile.Profile;
import vmmref.spec.Encodings;

/// Slots worked by hand from the manual's tables.
class DecodeTest {
    private static final Semantics MAXIMAL = Semantics.architected(Profile.named("maximal").get());

    private static Decoded slot(Semantics semantics, int template, int position, Slot slot) {
        Slot zero = Slot.of(0);
        Bundle.Fields fields = new Bundle.Fields(template, position == 0 ? slot : zero, position == 1 ? slot : zero, position == 2 ? slot : zero);
        return semantics.decode().apply(Bundle.of(fields)).slots().get(position);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "0 | 0 | 02070914000 | itr.d dtr[r9]=r10",
        "0 | 0 | 00030080000 | ssm 0x2000",
        "0 | 0 | 00038100000 | rsm 0x4000",
        "0 | 0 | 021241007c9 | (p9) mov r31=cr.ivr",
        "16 | 2 | 00108001100 | br.ret.sptk.many b0",
        "22 | 0 | 00000000000 | break.b 0x0",
        "0 | 1 | 00000000000 | break.i 0x0",
        "0 | 0 | 00008000000 | nop.m 0x0",
        "22 | 0 | 04000000000 | nop.b 0x0",
        "22 | 2 | 00010000000 | cover",
        "22 | 2 | 00040000000 | rfi"})
    void workedByHand(int template, int position, String hex, String text) {
        Decoded.Assigned decoded = assertInstanceOf(Decoded.Assigned.class, slot(MAXIMAL, template, position, Slot.of(Long.parseLong(hex, 16))));
        assertEquals(text, Assembly.text(decoded.instruction()));
        assertTrue(decoded.residue().isZero());
    }

    @Test
    void instructionsThatAProfileLacksAreUnassigned() {
        Semantics minimal = Semantics.architected(Profile.named("minimal").get());
        Slot vmsw = Slot.of(0x18L << 27);
        Slot msr = Slot.of(1L << 37 | 0x16L << 27);
        assertInstanceOf(Decoded.Assigned.class, slot(MAXIMAL, 22, 0, vmsw));
        assertEquals(new Decoded.Unassigned(vmsw, Treatment.ILLEGAL_IF_PREDICATED, Encodings.UNASSIGNED_PREDICATED), slot(minimal, 22, 0, vmsw));
        assertInstanceOf(Decoded.Assigned.class, slot(MAXIMAL, 0, 0, msr));
        assertEquals(new Decoded.Unassigned(msr, Treatment.ILLEGAL_IF_PREDICATED, Encodings.UNASSIGNED_PREDICATED), slot(minimal, 0, 0, msr));
        for (int wide : new int[] {0x20, 0x24, 0x28, 0x2c, 0x30, 0x34}) {
            Slot slot = Slot.of(4L << 37 | (long) wide << 30 | 1L << 27);
            assertInstanceOf(Decoded.Assigned.class, slot(MAXIMAL, 0, 0, slot));
            for (String lacking : new String[] {"minimal", "merced", "itanium2"})
                assertEquals(new Decoded.Unassigned(slot, Treatment.ILLEGAL_IF_PREDICATED, Encodings.UNASSIGNED_PREDICATED), slot(Semantics.architected(Profile.named(lacking).get()), 0, 0, slot));
        }
    }

    @Test
    void aSlotOfNoKnownFormIsUnmodelled() {
        Slot mux1 = Slot.of(7L << 37 | 3L << 34 | 2L << 30 | 2L << 28 | 1L << 20);
        assertEquals(new Decoded.Unmodelled(mux1, Encodings.FORM_UNMODELLED), slot(MAXIMAL, 0, 1, mux1));
        assertEquals(mux1, slot(MAXIMAL, 0, 1, mux1).encode());
    }

    @Test
    void anInstructionHoldsNothingOutsideItsFields() {
        Form form = FormTable.architected().all().find(each -> each.syntax().mnemonic().equals("thash")).get();
        assertThrows(IllegalArgumentException.class, () -> new Instruction(form, Slot.of(1L << 36)));
        assertEquals(5, form.instruction(Slot.of(0)).predicatedBy(5).qualifyingPredicate());
        Form cover = FormTable.architected().all().find(each -> each.syntax().mnemonic().equals("cover")).get();
        assertEquals(0, cover.instruction(Slot.of(0)).qualifyingPredicate());
        assertThrows(IllegalArgumentException.class, () -> cover.instruction(Slot.of(0)).predicatedBy(1));
    }

    @Test
    void predicatesReplaceEachOther() {
        Form form = FormTable.architected().all().find(each -> each.syntax().mnemonic().equals("thash")).get();
        assertEquals(2, form.instruction(Slot.of(0)).predicatedBy(5).predicatedBy(2).qualifyingPredicate());
    }

    @Test
    void profilesAnnouncedWithoutAParameterAreLikeItanium2() {
        Profile announced = Profile.announced("x", LinkedHashMap.of("vmsw", "true"));
        assertTrue(announced.has("brl") && announced.has("vmsw") && announced.has("msr"));
        assertThrows(IllegalArgumentException.class, () -> announced.has("nothing"));
        assertThrows(IllegalArgumentException.class, () -> Profile.announced("x", LinkedHashMap.of("brl", "maybe")).has("brl"));
        assertEquals(Vector.of("merced", "itanium2", "montecito", "minimal", "maximal"), Profile.all().map(Profile::name));
    }

    @Test
    void tablesThatContradictEachOtherAreRejectedWithTheirLine() {
        FormTable right = FormTable.architected();
        FormTable wrong = right.withForms(vmmref.spec.Table.parse("forms", "add\tr1=r2,r3\tA99\tA\top=8\tINTEGER_ALU_FORM\t-\tdecodes only\n"));
        assertEquals("forms.tsv line 1: no format A99", assertThrows(IllegalArgumentException.class, wrong::all).getMessage());
        FormTable keyless = right.withForms(vmmref.spec.Table.parse("forms", "add\tr1=r2,r3\tA1\tA\tqq=8\tINTEGER_ALU_FORM\t-\tdecodes only\n"));
        assertEquals("forms.tsv line 1: format A1 has no field qq", assertThrows(IllegalArgumentException.class, keyless::all).getMessage());
        FormTable operandless = right.withForms(vmmref.spec.Table.parse("forms", "add\tr1=imm22\tA1\tA\top=8\tINTEGER_ALU_FORM\t-\tdecodes only\n"));
        assertEquals("forms.tsv line 1: format A1 has no fields for imm22", assertThrows(IllegalArgumentException.class, operandless::all).getMessage());
    }
}
