package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.spec.Reals.HALVES_PLACED;
import static vmmref.spec.Reals.INTEGERS_MULTIPLIED;
import static vmmref.spec.Reals.LANES_MERGED;
import static vmmref.spec.Reals.NATVAL_PROPAGATED;
import static vmmref.spec.Reals.SIGNIFICANDS_COMBINED;
import static vmmref.spec.Reals.SINGLES_PACKED;

import io.vavr.collection.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import vmmref.model.register.FloatingValue;
import vmmref.model.word.Bits;
import vmmref.properties.arbitrary.Instructions;
import vmmref.properties.arbitrary.RealCases;
import vmmref.spec.Reals;

/// What holds of operations on significands as words.
class RealWordGuarantees {
    private static long word(Subject subject, String text, FloatingValue... sources) {
        FloatingValue value = RealMachine.of(subject, true).value(text, sources);
        assertEquals("0:1003e", value.toString().substring(0, 7));
        return value.significand();
    }

    private static FloatingValue value(long word) {
        return new FloatingValue(word % 3 == 0, (int) (word & 0x1ffff) % 0x1fffe, word);
    }

    @Guarantee
    @Label("products and sums of integers are those of Math.multiplyHigh, with a carry")
    @Reals.Checks(INTEGERS_MULTIPLIED)
    void products(Subject subject, @ForAll("words") long a, @ForAll("words") long b, @ForAll("words") long c) {
        long low = a * b + c;
        int carry = Long.compareUnsigned(low, c) < 0 ? 1 : 0;
        assertEquals(low, word(subject, "xma.l f8=f9,f10,f11", value(a), value(b), value(c)));
        assertEquals(Math.multiplyHigh(a, b) + carry, word(subject, "xma.h f8=f9,f10,f11", value(a), value(b), value(c)));
        assertEquals(Math.unsignedMultiplyHigh(a, b) + carry, word(subject, "xma.hu f8=f9,f10,f11", value(a), value(b), value(c)));
    }

    @Guarantee
    @Label("each bit of a combination is in the table of its function")
    @Reals.Checks(SIGNIFICANDS_COMBINED)
    void bits(Subject subject, @ForAll("words") long a, @ForAll("words") long b, @ForAll("words") long c, @ForAll("logics") String logic) {
        String table = switch (logic) {
            case "fand"   -> "0001";
            case "fandcm" -> "0010";
            case "for"    -> "0111";
            default       -> "0110";
        };
        String result = Worked.bits(word(subject, logic + " f8=f9,f10", value(a), value(b)));
        String selected = Worked.bits(word(subject, "fselect f8=f9,f10,f11", value(a), value(b), value(c)));
        for (int bit = 0; bit < 64; bit++) {
            int row = 2 * (Worked.bits(a).charAt(bit) - '0') + Worked.bits(b).charAt(bit) - '0';
            assertEquals(table.charAt(row), result.charAt(bit), logic);
            assertEquals(Worked.bits(Worked.bits(c).charAt(bit) == '1' ? a : b).charAt(bit), selected.charAt(bit));
        }
    }

    @Guarantee
    @Label("halves are placed as their digits are, packed values are those that Java rounds nothing of, and merges take digits of either")
    @Reals.Checks({HALVES_PLACED, SINGLES_PACKED, LANES_MERGED})
    void halves(Subject subject, @ForAll("words") long a, @ForAll("words") long b, @ForAll("singles") int c, @ForAll("singles") int d) {
        String first = Bits.hexadecimal(a);
        String second = Bits.hexadecimal(b);
        assertEquals(first.substring(0, 8) + second.substring(0, 8), placed(subject, "fmix.l", a, b));
        assertEquals(first.substring(8) + second.substring(8), placed(subject, "fmix.r", a, b));
        assertEquals(first.substring(0, 8) + second.substring(8), placed(subject, "fmix.lr", a, b));
        assertEquals(second.substring(8) + first.substring(0, 8), placed(subject, "fswap", a, b));
        assertEquals(complemented(second.substring(8)) + first.substring(0, 8), placed(subject, "fswap.nl", a, b));
        assertEquals(second.substring(8) + complemented(first.substring(0, 8)), placed(subject, "fswap.nr", a, b));
        assertEquals((a < 0 ? "ffffffff" : "00000000") + second.substring(0, 8), placed(subject, "fsxt.l", a, b));
        assertEquals(((int) a < 0 ? "ffffffff" : "00000000") + second.substring(8), placed(subject, "fsxt.r", a, b));
        assertEquals("%08x%08x".formatted(c, d), Bits.hexadecimal(word(subject, "fpack f8=f9,f10", register(c), register(d))));
        for (String merge : Vector.of("fpmerge.s", "fpmerge.ns", "fpmerge.se")) assertEquals(merged(merge, Worked.bits(a), Worked.bits(b)), Worked.bits(word(subject, merge + " f8=f9,f10", value(a), value(b))), merge);
    }

    private static String placed(Subject subject, String name, long a, long b) {
        return Bits.hexadecimal(word(subject, name + " f8=f9,f10", value(a), value(b)));
    }

    private static String complemented(String half) {
        return Bits.hexadecimal(Long.parseUnsignedLong(half, 16) ^ 1L << 31).substring(8);
    }

    private static String merged(String merge, String a, String b) {
        int taken = merge.equals("fpmerge.se") ? 9 : 1;
        String left = a.substring(0, taken);
        String right = a.substring(32, 32 + taken);
        return (merge.equals("fpmerge.ns") ? other(left) : left) + b.substring(taken, 32) + (merge.equals("fpmerge.ns") ? other(right) : right) + b.substring(32 + taken);
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
    void nats(Subject subject, @ForAll("words") long word) {
        FloatingValue natval = FloatingValue.NATVAL;
        assertEquals(natval, RealMachine.of(subject, true).value("xma.l f8=f9,f10,f11", value(word), natval, value(word)));
        assertEquals(natval, RealMachine.of(subject, true).value("for f8=f9,f10", natval, value(word)));
        assertEquals(natval, RealMachine.of(subject, true).value("fselect f8=f9,f10,f11", value(word), value(word), natval));
        assertEquals(natval, RealMachine.of(subject, true).value("fswap f8=f9,f10", value(word), natval));
        assertEquals(natval, RealMachine.of(subject, true).value("fpack f8=f9,f10", value(word), natval));
        assertEquals(natval, RealMachine.of(subject, true).value("fpmerge.s f8=f9,f10", natval, value(word)));
    }

    @Provide
    Arbitrary<Long> words() {
        return Instructions.words();
    }

    @Provide
    Arbitrary<String> logics() {
        return Arbitraries.of("fand", "fandcm", "for", "fxor");
    }

    /// Normal numbers and zeros.
    @Provide
    Arbitrary<Integer> singles() {
        return RealCases.words(23, 8).map(Long::intValue).map(bits -> Float.isFinite(Float.intBitsToFloat(bits)) ? bits : 0x3f800000).map(bits -> (bits & 0x7f800000) == 0 ? bits & 0x80000000 : bits);
    }
}
