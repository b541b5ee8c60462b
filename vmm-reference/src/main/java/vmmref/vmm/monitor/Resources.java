package vmmref.vmm.monitor;

import vmmref.model.profile.Dimensions;

/// How much of the host the monitor has for its guests.
///
/// @param tableLog2 the logarithm of the bytes of the host's page table, 15 to 28
/// @param spares    how many of its entries can hang from others
/// @param regions   region identifiers, at least 8
/// @param keys      protection keys, at least 2
public record Resources(int tableLog2, int spares, int regions, int keys) {
    /// Region identifiers below it stand for nothing.
    static final int FIRST_REGION = 16;
    /// Key 0 is the monitor's.
    static final int FIRST_KEY = 1;
    private static final int TABLE_LOG2 = 16;
    private static final int SPARES = 1 << 10;
    private static final int LEAST_REGIONS = 8;
    private static final int LEAST_KEYS = 2;

    public Resources {
        if (regions < LEAST_REGIONS) throw new IllegalArgumentException("a guest has 8 regions, and " + regions + " region identifiers are too few");
        if (keys < LEAST_KEYS) throw new IllegalArgumentException("an instruction and its data have two keys, and " + keys + " are too few");
    }

    /// {@return the same, if a host has them}
    /// @throws IllegalArgumentException if it has not
    Resources on(Dimensions host) {
        Resources all = of(host);
        if (regions > all.regions || keys > all.keys) throw new IllegalArgumentException("the host has %d region identifiers and %d keys for guests, not %d and %d".formatted(all.regions, all.keys, regions, keys));
        return this;
    }

    /// {@return all that a host has, with a table of 64 KB}
    public static Resources of(Dimensions host) {
        return new Resources(TABLE_LOG2, SPARES, (1 << host.ridBits()) - FIRST_REGION, (1 << host.keyBits()) - FIRST_KEY);
    }
}
