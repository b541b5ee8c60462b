package vmmref.model.register;

import static vmmref.model.word.Bits.bit;

import vmmref.model.word.Bits;

/// A protection-key register, 64 bits.
public record ProtectionKeyRegister(long bits) {
    public static final ProtectionKeyRegister ZERO = new ProtectionKeyRegister(0);

    /// It takes part.
    public boolean valid()         { return bit(bits, 0); }
    /// Writing is disabled.
    public boolean disablesWrite() { return bit(bits, 1); }
    /// Reading is disabled.
    public boolean disablesRead()  { return bit(bits, 2); }
    /// Execution is disabled.
    public boolean disablesExecution() { return bit(bits, 3); }

    /// {@return the key, 24 bits}
    public int key() {
        return (int) Bits.field(bits, 31, 8);
    }

    public ProtectionKeyRegister invalid() {
        return new ProtectionKeyRegister(bits & ~1L);
    }

    @Override public String toString() {
        return Bits.hexadecimal(bits);
    }
}
