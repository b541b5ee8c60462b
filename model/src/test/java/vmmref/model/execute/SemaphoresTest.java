package vmmref.model.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.model.execute.MemoryExample.AT;
import static vmmref.model.execute.MemoryExample.BE;
import static vmmref.model.execute.MemoryExample.MACHINE;
import static vmmref.model.execute.MemoryExample.paged;
import static vmmref.model.execute.MemoryExample.told;
import static vmmref.model.execute.MemoryExample.with;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;

class SemaphoresTest {
    private static final int CCV = 32;
    private static final int CSD = 25;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "xchg1 r8=[r9],r10       | VALUE_EXCHANGED: mem8 0000000000008000=0000000000000088 VALUE_EXCHANGED r8=0000000000000080 VALUE_EXCHANGED",
        "xchg8 r9=[r9],r10       | VALUE_EXCHANGED: mem64 0000000000008000=1122334455667788 VALUE_EXCHANGED r9=8786858483828180 VALUE_EXCHANGED",
        "fetchadd4.acq r8=[r9],16 | VALUE_ADDED: mem32 0000000000008000=0000000083828190 VALUE_ADDED r8=0000000083828180 VALUE_ADDED",
        "fetchadd8.rel r8=[r9],-1 | VALUE_ADDED: mem64 0000000000008000=878685848382817f VALUE_ADDED r8=8786858483828180 VALUE_ADDED",
        "cmpxchg2.acq r8=[r9],r10,ar.ccv | VALUE_COMPARED: r8=0000000000008180 VALUE_COMPARED",
        "cmpxchg4.rel r8=[r9],r10,ar.ccv | VALUE_COMPARED: mem32 0000000000008000=0000000055667788 VALUE_COMPARED r8=0000000083828180 VALUE_COMPARED",
        "cmpxchg8.acq r8=[r9],r10,ar.ccv | VALUE_COMPARED: r8=8786858483828180 VALUE_COMPARED",
        "xchg8 r0=[r9],r10       | ILLEGAL_OPERATION by TARGET_ILLEGAL",
        "xchg8 r8=[r11],r10      | REGISTER_NAT_CONSUMPTION by NAT_CONSUMED",
        "xchg8 r8=[r9],r11       | REGISTER_NAT_CONSUMPTION by NAT_CONSUMED",
        "fetchadd4.acq r40=[r9],1 | ILLEGAL_OPERATION by TARGET_ILLEGAL",
        "fetchadd4.acq r8=[r11],1 | REGISTER_NAT_CONSUMPTION by NAT_CONSUMED",
        "cmpxchg4.acq r8=[r9],r11,ar.ccv | REGISTER_NAT_CONSUMPTION by NAT_CONSUMED",
        "cmp8xchg16.acq r8=[r9],r11,ar.csd,ar.ccv | REGISTER_NAT_CONSUMPTION by NAT_CONSUMED"})
    void whatSemaphoresDo(String text, String expected) {
        assertEquals(expected, told(new Place.Application(CCV).with(MACHINE, 0x83828180L), text));
    }

    @Test
    void bigEndianData() {
        assertEquals("VALUE_ADDED: mem32 0000000000008000=0000000087828180 BYTES_ORDERED r8=0000000080818283 VALUE_ADDED", told(with(BE), "fetchadd4.acq r8=[r9],4"));
        assertEquals("VALUE_EXCHANGED: mem16 0000000000008000=0000000000008877 BYTES_ORDERED r8=0000000000008081 VALUE_EXCHANGED", told(with(BE), "xchg2 r8=[r9],r10"));
    }

    /// All 64 bits of CCV are compared, whatever the size.
    @Test
    void comparisons() {
        Machine more = new Place.Application(CCV).with(MACHINE, 0x183828180L);
        assertEquals("VALUE_COMPARED: r8=0000000083828180 VALUE_COMPARED", told(more, "cmpxchg4.rel r8=[r9],r10,ar.ccv"));
    }

    @Test
    void sixteenBytes() {
        String wide = "cmp8xchg16.acq r8=[r9],r10,ar.csd,ar.ccv";
        Machine low = new Place.Application(CSD).with(new Place.Application(CCV).with(MACHINE, 0x8786858483828180L), 0x77L);
        String both = "mem64 0000000000008000=1122334455667788 WIDE_COMPARED mem64 0000000000008008=0000000000000077 WIDE_COMPARED";
        assertEquals("WIDE_COMPARED: " + both + " r8=8786858483828180 WIDE_COMPARED", told(low, wide));
        Machine high = with(new Place.Application(CCV).with(low, 0x8f8e8d8c8b8a8988L), 9, AT + 8);
        assertEquals("WIDE_COMPARED: " + both + " r8=8f8e8d8c8b8a8988 WIDE_COMPARED", told(high, wide));
        assertEquals("WIDE_COMPARED: r8=8786858483828180 WIDE_COMPARED", told(with(high, 9, AT), wide));
        assertEquals("UNALIGNED_DATA_REFERENCE at 8004 by ADDRESS_MISALIGNED", told(with(high, 9, AT + 4), wide));
    }

    @Test
    void attributes() {
        Machine uncached = paged(MACHINE, 3 << 9 | 3 << 7 | 4 << 2);
        assertEquals("UNSUPPORTED_DATA_REFERENCE at 8000 by ATTRIBUTE_UNSUPPORTED", told(uncached, "xchg8 r8=[r9],r10"));
        assertEquals("UNSUPPORTED_DATA_REFERENCE at 8000 by ATTRIBUTE_UNSUPPORTED", told(uncached, "cmp8xchg16.acq r8=[r9],r10,ar.csd,ar.ccv"));
        assertEquals("UNSUPPORTED_DATA_REFERENCE at 8000 by ATTRIBUTE_UNSUPPORTED", told(uncached, "fetchadd8.acq r8=[r9],1"));
    }
}
