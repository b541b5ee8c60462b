package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Reals.HALVES_PLACED;
import static vmmref.spec.Reals.INTEGERS_MULTIPLIED;
import static vmmref.spec.Reals.LANES_MERGED;
import static vmmref.spec.Reals.NATVAL_PROPAGATED;
import static vmmref.spec.Reals.SIGNIFICANDS_COMBINED;
import static vmmref.spec.Reals.SINGLES_PACKED;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import vmmref.model.real.Outcome;
import vmmref.model.real.Significands;
import vmmref.model.real.Significands.Halves;
import vmmref.model.real.Significands.Logic;
import vmmref.model.real.Significands.Merge;
import vmmref.model.real.Significands.Part;
import vmmref.model.register.FloatingValue;
import vmmref.model.word.Bits;
import vmmref.properties.arbitrary.Instructions;
import vmmref.properties.arbitrary.RealCases;
import vmmref.spec.Reals;

/// What holds of operations on significands as words.
class RealWordGuarantees {
    private static long word(Outcome<FloatingValue> outcome) {
        FloatingValue value = ((Outcome.Delivered<FloatingValue>) observed(outcome)).value();
        assertEquals("0:1003e", value.toString().substring(0, 7));
        return value.significand();
    }

    private static FloatingValue value(long word) {
        return new FloatingValue(word % 3 == 0, (int) (word & 0x1ffff) % 0x1fffe, word);
    }

    @Guarantee
    @Label("products and sums of integers are those of Math.multiplyHigh, with a carry")
    @Reals.Checks(INTEGERS_MULTIPLIED)
    void products(@ForAll("words") long a, @ForAll("words") long b, @ForAll("words") long c) {
        long low = a * b + c;
        int carry = Long.compareUnsigned(low, c) < 0 ? 1 : 0;
        assertEquals(low, word(Significands.multiplied(Part.LOW, value(a), value(b), value(c))));
        assertEquals(Math.multiplyHigh(a, b) + carry, word(Significands.multiplied(Part.HIGH, value(a), value(b), value(c))));
        assertEquals(Math.unsignedMultiplyHigh(a, b) + carry, word(Significands.multiplied(Part.HIGH_UNSIGNED, value(a), value(b), value(c))));
    }

    @Guarantee
    @Label("each bit of a combination is in the table of its function")
    @Reals.Checks(SIGNIFICANDS_COMBINED)
    void bits(@ForAll("words") long a, @ForAll("words") long b, @ForAll("words") long c, @ForAll Logic logic) {
        String table = switch (logic) {
            case AND            -> "0001";
            case AND_COMPLEMENT -> "0010";
            case OR             -> "0111";
            case EXCLUSIVE_OR   -> "0110";
        };
        String result = Worked.bits(word(Significands.combined(logic, value(a), value(b))));
        String selected = Worked.bits(word(Significands.selected(value(a), value(b), value(c))));
        for (int bit = 0; bit < 64; bit++) {
            int row = 2 * (Worked.bits(a).charAt(bit) - '0') + Worked.bits(b).charAt(bit) - '0';
            assertEquals(table.charAt(row), result.charAt(bit), logic::toString);
            assertEquals(Worked.bits(Worked.bits(c).charAt(bit) == '1' ? a : b).charAt(bit), selected.charAt(bit));
        }
    }

