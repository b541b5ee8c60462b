package vmmref.model.execute;

import static vmmref.spec.Integers.ELEMENTS_MIXED;
import static vmmref.spec.Integers.ELEMENTS_PACKED;
import static vmmref.spec.Integers.ELEMENTS_PERMUTED;
import static vmmref.spec.Integers.ELEMENTS_UNPACKED;

import vmmref.spec.Integers;

/// Instructions that put elements of words into another order, or into elements of half the width.
final class Permutations {
    /// Which byte comes into each, a hexadecimal digit each.
    private static final long REVERSED   = 0x01234567L;
    private static final long BROADCAST  = 0x00000000L;
    private static final long MIXED      = 0x73516240L;
    private static final long SHUFFLED   = 0x73625140L;
    private static final long ALTERNATED = 0x75316420L;

    private Permutations() { }

    static Meaning mix(Lanes lanes, boolean left) {
        return Computed.by(ELEMENTS_MIXED, (operands, r2, r3) -> mixed(lanes, r2, r3, left));
    }

    static Meaning unpack(Lanes lanes, boolean high) {
        return Computed.by(ELEMENTS_UNPACKED, (operands, r2, r3) -> unpacked(lanes, r2, r3, high));
    }

    static Meaning pack(Lanes lanes, Saturation saturation) {
        return Computed.by(ELEMENTS_PACKED, (operands, r2, r3) -> packed(lanes, r2, r3, saturation));
    }

    static Meaning permute(String form) {
        return switch (form) {
            case "mux1 r1=r2,@rev"   -> bytes(REVERSED);
            case "mux1 r1=r2,@brcst" -> bytes(BROADCAST);
            case "mux1 r1=r2,@mix"   -> bytes(MIXED);
            case "mux1 r1=r2,@shuf"  -> bytes(SHUFFLED);
            case "mux1 r1=r2,@alt"   -> bytes(ALTERNATED);
            default                  -> Computed.by(ELEMENTS_PERMUTED, (operands, r2, r3) -> permuted(new Lanes(16), r2, operands.immediate(), 2));
        };
    }

    private static Meaning bytes(long order) {
        return Computed.by(ELEMENTS_PERMUTED, (operands, r2, r3) -> permuted(new Lanes(8), r2, order, 4));
    }

    /// {@return the odd elements of two words in turn, or the even ones; the first word's come into the odd elements}
    @Integers.Rule(ELEMENTS_MIXED)
    static long mixed(Lanes lanes, long r2, long r3, boolean left) {
        return lanes.each(lane -> lanes.unsigned(lane % 2 == 0 ? r3 : r2, left ? lane | 1 : lane & ~1));
    }

    /// {@return the elements of the high or of the low halves of two words in turn; the first word's come into the odd elements}
    @Integers.Rule(ELEMENTS_UNPACKED)
    static long unpacked(Lanes lanes, long r2, long r3, boolean high) {
        int first = high ? lanes.number() / 2 : 0;
        return lanes.each(lane -> lanes.unsigned(lane % 2 == 0 ? r3 : r2, first + lane / 2));
    }

    /// {@return the elements of two words, half as wide; the first word's come into the low half}
    @Integers.Rule(ELEMENTS_PACKED)
    static long packed(Lanes lanes, long r2, long r3, Saturation saturation) {
        Lanes narrow = new Lanes(lanes.width() / 2);
        int number = lanes.number();
        return narrow.each(lane -> saturation.limited(lane < number ? lanes.element(r2, lane, saturation.firstSigned()) : lanes.element(r3, lane - number, saturation.secondSigned()), narrow.width()));
    }

    /// {@return a word of those elements whose numbers an order holds, in so many bits each}
    @Integers.Rule(ELEMENTS_PERMUTED)
    static long permuted(Lanes lanes, long r2, long order, int bits) {
        Lanes numbers = new Lanes(bits);
        return lanes.each(lane -> lanes.unsigned(r2, (int) numbers.unsigned(order, lane)));
    }
}
