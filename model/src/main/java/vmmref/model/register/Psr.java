package vmmref.model.register;

import static vmmref.model.word.Bits.bit;

import vmmref.model.word.Bits;

/// The processor status register, 64 bits.
public record Psr(long bits) {
    /// Alignment check.
    public boolean ac() { return bit(bits, 3); }
    /// Interruption collection.
    public boolean ic() { return bit(bits, 13); }
    /// Protection keys are enforced.
    public boolean pk() { return bit(bits, 15); }
    /// Data references are translated.
    public boolean dt() { return bit(bits, 17); }
    /// Current privilege level, 0 to 3.
    public int cpl()    { return (int) Bits.field(bits, 33, 32); }
    /// Fetches are translated.
    public boolean it() { return bit(bits, 36); }
    /// Dirty-bit and data access-bit faults are disabled for one instruction.
    public boolean da() { return bit(bits, 38); }
    /// Speculative loads are deferred for one instruction.
    public boolean ed() { return bit(bits, 43); }
    /// Instruction access-bit faults are disabled for one instruction.
    public boolean ia() { return bit(bits, 45); }
    /// A virtual machine runs (with the virtualisation extensions).
    public boolean vm() { return bit(bits, 46); }

    /// {@return the same with one bit changed}
    public Psr with(int number, boolean value) {
        return new Psr(value ? bits | 1L << number : bits & ~(1L << number));
    }

    /// {@return the same with another current privilege level, 0 to 3}
    public Psr withCpl(int level) {
        return new Psr(bits & ~(3L << 32) | (long) level << 32);
    }

    @Override public String toString() {
        return Bits.hexadecimal(bits);
    }
}
