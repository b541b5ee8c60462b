package vmmref.properties.guarantee;

/// Addresses of registers in a backing store, found register by register.
final class BackWalk {
    private BackWalk() { }

    /// {@return whether the word at an address is a collection, which is what its last digits say}
    static boolean isCollection(long address) {
        return (address & 0x1ff) == 0x1f8;
    }

    /// {@return where the register lies that comes some registers before the one at an address}
    static long down(long address, int registers) {
        long at = address;
        for (int left = registers; left > 0; left--) at -= isCollection(at - 8) ? 16 : 8;
        return at;
    }

    /// {@return where the register lies that comes some registers behind a place that is next}
    static long up(long address, int registers) {
        long at = isCollection(address) ? address + 8 : address;
        for (int left = registers; left > 0; left--) at += isCollection(at + 8) ? 16 : 8;
        return at;
    }
}
