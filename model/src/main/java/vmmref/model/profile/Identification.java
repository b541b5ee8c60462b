package vmmref.model.profile;

import org.apache.commons.lang3.Validate;
import vmmref.model.word.Bits;

/// What the processor says of itself: the registers CPUID0 to CPUID4.
///
/// @param vendor      16 bytes of text, the first one in the lowest bits
/// @param version     CPUID[3]: the number of the last register, revision, model, family and revision of the architecture
/// @param longBranch  whether there is `brl`
/// @param wideAtomics whether there are `ld16`, `st16` and `cmp8xchg16`
public record Identification(String vendor, long version, boolean longBranch, boolean wideAtomics) {
    /// The parameter that names the vendor.
    public static final String VENDOR = "vendor";
    /// The parameter that is CPUID[3], 16 hexadecimal digits.
    public static final String VERSION = "version";

    private static final int LAST = 4;
    /// The bits lb and ao of CPUID[4].
    private static final long LONG_BRANCH = 1;
    private static final long WIDE_ATOMICS = 4;

    public Identification {
        Validate.isTrue(vendor.matches("[ -~]{0,16}"), "the vendor is at most 16 characters of ASCII, not %s", vendor);
        Validate.isTrue(Bits.field(version, 7, 0) == LAST && Bits.field(version, 63, 40) == 0, "the last of the registers is CPUID[4], and bits 63:40 of the version are 0, not as in %s", Bits.hexadecimal(version));
    }

    /// {@return what the parameters of a profile say}
    public static Identification of(Profile profile) {
        String version = profile.value(VERSION);
        Validate.isTrue(version.matches("[0-9a-f]{16}"), "the version is 16 hexadecimal digits, not %s", version);
        return new Identification(profile.value(VENDOR), Long.parseUnsignedLong(version, 16), profile.has(Profile.LONG_BRANCH), profile.has(Profile.WIDE_ATOMICS));
    }

    /// {@return the number of the last register}
    public int last() {
        return LAST;
    }

    /// {@return one of the registers}
    public long register(int number) {
        return switch (number) {
            case 0, 1 -> word(8 * number);
            case 3    -> version;
            case 4    -> (longBranch ? LONG_BRANCH : 0) | (wideAtomics ? WIDE_ATOMICS : 0);
            default   -> 0;
        };
    }

    private long word(int first) {
        long word = 0;
        for (int i = Math.min(vendor.length(), first + 8) - 1; i >= first; i--) word = word << 8 | vendor.charAt(i);
        return word;
    }
}
