package vmmref.model.real;

import vmmref.model.word.Bits;

/// One of the four status fields of FPSR: seven controls, and above them six flags.
public record StatusField(int bits) {
    private static final int CONTROLS = 7;
    private static final int TRAPS_DISABLED = 6;

    public StatusField {
        if (bits >>> CONTROLS + Flag.values().length != 0) throw new IllegalArgumentException("a status field has 13 bits, not %x".formatted(bits));
    }

    /// {@return whether what is tiny becomes zero}
    public boolean isFlushing() {
        return Bits.bit(bits, 0);
    }

    /// {@return whether exponents have 17 bits}
    public boolean isWide() {
        return Bits.bit(bits, 1);
    }

    /// {@return the code of a precision}
    public int precision() {
        return (int) Bits.field(bits, 3, 2);
    }

    public Rounding rounding() {
        return Rounding.of((int) Bits.field(bits, 5, 4));
    }

    /// {@return whether all exceptions are disabled}
    public boolean isDisabling() {
        return Bits.bit(bits, TRAPS_DISABLED);
    }

    public int controls() {
        return bits & (int) Bits.ones(CONTROLS);
    }

    public int flags() {
        return bits >>> CONTROLS;
    }

    public StatusField withControls(int controls) {
        return new StatusField(flags() << CONTROLS | controls);
    }

    public StatusField withFlags(int flags) {
        return new StatusField(controls() | flags << CONTROLS);
    }
}
