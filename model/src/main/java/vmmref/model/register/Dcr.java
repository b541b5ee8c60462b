package vmmref.model.register;

import vmmref.model.word.Bits;

/// The default control register, 64 bits: among others which faults of speculative loads may be deferred.
public record Dcr(long bits) {
    /// A bit of DCR that permits a deferral.
    public enum Bit {
        DM(8), DP(9), DK(10), DX(11), DR(12), DA(13), DD(14);

        private final int number;

        Bit(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }
    }

    public boolean has(Bit bit) {
        return Bits.bit(bits, bit.number());
    }

    @Override public String toString() {
        return Bits.hexadecimal(bits);
    }
}
