package vmmref.model.register;

import static vmmref.model.word.Bits.bit;

import vmmref.model.word.Bits;

/// The processor status register, 64 bits.
public record Psr(long bits) {
    /// Data is big-endian.
    public boolean be() { return bit(bits, 1); }
    /// Alignment check.
    public boolean ac() { return bit(bits, 3); }
    /// Interruption collection.
    public boolean ic() { return bit(bits, 13); }
    /// External interrupts are taken.
    public boolean i()  { return bit(bits, 14); }
    /// Protection keys are enforced.
    public boolean pk() { return bit(bits, 15); }
    /// Data references are translated.
    public boolean dt() { return bit(bits, 17); }
    /// References of the register stack are translated.
    public boolean rt() { return bit(bits, 27); }
    /// Floating-point registers f2 to f31 are disabled.
    public boolean dfl() { return bit(bits, 18); }
    /// Floating-point registers f32 to f127 are disabled.
    public boolean dfh() { return bit(bits, 19); }
    /// The user cannot enable performance monitors.
    public boolean sp() { return bit(bits, 20); }
    /// The interval time counter is closed to the user.
    public boolean si() { return bit(bits, 23); }
    /// Breakpoints are enabled.
    public boolean db() { return bit(bits, 24); }
    /// A transfer to a lower privilege level traps.
    public boolean lp() { return bit(bits, 25); }
    /// A taken branch traps.
    public boolean tb() { return bit(bits, 26); }
    /// Current privilege level, 0 to 3.
    public int cpl()    { return (int) Bits.field(bits, 33, 32); }
    /// Fetches are translated.
    public boolean it() { return bit(bits, 36); }
    /// Instruction breakpoints are disabled for one instruction.
    public boolean id() { return bit(bits, 37); }
    /// Dirty-bit and data access-bit faults are disabled for one instruction.
    public boolean da() { return bit(bits, 38); }
    /// Data breakpoints are disabled for one instruction.
    public boolean dd() { return bit(bits, 39); }
    /// Speculative loads are deferred for one instruction.
    public boolean ed() { return bit(bits, 43); }
    /// Each instruction traps.
    public boolean ss() { return bit(bits, 40); }
    /// Bank 1 of r16 to r31 is the current one.
    public boolean bn() { return bit(bits, 44); }
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
