package vmmref.model.memory;

import io.vavr.control.Option;

/// How memory may be cached and read ahead.
public enum MemoryAttribute {
    /// Write back, cacheable.
    WB(0, true),
    /// Uncacheable.
    UC(4, false),
    /// Uncacheable, and `fetchadd` may be exported.
    UCE(5, false),
    /// Write coalescing.
    WC(6, false),
    /// A page that is not a thing: references to it are faults, or deferred.
    NATPAGE(7, false),
    /// Cacheable with limited speculation: memory that is addressed without translation, with bit 63 of the address 0. No translation has it.
    WBL(-1, true);

    private static final MemoryAttribute[] ENCODED = {WB, null, null, null, UC, UCE, WC, NATPAGE};

    private final int encoding;
    private final boolean cacheable;

    MemoryAttribute(int encoding, boolean cacheable) {
        this.encoding  = encoding;
        this.cacheable = cacheable;
    }

    /// {@return the attribute that three bits of a translation encode; none for the reserved 1, 2 and 3}
    public static Option<MemoryAttribute> encoded(int ma) {
        return Option.of(ENCODED[ma]);
    }

    /// {@return the three bits `ma` of a translation}
    public int encoding() {
        return encoding;
    }

    public boolean isCacheable() {
        return cacheable;
    }

    /// {@return whether a speculative load may touch it}
    public boolean isSpeculative() {
        return this == WB || this == WC;
    }
}
