package vmmref.model.memory;

/// The size of a page or of a range, a power of two, as the 6-bit fields `ps` encode it; not every size can be inserted.
///
/// @param log2 0 to 63
public record PageSize(int log2) {
    public PageSize {
        if (log2 >>> 6 != 0) throw new IllegalArgumentException("the logarithm of a page size has six bits, not the value " + log2);
    }

    /// {@return ones in the bits of an offset in the page}
    public long mask() {
        return (1L << log2) - 1;
    }

    /// {@return bytes, where they are fewer than 2^63}
    public long bytes() {
        return 1L << log2;
    }

    /// {@return for example 16K or 4G}
    @Override public String toString() {
        return (1L << log2 % 10) + ("BKMGTPE".charAt(log2 / 10) + "").replace("B", "");
    }
}
