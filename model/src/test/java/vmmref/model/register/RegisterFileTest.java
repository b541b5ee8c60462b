package vmmref.model.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vavr.collection.Array;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import vmmref.model.memory.VirtualAddress;

class RegisterFileTest {
    private static final ProtectionKeyRegister KEY_55 = new ProtectionKeyRegister(0x5501);
    private static final RegionRegisters REGIONS = RegionRegisters.of(Vector.range(0, 8).map(number -> new RegionRegister((0x100L + number) << 8)));

    @Test
    void keysAreFoundInValidRegisters() {
        ProtectionKeyRegisters keys = ProtectionKeyRegisters.zero(16).with(3, KEY_55).with(5, new ProtectionKeyRegister(0x6600));
        assertEquals(16, keys.number());
        assertEquals(Option.some(KEY_55), keys.holding(0x55));
        assertEquals(Option.none(), keys.holding(0x66));
        assertEquals(Option.none(), keys.holding(0));
        assertEquals(KEY_55, keys.get(3));
        assertEquals(ProtectionKeyRegister.ZERO, keys.get(2));
        assertEquals(Option.some(new ProtectionKeyRegister(0x5505)), keys.with(1, new ProtectionKeyRegister(0x5505)).holding(0x55));
    }

    @Test
    void theFirstAndTheLastRegisterAreLookedAt() {
        ProtectionKeyRegister last = new ProtectionKeyRegister(0xffffff01L);
        ProtectionKeyRegisters keys = ProtectionKeyRegisters.of(Array.of(new ProtectionKeyRegister(1), ProtectionKeyRegister.ZERO, last));
        assertEquals(Option.some(new ProtectionKeyRegister(1)), keys.holding(0));
        assertEquals(Option.some(last), keys.holding(0xffffff));
        assertEquals(3, keys.number());
    }

    @Test
    void keyRegistersAreValues() {
        ProtectionKeyRegisters zero = ProtectionKeyRegisters.zero(2);
        assertEquals(zero, zero.with(1, KEY_55).with(1, ProtectionKeyRegister.ZERO));
        assertEquals(zero.hashCode(), zero.with(1, KEY_55).with(1, ProtectionKeyRegister.ZERO).hashCode());
        assertNotEquals(zero.hashCode(), zero.with(1, KEY_55).hashCode());
        assertNotEquals(zero, zero.with(1, KEY_55));
        assertNotEquals(zero, ProtectionKeyRegisters.zero(3));
        assertNotEquals(zero, Array.of(ProtectionKeyRegister.ZERO, ProtectionKeyRegister.ZERO));
        assertEquals("[0000000000000000, 0000000000005501]", zero.with(1, KEY_55).toString());
    }

    @Test
    void anAddressSelectsARegionRegister() {
        assertEquals(0x100, REGIONS.of(new VirtualAddress(0x1fffffffffffffffL)).identifier());
        assertEquals(0x101, REGIONS.of(new VirtualAddress(0x2000000000000000L)).identifier());
        assertEquals(0x107, REGIONS.of(new VirtualAddress(-1)).identifier());
        assertEquals(0x105, REGIONS.get(5).identifier());
        RegionRegisters changed = REGIONS.with(5, new RegionRegister(0x99900));
        assertEquals(0x999, changed.get(5).identifier());
        assertEquals(0x104, changed.get(4).identifier());
        assertEquals(REGIONS, changed.with(5, new RegionRegister(0x10500)));
    }

    @Test
    void thereAreEightRegions() {
        assertEquals(8, RegionRegisters.NUMBER);
        assertEquals("there are 8 region registers, not 7",
            assertThrows(IllegalArgumentException.class, () -> RegionRegisters.of(Vector.fill(7, new RegionRegister(0)))).getMessage());
        assertEquals("there are 8 region registers, not 9",
            assertThrows(IllegalArgumentException.class, () -> RegionRegisters.of(Vector.fill(9, new RegionRegister(0)))).getMessage());
    }
}
