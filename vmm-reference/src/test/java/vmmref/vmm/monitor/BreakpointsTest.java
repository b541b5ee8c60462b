package vmmref.vmm.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.model.machine.Place;
import vmmref.model.register.IndirectRegisters;

class BreakpointsTest {
    /// Bits 59:56 of an odd register say which levels are watched, level 0 in bit 56.
    @ParameterizedTest
    @CsvSource({"DBR, 1, c1000000000000ff, c2000000000000ff", "DBR, 3, 8f000000000000ff, 8a000000000000ff", "IBR, 5, 8800000000000000, 8800000000000000", "IBR, 7, 8600000000000000, 8000000000000000",
        "IBR, 15, 8100000000000000, 8200000000000000", "DBR, 0, c1000000000000ff, c1000000000000ff", "IBR, 2, 8f00000000000000, 8f00000000000000", "PMC, 1, 0f00000000000000, 0f00000000000000", "PMD, 1, 0100000000000000, 0100000000000000"})
    void levelZeroIsWatchedWhereItRuns(IndirectRegisters.File file, int number, String believed, String real) {
        assertEquals(Long.parseUnsignedLong(real, 16), Breakpoints.real(new Place.Indirect(file, number), Long.parseUnsignedLong(believed, 16)));
    }
}
