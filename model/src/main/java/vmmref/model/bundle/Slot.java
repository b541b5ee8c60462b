package vmmref.model.bundle;

/// The contents of one slot; for a long instruction those of its X slot and of the L slot before it.
///
/// @param bits 41 bits
/// @param l    41 bits of the L slot; 0 for every instruction that is not long
public record Slot(long bits, long l) {
    public static final int WIDTH = 41;
    public static final Slot ZERO = new Slot(0, 0);

    private static final long MASK = (1L << WIDTH) - 1;

    public Slot {
        if (((bits | l) & ~MASK) != 0) throw outside(bits, l);
    }

    public static Slot of(long bits) {
        return new Slot(bits, 0);
    }

    public Slot and(Slot other) {
        return new Slot(bits & other.bits, l & other.l);
    }

    public Slot or(Slot other) {
        return new Slot(bits | other.bits, l | other.l);
    }

    public Slot xor(Slot other) {
        return new Slot(bits ^ other.bits, l ^ other.l);
    }

    /// {@return whether every bit that is set here is set in a mask}
    public boolean isWithin(Slot mask) {
        return (bits & ~mask.bits | l & ~mask.l) == 0;
    }

    public boolean isZero() {
        return (bits | l) == 0;
    }

    /// {@return eleven hexadecimal digits, and those of the L slot before them when it is not 0}
    @Override public String toString() {
        return l == 0 ? "%011x".formatted(bits) : "%011x:%011x".formatted(l, bits);
    }

    private static IllegalArgumentException outside(long bits, long l) {
        return new IllegalArgumentException("a slot has %d bits: %x, L %x".formatted(WIDTH, bits, l));
    }
}
