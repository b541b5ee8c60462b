package vmmref.properties.campaign;

import java.nio.charset.StandardCharsets;

/// Seeds of single cases.
final class Seeds {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private Seeds() { }

    /// {@return the seed of a case, which depends on nothing but the seed of the campaign, the law, and the number of the case}
    static long of(long campaign, String law, long number) {
        long name = 0;
        for (byte each : law.getBytes(StandardCharsets.UTF_8)) name = mixed(name ^ each);
        return mixed(mixed(campaign + GOLDEN) ^ name + number * GOLDEN);
    }

    /// The finalizer of SplitMix64, by Guy Steele, Doug Lea and Christine Flood.
    private static long mixed(long bits) {
        long once  = (bits ^ bits >>> 30) * 0xbf58476d1ce4e5b9L;
        long twice = (once ^ once >>> 27) * 0x94d049bb133111ebL;
        return twice ^ twice >>> 31;
    }
}
