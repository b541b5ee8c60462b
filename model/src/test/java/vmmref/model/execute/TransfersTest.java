package vmmref.model.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.model.execute.MemoryExample.DFH;
import static vmmref.model.execute.MemoryExample.DFL;
import static vmmref.model.execute.MemoryExample.MACHINE;
import static vmmref.model.execute.MemoryExample.told;
import static vmmref.model.execute.MemoryExample.with;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.model.machine.Machine;

class TransfersTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "setf.sig f8=r10  | REGISTER_SET: f8=0:1003e:1122334455667788 REGISTER_SET",
        "setf.exp f8=r10  | REGISTER_SET: f8=1:07788:8000000000000000 REGISTER_SET",
        "setf.s f8=r10    | REGISTER_SET: f8=0:1002a:e677880000000000 REGISTER_SET",
        "setf.d f8=r10    | REGISTER_SET: f8=0:0fd12:919a22ab33bc4000 REGISTER_SET",
        "setf.sig f8=r11  | REGISTER_SET: f8=0:1fffe:0000000000000000 REGISTER_SET",
        "setf.exp f8=r11  | REGISTER_SET: f8=0:1fffe:0000000000000000 REGISTER_SET",
        "setf.s f1=r10    | ILLEGAL_OPERATION by FLOATING_TARGET_ILLEGAL",
        "getf.sig r8=f10  | REGISTER_READ: r8=8000000000000000 REGISTER_READ",
        "getf.exp r8=f10  | REGISTER_READ: r8=0000000000030000 REGISTER_READ",
        "getf.s r8=f10    | REGISTER_READ: r8=00000000c0000000 REGISTER_READ",
        "getf.d r8=f9     | REGISTER_READ: r8=3ff0000000000000 REGISTER_READ",
        "getf.d r8=f11    | REGISTER_READ: r8=NaT REGISTER_READ",
        "getf.sig r0=f10  | ILLEGAL_OPERATION by TARGET_ILLEGAL",
        "fmerge.s f8=f10,f9   | SIGN_MERGED: f8=1:0ffff:8000000000000000 SIGN_MERGED",
        "fmerge.ns f8=f10,f9  | SIGN_MERGED: f8=0:0ffff:8000000000000000 SIGN_MERGED",
        "fmerge.se f8=f10,f12 | SIGN_MERGED: f8=1:10000:0000000000000000 SIGN_MERGED",
        "fmerge.s f8=f11,f9   | SIGN_MERGED: f8=0:1fffe:0000000000000000 SIGN_MERGED",
        "fmerge.s f8=f9,f11   | SIGN_MERGED: f8=0:1fffe:0000000000000000 SIGN_MERGED",
        "fmerge.se f0=f10,f9  | ILLEGAL_OPERATION by FLOATING_TARGET_ILLEGAL"})
    void whatTransfersDo(String text, String expected) {
        assertEquals(expected, told(MACHINE, text));
    }

    @Test
    void disabledRegisters() {
        String disabled = "DISABLED_FP_REGISTER by FLOATING_DISABLED";
        assertEquals(disabled, told(with(DFL), "setf.sig f8=r10"));
        assertEquals(disabled, told(with(DFH), "getf.sig r8=f40"));
        assertEquals(disabled, told(with(DFH), "fmerge.s f40=f9,f9"));
        assertEquals(disabled, told(with(DFH), "fmerge.s f9=f40,f9"));
        assertEquals(disabled, told(with(DFH), "fmerge.s f9=f9,f40"));
        assertEquals("REGISTER_SET: f40=0:1003e:1122334455667788 REGISTER_SET", told(with(DFL), "setf.sig f40=r10"));
    }

    @Test
    void writesAreRemembered() {
        Machine fresh = MACHINE.withPsr(MemoryExample.STATUS.with(4, false).with(5, false));
        assertEquals(0x2010, MemoryExample.after(fresh, "setf.sig f8=r10").psr().bits());
        assertEquals(0x2020, MemoryExample.after(fresh, "fmerge.s f40=f9,f9").psr().bits());
        assertEquals(0x2000, MemoryExample.after(fresh, "getf.sig r8=f9").psr().bits());
    }
}
