package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.spec.Reals.HALVES_PLACED;
import static vmmref.spec.Reals.INTEGERS_MULTIPLIED;
import static vmmref.spec.Reals.LANES_MERGED;
import static vmmref.spec.Reals.NATVAL_PROPAGATED;
import static vmmref.spec.Reals.REAL_RESULT_ALONE;
import static vmmref.spec.Reals.SIGNIFICANDS_COMBINED;
import static vmmref.spec.Reals.SINGLES_PACKED;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.register.FloatingValue;
import vmmref.model.word.Bits;
import vmmref.properties.arbitrary.Instructions;
import vmmref.properties.arbitrary.RealCases;
import vmmref.properties.arbitrary.RealSingles;
import vmmref.spec.Reals;

/// What holds of operations on significands as words.
class RealWordGuarantees {
    private static final Seq<RealKind> THINGS = Vector.of(RealKind.values()).remove(RealKind.NATVAL);

    private static long word(Subject subject, String text, FloatingValue... sources) {
        FloatingValue value = RealMachine.of(subject, true).value(text, sources);
        assertEquals("0:1003e", value.toString().substring(0, 7));
        return value.significand();
    }

    private static void collect(FloatingValue... sources) {
        for (FloatingValue source : sources) Outcomes.label("kind").collect(RealKind.of(source));
        Outcomes.label("kind").coverage(checker -> THINGS.forEach(each -> checker.check(each).count(count -> count > 0)));
    }

    @Guarantee
    @Label("products and sums of integers are those of Math.multiplyHigh, with a carry")
    @Reals.Checks({INTEGERS_MULTIPLIED, REAL_RESULT_ALONE})
    void products(Subject subject, @ForAll("sources") FloatingValue f3, @ForAll("sources") FloatingValue f4, @ForAll("sources") FloatingValue f2) {
        long a = f3.significand();
        long b = f4.significand();
        long low = a * b + f2.significand();
        int carry = Long.compareUnsigned(low, f2.significand()) < 0 ? 1 : 0;
        assertEquals(low, word(subject, "xma.l f8=f9,f10,f11", f3, f4, f2));
        assertEquals(Math.multiplyHigh(a, b) + carry, word(subject, "xma.h f8=f9,f10,f11", f3, f4, f2));
        assertEquals(Math.unsignedMultiplyHigh(a, b) + carry, word(subject, "xma.hu f8=f9,f10,f11", f3, f4, f2));
        Outcomes.label("carry").collect(carry).coverage(Combinations.each(Vector.of(0, 1)));
        collect(f3, f4, f2);
    }

    @Guarantee
    @Label("each bit of a combination is in the table of its function")
    @Reals.Checks({SIGNIFICANDS_COMBINED, REAL_RESULT_ALONE})
    void bits(Subject subject, @ForAll("sources") FloatingValue f2, @ForAll("sources") FloatingValue f3, @ForAll("sources") FloatingValue f4, @ForAll("logics") String logic) {
        String table = switch (logic) {
            case "fand"   -> "0001";
            case "fandcm" -> "0010";
            case "for"    -> "0111";
            default       -> "0110";
        };
        String a = Worked.bits(f2.significand());
        String b = Worked.bits(f3.significand());
        String c = Worked.bits(f4.significand());
        String result = Worked.bits(word(subject, logic + " f8=f9,f10", f2, f3));
        String selected = Worked.bits(word(subject, "fselect f8=f9,f10,f11", f2, f3, f4));
        for (int bit = 0; bit < 64; bit++) {
            assertEquals(table.charAt(2 * (a.charAt(bit) - '0') + b.charAt(bit) - '0'), result.charAt(bit), logic);
            assertEquals((c.charAt(bit) == '1' ? a : b).charAt(bit), selected.charAt(bit));
        }
        collect(f2, f3, f4);
    }

    @Guarantee
    @Label("halves are placed as their digits are, packed are the bits that a store of a single value takes of them, and merges take digits of either")
    @Reals.Checks({HALVES_PLACED, SINGLES_PACKED, LANES_MERGED, REAL_RESULT_ALONE})
    void halves(Subject subject, @ForAll("sources") FloatingValue f2, @ForAll("sources") FloatingValue f3) {
        String first = Bits.hexadecimal(f2.significand());
        String second = Bits.hexadecimal(f3.significand());
        assertEquals(first.substring(0, 8) + second.substring(0, 8), placed(subject, "fmix.l", f2, f3));
        assertEquals(first.substring(8) + second.substring(8), placed(subject, "fmix.r", f2, f3));
        assertEquals(first.substring(0, 8) + second.substring(8), placed(subject, "fmix.lr", f2, f3));
        assertEquals(second.substring(8) + first.substring(0, 8), placed(subject, "fswap", f2, f3));
        assertEquals(complemented(second.substring(8)) + first.substring(0, 8), placed(subject, "fswap.nl", f2, f3));
        assertEquals(second.substring(8) + complemented(first.substring(0, 8)), placed(subject, "fswap.nr", f2, f3));
        assertEquals((first.charAt(0) > '7' ? "ffffffff" : "00000000") + second.substring(0, 8), placed(subject, "fsxt.l", f2, f3));
        assertEquals((first.charAt(8) > '7' ? "ffffffff" : "00000000") + second.substring(8), placed(subject, "fsxt.r", f2, f3));
        assertEquals(stored(f2) + stored(f3), Worked.bits(word(subject, "fpack f8=f9,f10", f2, f3)), () -> f2 + " " + f3);
        for (String merge : Vector.of("fpmerge.s", "fpmerge.ns", "fpmerge.se"))
            assertEquals(merged(merge, Worked.bits(f2.significand()), Worked.bits(f3.significand())), Worked.bits(word(subject, merge + " f8=f9,f10", f2, f3)), merge);
        collect(f2, f3);
    }

