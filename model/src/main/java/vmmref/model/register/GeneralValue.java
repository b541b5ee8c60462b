package vmmref.model.register;

import vmmref.model.word.Bits;

/// What a general register holds: 64 bits and the NaT bit.
public record GeneralValue(long bits, boolean nat) {
    public static GeneralValue of(long bits) {
        return new GeneralValue(bits, false);
    }

    @Override public String toString() {
        return nat ? "NaT" : Bits.hexadecimal(bits);
    }
}
