package vmmref.model.register;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.model.memory.VirtualAddress;

/// Addresses that were counted word by word.
class BackingStoreTest {
    @ParameterizedTest
    @CsvSource({"1000, 0, 1000", "1000, 1, 1008", "1000, 62, 11f0", "1000, 63, 1200", "1000, 96, 1308", "11f0, 1, 1200", "11f0, 2, 1208", "1200, -1, 11f0", "1200, -63, 1000", "1200, -64, ff0", "1308, -96, 1000",
        "1000, 126, 1400", "1000, 189, 1600", "1600, -127, 11f0", "11f8, 0, 1200", "11f8, -1, 11f0", "ffffffffffffffe8, 2, 0", "8, -2, fffffffffffffff0"})
    void skips(String address, int registers, String found) {
        assertEquals(found, Long.toHexString(BackingStore.skip(Long.parseUnsignedLong(address, 16), registers)));
    }

    /// From, to, the registers between, and the words.
    @ParameterizedTest
    @CsvSource({"1000, 1000, 0, 0", "1000, 1008, 1, 1", "1000, 11f8, 63, 63", "1000, 1200, 63, 64", "11f8, 1200, 0, 1", "11f0, 1208, 2, 3", "1000, 1400, 126, 128", "fffffffffffffff0, 8, 2, 3", "7ffffffffffffff0, 8000000000000008, 2, 3"})
    void counts(String from, String to, long registers, long words) {
        assertEquals(registers, BackingStore.registers(Long.parseUnsignedLong(from, 16), Long.parseUnsignedLong(to, 16)));
        assertEquals(words, BackingStore.words(Long.parseUnsignedLong(from, 16), Long.parseUnsignedLong(to, 16)));
    }

    @ParameterizedTest
    @CsvSource({"1000, 0, false", "11f0, 62, false", "11f8, 63, true", "1200, 0, false", "fffffffffffffff8, 63, true", "3ff8, 63, true", "1f0, 62, false"})
    void places(String address, int slot, boolean collection) {
        long bits = Long.parseUnsignedLong(address, 16);
        assertEquals(slot, BackingStore.slot(bits));
        assertEquals(collection, BackingStore.isCollection(new VirtualAddress(bits)));
    }
}