    private static String placed(Subject subject, String name, FloatingValue f2, FloatingValue f3) {
        return Bits.hexadecimal(word(subject, name + " f8=f9,f10", f2, f3));
    }

    private static String complemented(String half) {
        return Bits.hexadecimal(Long.parseUnsignedLong(half, 16) ^ 1L << 31).substring(8);
    }

    /// {@return the sign, the first and the last seven bits of the exponent where there is an integer bit, and the first bits of the fraction}
    private static String stored(FloatingValue value) {
        String exponent = Worked.bits(value.exponent()).substring(47);
        String significand = Worked.bits(value.significand());
        return (value.sign() ? "1" : "0") + (significand.charAt(0) == '1' ? exponent.charAt(0) + exponent.substring(10) : "00000000") + significand.substring(1, 24);
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

    @Guarantee
    @Label("packed single values are those that Java has in the same bits, of numbers that are single ones")
    @Reals.Checks({SINGLES_PACKED, REAL_RESULT_ALONE})
    void singles(Subject subject, @ForAll("images") int c, @ForAll("images") int d) {
        assertEquals("%08x%08x".formatted(c, d), Bits.hexadecimal(word(subject, "fpack f8=f9,f10", RealSingles.value(c), RealSingles.value(d))));
        Outcomes.label("number").collect(Float.isNaN(Float.intBitsToFloat(c)) ? "NaN" : Float.isInfinite(Float.intBitsToFloat(c)) ? "infinite" : (c & 0x7fffffff) == 0 ? "zero" : (c & 0x7f800000) == 0 ? "denormal" : "normal")
            .coverage(Combinations.each(Vector.of("NaN", "infinite", "zero", "denormal", "normal")));
    }

    private static final Map<String, Integer> SOURCES = LinkedHashMap.of("xma.l", 3, "xma.h", 3, "xma.hu", 3, "fselect", 3).merge(Vector.of("fand", "fandcm", "for", "fxor", "fmix.l", "fmix.r", "fmix.lr",
        "fswap", "fswap.nl", "fswap.nr", "fsxt.l", "fsxt.r", "fpack", "fpmerge.s", "fpmerge.ns", "fpmerge.se").toLinkedMap(name -> name, name -> 2));

    @Guarantee
    @Label("a word of what is not a thing is not a thing, whichever source it is")
    @Reals.Checks({NATVAL_PROPAGATED, REAL_RESULT_ALONE})
    void nats(Subject subject, @ForAll("sources") FloatingValue value, @ForAll("mnemonics") String mnemonic, @ForAll @IntRange(max = 2) int which) {
        int number = SOURCES.get(mnemonic).get();
        int missing = which % number;
        FloatingValue[] sources = Vector.fill(number, value).update(missing, FloatingValue.NATVAL).toJavaArray(FloatingValue[]::new);
        assertEquals(FloatingValue.NATVAL, RealMachine.of(subject, true).value(mnemonic + " f8=" + Vector.of("f9", "f10", "f11").take(number).mkString(","), sources), mnemonic);
        Outcomes.label("source").collect(number, missing).coverage(checker -> Vector.of(2, 3).forEach(all -> Vector.range(0, all).forEach(each -> checker.check(all, each).count(count -> count > 0))));
        Outcomes.label("mnemonic").collect(mnemonic).coverage(Combinations.each(SOURCES.keySet().toVector()));
    }

    /// Words with the sign and exponent of any value, and any values.
    @Provide
    Arbitrary<FloatingValue> sources() {
        return RealCases.holding(Instructions.words());
    }

    @Provide
    Arbitrary<String> mnemonics() {
        return Arbitraries.of(SOURCES.keySet().toJavaList());
    }

    @Provide
    Arbitrary<String> logics() {
        return Arbitraries.of("fand", "fandcm", "for", "fxor");
    }

    @Provide
    Arbitrary<Integer> images() {
        return RealCases.words(23, 8).map(Long::intValue);
    }
}
