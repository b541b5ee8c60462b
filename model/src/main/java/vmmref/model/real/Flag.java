package vmmref.model.real;

/// A floating-point exception that FPSR can disable and remember; the order is that of the bits.
public enum Flag {
    INVALID, DENORMAL, ZERO_DIVIDE, OVERFLOW, UNDERFLOW, INEXACT;

    /// {@return the bit of the exception among those of its kind in FPSR}
    public int bit() {
        return 1 << ordinal();
    }

    /// {@return whether a set of bits has that of the exception}
    public boolean in(int bits) {
        return (bits & bit()) != 0;
    }
}
