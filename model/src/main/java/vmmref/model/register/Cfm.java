package vmmref.model.register;

import vmmref.model.word.Bits;

/// The current frame marker, 38 bits: how large the register frame is, and by how much registers are rotated.
public record Cfm(long bits) {
    public static final int WIDTH = 38;
    /// A frame of no registers.
    public static final Cfm EMPTY = new Cfm(0);
    /// Registers f32 to f127 rotate.
    public static final int ROTATING_FLOATING = 96;
    /// Predicates p16 to p63 rotate.
    public static final int ROTATING_PREDICATES = 48;

    public Cfm {
        if (bits >>> WIDTH != 0) throw new IllegalArgumentException("the current frame marker has 38 bits: " + Bits.hexadecimal(bits));
    }

    /// {@return a marker without rotation}
    ///
    /// @param sof size of the frame, 0 to 96
    /// @param sol size of its local part, 0 to `sof`
    /// @param sor size of its rotating part in units of 8 registers
    public static Cfm of(int sof, int sol, int sor) {
        if (sof > 96 || sol < 0 || sol > sof || sor < 0 || 8 * sor > sof) throw new IllegalArgumentException("no frame has sof " + sof + ", sol " + sol + ", sor " + sor);
        return new Cfm(sof | (long) sol << 7 | (long) sor << 14);
    }

    /// Size of the frame: registers r32 to r31 + sof exist.
    public int sof()   { return (int) Bits.field(bits, 6, 0); }
    /// Size of the local part of the frame.
    public int sol()   { return (int) Bits.field(bits, 13, 7); }
    /// Size of the rotating part of the frame, in units of 8 registers.
    public int sor()   { return (int) Bits.field(bits, 17, 14); }
    /// Rotation of the general registers.
    public int rrbGr() { return (int) Bits.field(bits, 24, 18); }
    /// Rotation of the floating-point registers.
    public int rrbFr() { return (int) Bits.field(bits, 31, 25); }
    /// Rotation of the predicates.
    public int rrbPr() { return (int) Bits.field(bits, 37, 32); }

    /// {@return the number of rotating general registers}
    public int rotating() {
        return 8 * sor();
    }

    /// {@return the same with other register rename bases}
    public Cfm rotated(int rrbGr, int rrbFr, int rrbPr) {
        return new Cfm(bits & Bits.ones(18) | (long) rrbGr << 18 | (long) rrbFr << 25 | (long) rrbPr << 32);
    }

    /// {@return whether no register is renamed by rotation}
    public boolean isUnrotated() {
        return bits >>> 18 == 0;
    }

    /// {@return whether the fields fit each other: a frame of at most 96 registers, its parts within it, each rename base less than what rotates}
    public boolean isSound() {
        return sof() <= 96 && sol() <= sof() && rotating() <= sof() && (rrbGr() == 0 || rrbGr() < rotating())
            && rrbFr() < ROTATING_FLOATING && rrbPr() < ROTATING_PREDICATES;
    }

    /// {@return ten hexadecimal digits}
    @Override public String toString() {
        return Bits.hexadecimal(bits).substring(6);
    }
}
