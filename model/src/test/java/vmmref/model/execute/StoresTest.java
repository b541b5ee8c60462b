package vmmref.model.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.model.execute.MemoryExample.AT;
import static vmmref.model.execute.MemoryExample.BE;
import static vmmref.model.execute.MemoryExample.DFH;
import static vmmref.model.execute.MemoryExample.DFL;
import static vmmref.model.execute.MemoryExample.MACHINE;
import static vmmref.model.execute.MemoryExample.paged;
import static vmmref.model.execute.MemoryExample.told;
import static vmmref.model.execute.MemoryExample.with;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Freedom;

class StoresTest {
    private static final int UNAT = 36;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "st1 [r9]=r10           | VALUE_STORED: mem8 0000000000008000=0000000000000088 VALUE_STORED",
        "st2.rel [r9]=r10,-1    | VALUE_STORED: mem16 0000000000008000=0000000000007788 VALUE_STORED r9=0000000000007fff BASE_UPDATED",
        "st4 [r9]=r10           | VALUE_STORED: mem32 0000000000008000=0000000055667788 VALUE_STORED",
        "st8.nta [r9]=r10,255   | VALUE_STORED: mem64 0000000000008000=1122334455667788 VALUE_STORED r9=00000000000080ff BASE_UPDATED",
        "st8 [r9]=r9,8          | VALUE_STORED: mem64 0000000000008000=0000000000008000 VALUE_STORED r9=0000000000008008 BASE_UPDATED",
        "st8.spill [r9]=r11,8   | SPILL_STORED: mem64 0000000000008000=0000000000001234 SPILL_STORED ar.unat=0000000000000001 SPILL_STORED r9=0000000000008008 BASE_UPDATED",
        "st16 [r9]=r10,ar.csd   | WIDE_STORED: mem64 0000000000008000=1122334455667788 WIDE_STORED mem64 0000000000008008=0000000000000077 WIDE_STORED",
        "stfs [r9]=f10          | FLOAT_STORED: mem32 0000000000008000=00000000c0000000 FLOAT_STORED",
        "stfd [r9]=f10,8        | FLOAT_STORED: mem64 0000000000008000=c000000000000000 FLOAT_STORED r9=0000000000008008 BASE_UPDATED",
        "stf8 [r9]=f10          | FLOAT_STORED: mem64 0000000000008000=8000000000000000 FLOAT_STORED",
        "stfe [r9]=f10          | FLOAT_STORED: mem64 0000000000008000=8000000000000000 FLOAT_STORED mem16 0000000000008008=000000000000c000 FLOAT_STORED",
        "stf.spill [r9]=f11     | FLOAT_STORED: mem64 0000000000008000=0000000000000000 FLOAT_STORED mem64 0000000000008008=000000000001fffe FLOAT_STORED",
        "stfs [r9]=f0           | FLOAT_STORED: mem32 0000000000008000=0000000000000000 FLOAT_STORED",
        "st8 [r0]=r10,8         | ILLEGAL_OPERATION by TARGET_ILLEGAL",
        "st8.spill [r40]=r10,8  | ILLEGAL_OPERATION by TARGET_ILLEGAL",
        "stfs [r0]=f10,4        | ILLEGAL_OPERATION by TARGET_ILLEGAL",
        "st8 [r9]=r11           | REGISTER_NAT_CONSUMPTION by NAT_CONSUMED",
        "st8 [r11]=r10          | REGISTER_NAT_CONSUMPTION by NAT_CONSUMED",
        "st8.spill [r11]=r10    | REGISTER_NAT_CONSUMPTION by NAT_CONSUMED",
        "st16 [r9]=r11,ar.csd   | REGISTER_NAT_CONSUMPTION by NAT_CONSUMED",
        "stfs [r9]=f11          | REGISTER_NAT_CONSUMPTION by NAT_CONSUMED",
        "stf8 [r9]=f11          | REGISTER_NAT_CONSUMPTION by NAT_CONSUMED",
        "stf.spill [r11]=f10    | REGISTER_NAT_CONSUMPTION by NAT_CONSUMED"})
    void whatStoresDo(String text, String expected) {
        assertEquals(expected, told(new Place.Application(25).with(MACHINE, 0x77L), text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "st1 [r9]=r10           | VALUE_STORED: mem8 0000000000008000=0000000000000088 VALUE_STORED",
        "st2 [r9]=r10           | VALUE_STORED: mem16 0000000000008000=0000000000008877 BYTES_ORDERED",
        "st4 [r9]=r10           | VALUE_STORED: mem32 0000000000008000=0000000088776655 BYTES_ORDERED",
        "st8 [r9]=r10           | VALUE_STORED: mem64 0000000000008000=8877665544332211 BYTES_ORDERED",
        "st8.spill [r9]=r10     | SPILL_STORED: mem64 0000000000008000=8877665544332211 BYTES_ORDERED ar.unat=0000000000000000 SPILL_STORED",
        "st16.rel [r9]=r10,ar.csd | WIDE_STORED: mem64 0000000000008000=8877665544332211 BYTES_ORDERED mem64 0000000000008008=7700000000000000 BYTES_ORDERED",
        "stfe [r9]=f10          | FLOAT_STORED: mem64 0000000000008000=00000000008000c0 IMAGE_ORDERED mem16 0000000000008008=0000000000000000 IMAGE_ORDERED",
        "stf.spill [r9]=f10     | FLOAT_STORED: mem64 0000000000008000=0000030000000000 IMAGE_ORDERED mem64 0000000000008008=0000000000000080 IMAGE_ORDERED"})
    void whatStoresDoToBigEndianData(String text, String expected) {
        assertEquals(expected, told(new Place.Application(25).with(with(BE), 0x77L), text));
    }

    @Test
    void spillsChangeOneBitOfUnat() {
        Machine machine = new Place.Application(UNAT).with(with(MACHINE, 9, AT + 0x1f8), -1L);
        assertEquals(Long.MAX_VALUE, MemoryExample.after(machine, "st8.spill [r9]=r10").application(UNAT));
        assertEquals(-1, MemoryExample.after(machine, "st8.spill [r9]=r11").application(UNAT));
        assertEquals(1L << 63, MemoryExample.after(new Place.Application(UNAT).with(machine, 0L), "st8.spill [r9]=r11,-8").application(UNAT));
    }

    @Test
    void whatElseStoresRaise() {
        assertEquals("DISABLED_FP_REGISTER by FLOATING_DISABLED", told(with(DFL), "stfs [r9]=f11"));
        assertEquals("DISABLED_FP_REGISTER by FLOATING_DISABLED", told(with(DFH), "stf.spill [r9]=f40"));
        assertEquals("UNSUPPORTED_DATA_REFERENCE at 8000 by WIDE_ATTRIBUTE_UNSUPPORTED", told(paged(MACHINE, 3 << 9 | 3 << 7 | 4 << 2), "st16 [r9]=r10,ar.csd"));
        assertEquals("UNALIGNED_DATA_REFERENCE at 8008 by ADDRESS_MISALIGNED", told(with(MACHINE, 9, AT + 8), "st16 [r9]=r10,ar.csd"));
        assertEquals("UNALIGNED_DATA_REFERENCE at 8008 by ADDRESS_MISALIGNED", told(with(MACHINE, 9, AT + 8), "stfe [r9]=f10"));
        assertEquals("UNALIGNED_DATA_REFERENCE at 8003 by ADDRESS_MISALIGNED", told(with(MACHINE, 9, AT + 3), "st2 [r9]=r10"));
        assertEquals("VALUE_STORED: mem16 0000000000008003=0000000000007788 VALUE_STORED", told(with(MACHINE, 9, AT + 3), "st2 [r9]=r10", Choice.of(Freedom.MISALIGNED)));
        assertEquals("DATA_ACCESS_RIGHTS at 8000 by RIGHTS_DENIED", told(paged(MACHINE, 3 << 7), "st8 [r9]=r10"));
    }
}
