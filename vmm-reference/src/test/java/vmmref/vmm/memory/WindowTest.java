package vmmref.vmm.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import vmmref.model.memory.VirtualAddress;

class WindowTest {
    private static final Window WINDOW = Window.of(51);

    @Test
    void itLiesInRegionSevenWhereGuestsHaveNoAddresses() {
        VirtualAddress first = new VirtualAddress(0xe002000000000000L);
        assertEquals(first, WINDOW.base());
        assertEquals(first, WINDOW.vectors());
        assertEquals(new VirtualAddress(0xe002000080000000L), WINDOW.table());
        assertTrue(first.isImplemented(51));
        assertFalse(first.isImplemented(50));
    }

    @Test
    void vectorsTakeThirtyTwoKilobytes() {
        assertTrue(WINDOW.isVector(WINDOW.base()));
        assertTrue(WINDOW.isVector(new VirtualAddress(0xe002000000007fffL)));
        assertFalse(WINDOW.isVector(new VirtualAddress(0xe002000000008000L)));
        assertFalse(WINDOW.isVector(new VirtualAddress(0xe001ffffffffffffL)));
        assertFalse(WINDOW.isVector(new VirtualAddress(0x0002000000000000L)));
    }
}
