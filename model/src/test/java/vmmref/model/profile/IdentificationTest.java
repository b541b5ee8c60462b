package vmmref.model.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vavr.collection.LinkedHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentificationTest {

    @Test
    void registers() {
        Identification some = new Identification("0123456789abcdef", 0xff_0a0b_0c04L, true, true);
        assertEquals(0x3736353433323130L, some.register(0));
        assertEquals(0x6665646362613938L, some.register(1));
        assertEquals(0, some.register(2));
        assertEquals(0xff_0a0b_0c04L, some.register(3));
        assertEquals(5, some.register(4));
        assertEquals(1, new Identification("", 4, true, false).register(4));
        assertEquals(4, new Identification("", 4, false, true).register(4));
        assertEquals(0, new Identification("", 4, false, false).register(0));
        assertEquals(0x41, new Identification("A", 4, false, false).register(0));
        assertEquals(0x39, new Identification("012345679", 4, false, false).register(1));
        assertEquals(4, some.last());
    }

    @ParameterizedTest
    @CsvSource({"merced, GenuineIntel, 7000804, false, false", "itanium2, GenuineIntel, 1f010504, true, false", "montecito, GenuineIntel, 20000704, true, true", "minimal, vmmref, 4, false, false", "maximal, vmmref reference, ff030204, true, true"})
    void namedProfiles(String name, String vendor, String version, boolean brl, boolean ld16) {
        assertEquals(new Identification(vendor, Long.parseLong(version, 16), brl, ld16), Identification.of(Profile.named(name).get()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "vendor  | 0123456789abcdefg | the vendor is at most 16 characters of ASCII, not 0123456789abcdefg",
        "vendor  | Über              | the vendor is at most 16 characters of ASCII, not Über",
        "version | 1f010504          | the version is 16 hexadecimal digits, not 1f010504",
        "version | 000000001F010504  | the version is 16 hexadecimal digits, not 000000001F010504",
        "version | 000000001f010503  | the last of the registers is CPUID[4], and bits 63:40 of the version are 0, not as in 000000001f010503",
        "version | 0000010000000004  | the last of the registers is CPUID[4], and bits 63:40 of the version are 0, not as in 0000010000000004"})
    void whatNoProcessorSays(String parameter, String value, String message) {
        Profile mine = Profile.announced("mine", LinkedHashMap.of(parameter, value));
        assertEquals(message, assertThrows(IllegalArgumentException.class, () -> Identification.of(mine)).getMessage());
    }
}
