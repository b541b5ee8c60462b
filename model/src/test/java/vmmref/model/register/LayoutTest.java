package vmmref.model.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.spec.Table;

class LayoutTest {

    private static Layout of(String excluded) {
        return Layout.of("f000000000000000", "f00", excluded);
    }

    @Test
    void bits() {
        Layout layout = of("-");
        assertTrue(layout.isReserved(0x100) && layout.isReserved(0x800) && layout.isReserved(-1));
        assertFalse(layout.isReserved(0) || layout.isReserved(~0xf00));
        assertEquals(0x0fff_ffff_ffff_ffffL, layout.kept(-1));
    }

    @ParameterizedTest
    @CsvSource({"5:4=1, 0x10, true", "5:4=1, 0x20, false", "5:4=1, 0x30, false", "5:4=1, 0x50, true", "5:4=0, 0, true", "6:4=1;3;6, 0x10, true", "6:4=1;3;6, 0x20, false", "6:4=1;3;6, 0x30, true", "6:4=1;3;6, 0x60, true",
        "6:4=1;3;6, 0x70, false", "7:2=0..14, 0x38, true", "7:2=0..14, 0x3c, false", "7:2=0..14, 0, true", "7:2=0..14, 0xfc, false", "1:0=1 3:2=1, 4, true", "1:0=1 3:2=1, 1, true", "1:0=1 3:2=1, 0xa, false", "5:0=63, 0x3f, true"})
    void values(String excluded, String value, boolean reserved) {
        assertEquals(reserved, of(excluded.replace(';', ',')).isReserved(Long.decode(value)));
    }

    @Test
    void frames() {
        Layout frame = Layout.of("0", "0", "frame");
        assertTrue(frame.isReserved(97) && frame.isReserved(Long.MIN_VALUE | 97));
        assertFalse(frame.isReserved(96) || frame.isReserved(Long.MIN_VALUE | 96));
        Layout given = Layout.of("0", "0", "frame if 63");
        assertTrue(given.isReserved(Long.MIN_VALUE | 97));
        assertFalse(given.isReserved(97) || given.isReserved(Long.MAX_VALUE) || given.isReserved(Long.MIN_VALUE | 96));
    }

    @ParameterizedTest
    @CsvSource({"5:4", "5=1", "5:4=x", "frame unless 63", "5:4=1..", "''"})
    void whatIsNoList(String text) {
        String word = text.split(" ")[0];
        assertEquals("reserved values are written 9:8=1,3 or 7:2=0..14, not " + word, assertThrows(IllegalArgumentException.class, () -> of(text)).getMessage());
    }

    @Test
    void numbers() {
        assertEquals(Vector.of(7), Layout.numbers("7"));
        assertEquals(Vector.of(1, 3, 6), Layout.numbers("1,3,6"));
        assertEquals(Vector.of(68, 69, 70, 71), Layout.numbers("68..71"));
    }

    @Test
    void applicationRegistersByNumber() {
        Seq<ApplicationRegister> all = ApplicationRegister.architected();
        assertEquals(128, all.size());
        assertEquals(ApplicationRegister.ABSENT, all.get(8));
        assertEquals(new ApplicationRegister(ApplicationRegister.Unit.M, ApplicationRegister.Access.LEVEL_0, new Layout(0, 0, Vector.empty())), all.get(7));
        assertEquals(ApplicationRegister.Access.IGNORED, all.get(127).access());
        assertEquals("application-registers.tsv line 2 lists register 7 again",
            assertThrows(IllegalArgumentException.class, () -> ApplicationRegister.of(Table.parse("application-registers", "0..7\tkr\tM\tany\t0\t0\t-\n7\tk7\tM\tany\t0\t0\t-"))).getMessage());
    }

    @Test
    void unitsOfApplicationRegisters() {
        assertTrue(ApplicationRegister.Unit.M.has(ApplicationRegister.Unit.M) && ApplicationRegister.Unit.BOTH.has(ApplicationRegister.Unit.M) && ApplicationRegister.Unit.BOTH.has(ApplicationRegister.Unit.I));
        assertFalse(ApplicationRegister.Unit.M.has(ApplicationRegister.Unit.I) || ApplicationRegister.Unit.I.has(ApplicationRegister.Unit.M));
    }

    private static ControlRegister control(String row) {
        return ControlRegister.of(Table.parse("control-registers", row)).get(5);
    }

    @Test
    void controlRegistersByNumber() {
        Seq<ControlRegister> all = ControlRegister.architected();
        assertEquals(128, all.size());
        assertEquals(ControlRegister.ABSENT, all.get(127));
        assertEquals(new ControlRegister(true, true, true, new Layout(1, 2, Vector.empty()), 4, 8), control("5\tx\trw\toff\t1\t4\t2\t-\t8"));
        assertEquals(new ControlRegister(true, false, false, new Layout(1, 2, Vector.empty()), 4, 8), control("5\tx\tro\t-\t1\t4\t2\t-\t8"));
        assertEquals("control-registers.tsv line 1: access is rw or ro, not wo", rejected("5\tx\two\t-\t0\t0\t0\t-\t0"));
        assertEquals("control-registers.tsv line 1: ic is off or -, not on", rejected("5\tx\trw\ton\t0\t0\t0\t-\t0"));
        assertEquals("control-registers.tsv line 2 lists register 5 again", rejected("5\tx\trw\t-\t0\t0\t0\t-\t0\n4..6\ty\trw\t-\t0\t0\t0\t-\t0"));
    }

    private static String rejected(String rows) {
        return assertThrows(IllegalArgumentException.class, () -> control(rows)).getMessage();
    }
}
