package vmmref.model.memory;

import vmmref.model.word.Bits;

/// A physical address: 63 bits. Bit 63 of an address that is not translated is no part of it.
public record PhysicalAddress(long bits) {
    public PhysicalAddress {
        if (bits < 0) throw new IllegalArgumentException("a physical address has 63 bits: " + Bits.hexadecimal(bits));
    }

    /// {@return whether no bit is set but the `n` implemented ones}
    public boolean isImplemented(int n) {
        return bits >>> n == 0;
    }

    /// {@return sixteen hexadecimal digits}
    @Override public String toString() {
        return Bits.hexadecimal(bits);
    }
}