    @Guarantee
    @Label("halves are placed as their digits are, packed values are those that Java rounds nothing of, and merges take digits of either")
    @Reals.Checks({HALVES_PLACED, SINGLES_PACKED, LANES_MERGED})
    void halves(@ForAll("words") long a, @ForAll("words") long b, @ForAll("singles") int c, @ForAll("singles") int d) {
        String first = Bits.hexadecimal(a);
        String second = Bits.hexadecimal(b);
        assertEquals(first.substring(0, 8) + second.substring(0, 8), placed(Halves.MIX_LEFT, a, b));
        assertEquals(first.substring(8) + second.substring(8), placed(Halves.MIX_RIGHT, a, b));
        assertEquals(first.substring(0, 8) + second.substring(8), placed(Halves.MIX_LEFT_RIGHT, a, b));
        assertEquals(second.substring(8) + first.substring(0, 8), placed(Halves.SWAP, a, b));
        assertEquals(complemented(second.substring(8)) + first.substring(0, 8), placed(Halves.SWAP_NEGATE_LEFT, a, b));
        assertEquals(second.substring(8) + complemented(first.substring(0, 8)), placed(Halves.SWAP_NEGATE_RIGHT, a, b));
        assertEquals((a < 0 ? "ffffffff" : "00000000") + second.substring(0, 8), placed(Halves.EXTEND_LEFT, a, b));
        assertEquals(((int) a < 0 ? "ffffffff" : "00000000") + second.substring(8), placed(Halves.EXTEND_RIGHT, a, b));
        assertEquals("%08x%08x".formatted(c, d), Bits.hexadecimal(word(Significands.packed(register(c), register(d)))));
        for (Merge merge : Merge.values()) assertEquals(merged(merge, Worked.bits(a), Worked.bits(b)), Worked.bits(word(Significands.merged(merge, value(a), value(b)))), merge::toString);
    }

    private static String placed(Halves halves, long a, long b) {
        return Bits.hexadecimal(word(Significands.placed(halves, value(a), value(b))));
    }

    private static String complemented(String half) {
        return Bits.hexadecimal(Long.parseUnsignedLong(half, 16) ^ 1L << 31).substring(8);
    }

    private static String merged(Merge merge, String a, String b) {
        int taken = merge == Merge.SIGN_AND_EXPONENT ? 9 : 1;
        String left = a.substring(0, taken);
        String right = a.substring(32, 32 + taken);
        return (merge == Merge.COMPLEMENT_OF_SIGN ? other(left) : left) + b.substring(taken, 32) + (merge == Merge.COMPLEMENT_OF_SIGN ? other(right) : right) + b.substring(32 + taken);
    }

    private static String other(String digit) {
        return digit.equals("1") ? "0" : "1";
    }

    /// {@return the normal number or zero that a float is, written as a register holds it}
    private static FloatingValue register(int single) {
        float number = Float.intBitsToFloat(single);
        return number == 0 ? new FloatingValue(single < 0, 0, 0) : new FloatingValue(single < 0, Math.getExponent(number) + 0xffff, (single & 0x7fffffL | 0x800000L) << 40);
    }

    @Guarantee
    @Label("a word of what is not a thing is not a thing")
    @Reals.Checks(NATVAL_PROPAGATED)
    void nats(@ForAll("words") long word) {
        FloatingValue natval = FloatingValue.NATVAL;
        assertEquals(natval, natval(Significands.multiplied(Part.LOW, value(word), natval, value(word))));
        assertEquals(natval, natval(Significands.combined(Logic.OR, natval, value(word))));
        assertEquals(natval, natval(Significands.selected(value(word), value(word), natval)));
        assertEquals(natval, natval(Significands.placed(Halves.SWAP, value(word), natval)));
        assertEquals(natval, natval(Significands.packed(value(word), natval)));
        assertEquals(natval, natval(Significands.merged(Merge.SIGN, natval, value(word))));
    }

    private static FloatingValue natval(Outcome<FloatingValue> outcome) {
        return ((Outcome.Delivered<FloatingValue>) observed(outcome)).value();
    }

    @Provide
    Arbitrary<Long> words() {
        return Instructions.words();
    }

    /// Normal numbers and zeros.
    @Provide
    Arbitrary<Integer> singles() {
        return RealCases.words(23, 8).map(Long::intValue).map(bits -> Float.isFinite(Float.intBitsToFloat(bits)) ? bits : 0x3f800000).map(bits -> (bits & 0x7f800000) == 0 ? bits & 0x80000000 : bits);
    }
}
