package vmmref.model.register;

import vmmref.model.word.Bits;

/// The previous function state, 64 bits: what a call saves, and a return restores.
public record Pfs(long bits) {
    /// @param frame the frame of the caller
    /// @param ec    the epilog count, 6 bits
    /// @param level the privilege level, 0 to 3
    public static Pfs of(Cfm frame, int ec, int level) {
        return new Pfs(frame.bits() | (long) ec << 52 | (long) level << 62);
    }

    /// Previous frame marker.
    public Cfm pfm() { return new Cfm(bits & Bits.ones(Cfm.WIDTH)); }
    /// Previous epilog count, 6 bits.
    public int pec() { return (int) Bits.field(bits, 57, 52); }
    /// Previous privilege level, 0 to 3.
    public int ppl() { return (int) Bits.field(bits, 63, 62); }

    @Override public String toString() {
        return Bits.hexadecimal(bits);
    }
}
