package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Reals.EXPONENT_ZERO_READ;
import static vmmref.spec.Reals.INEXACT_TOLD;
import static vmmref.spec.Reals.OVERFLOW_REPLACED;
import static vmmref.spec.Reals.OVERFLOW_WRAPPED;
import static vmmref.spec.Reals.PRECISION_CHOSEN;
import static vmmref.spec.Reals.PRODUCT_ADDED;
import static vmmref.spec.Reals.PRODUCT_ALONE;
import static vmmref.spec.Reals.RANGE_CHOSEN;
import static vmmref.spec.Reals.REAL_RESULT_ALONE;
import static vmmref.spec.Reals.RESULT_FLUSHED;
import static vmmref.spec.Reals.RESULT_ROUNDED;
import static vmmref.spec.Reals.TRAP_TOLD;
import static vmmref.spec.Reals.UNDERFLOW_DENORMALIZED;
import static vmmref.spec.Reals.UNDERFLOW_WRAPPED;
import static vmmref.spec.Reals.ZERO_SIGNED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.real.Completer;
import vmmref.model.real.Environment;
import vmmref.model.real.FloatFormat;
import vmmref.model.real.FloatingStatus;
import vmmref.model.real.MultiplyAdd;
import vmmref.model.real.Outcome;
import vmmref.model.register.FloatingValue;
import vmmref.model.word.Image;
import vmmref.properties.arbitrary.Instructions;
import vmmref.properties.arbitrary.RealCase;
import vmmref.properties.arbitrary.RealCases;
import vmmref.properties.arbitrary.RealSingles;
import vmmref.spec.Clause;
import vmmref.spec.Reals;

/// What holds of products and sums that are rounded once.
class RealArithmeticGuarantees {
    private static final Seq<Clause> RESULTS = Vector.of(PRODUCT_ADDED, RESULT_ROUNDED, OVERFLOW_REPLACED, OVERFLOW_WRAPPED, UNDERFLOW_DENORMALIZED, UNDERFLOW_WRAPPED, RESULT_FLUSHED);

    @Guarantee
    @Label("a product and a sum are what exact arithmetic says, once rounded: value, flags, fault, trap")
    @Reals.Checks({PRODUCT_ADDED, RESULT_ROUNDED, INEXACT_TOLD, OVERFLOW_REPLACED, OVERFLOW_WRAPPED, UNDERFLOW_DENORMALIZED, UNDERFLOW_WRAPPED, RESULT_FLUSHED, TRAP_TOLD})
    void sums(@ForAll("cases") RealCase drawn, @ForAll MultiplyAdd operation) {
        Outcome<FloatingValue> outcome = observed(operation.of(drawn.f3(), drawn.f4(), drawn.addend(), drawn.environment()));
        assertEquals(RealSums.expected(operation, drawn), RealAnswer.of(outcome), drawn::toString);
        if (outcome instanceof Outcome.Delivered<FloatingValue> delivered && !delivered.trap().isNone()) observed(outcome, TRAP_TOLD);
        Outcomes.label("kind").collect(drawn.kind()).coverage(checker -> Vector.of(RealCase.Kind.values()).forEach(each -> checker.check(each).percentage(share -> share > 5)));
        Outcomes.label("because").collect(outcome.because()).coverage(checker -> RESULTS.forEach(each -> checker.check(each).percentage(share -> share > 0.5)));
    }

    @Guarantee
    @Label("each completer and each control of FPSR gives the format that the table says: a little more than half of a last bit is not lost, and a power of two is not too great")
    @Reals.Checks({PRECISION_CHOSEN, RANGE_CHOSEN})
    void formats(@ForAll("rows") String row) {
        Seq<String> parts = Vector.of(row.split(" +"));
        Completer completer = Completer.valueOf(parts.get(0));
        Environment environment = Environment.of(new FloatingStatus(0x3f | Long.parseLong(parts.get(1)) << 7 | Long.parseLong(parts.get(2)) << 8), 0, completer);
        int precision = Integer.parseInt(parts.get(3));
        int highest = Integer.parseInt(parts.get(4));
        for (int bits : Vector.of(24, 53, 64)) {
            FloatingValue little = new FloatingValue(false, 0xffff - bits, Long.MIN_VALUE | 1);
            FloatingValue sum = value(observed(MultiplyAdd.PLUS.of(FloatingValue.ONE, FloatingValue.ONE, Option.some(little), environment)));
            assertEquals(precision < bits, sum.equals(FloatingValue.ONE), row + " beside 1 by 2^-" + bits + ": " + sum);
        }
        for (int limit : Vector.of(127, 1023, 16383, 65535)) {
            FloatingValue great = new FloatingValue(false, 0xffff + limit, Long.MIN_VALUE);
            assertEquals(limit <= highest, value(observed(MultiplyAdd.PLUS.of(great, FloatingValue.ONE, Option.none(), environment))).equals(great), row + " of 2^" + limit);
        }
    }

    private static FloatingValue value(Outcome<FloatingValue> outcome) {
        return ((Outcome.Delivered<FloatingValue>) outcome).value();
    }

    @Guarantee
    @Label("a zero has the sign of its terms, or of the product if that stands alone; of terms that cancel, the sign that the rounding gives")
    @Reals.Checks({PRODUCT_ALONE, ZERO_SIGNED})
    void zeros(@ForAll boolean product, @ForAll boolean addend, @ForAll boolean tiny, @ForAll("modes") int mode) {
        Environment environment = Environment.of(new FloatingStatus(0x3f | 3L << 8 | (long) mode << 10), 0, Completer.NONE);
        FloatingValue zero = new FloatingValue(product, 0, 0);
        FloatingValue other = new FloatingValue(addend, 0, 0);
        String text = (product ? "-" : "+") + (addend ? "-" : "+");
        boolean negative = switch (text) {
            case "++" -> false;
            case "--" -> true;
            default   -> mode == 1;
        };
        assertEquals(new FloatingValue(negative, 0, 0), value(observed(MultiplyAdd.PLUS.of(zero, FloatingValue.ONE, Option.some(other), environment))), text);
        FloatingValue least = new FloatingValue(product, tiny ? 0xc001 : 0x10020, Long.MIN_VALUE);
        FloatingValue takenAway = new FloatingValue(!product, tiny ? 0xc001 : 0x10020, Long.MIN_VALUE);
        assertEquals(new FloatingValue(mode == 1, 0, 0), value(MultiplyAdd.PLUS.of(least, FloatingValue.ONE, Option.some(takenAway), environment)), text);
        assertEquals(zero, value(observed(MultiplyAdd.PLUS.of(zero, FloatingValue.ONE, Option.none(), environment))));
        assertEquals(zero, value(MultiplyAdd.MINUS.of(zero, FloatingValue.ONE, Option.none(), environment)));
        assertEquals(new FloatingValue(!product, 0, 0), value(MultiplyAdd.NEGATIVE.of(zero, FloatingValue.ONE, Option.none(), environment)));
    }

    @Guarantee
    @Label("a number with exponent 0, whatever it is multiplied by, has the value that it has with the exponent C001")
    @Reals.Checks({EXPONENT_ZERO_READ, REAL_RESULT_ALONE})
    void leastExponents(Subject subject, @ForAll("words") long word, @ForAll boolean negative, @ForAll @IntRange(min = 64, max = 0x8000) int power) {
        RealMachine machine = new RealMachine(subject, 0x3f | 1L << 7 | 3L << 8, 0);
        FloatingValue great = new FloatingValue(negative, 0xffff + power, Long.MIN_VALUE);
        FloatingValue product = machine.value("fma.s0 f8=f9,f10,f0", new FloatingValue(false, 0, word), great);
        int zeros = Long.numberOfLeadingZeros(word);
        assertEquals(word == 0 ? new FloatingValue(negative, 0, 0) : new FloatingValue(negative, 0xc001 + power - zeros, word << zeros), product);
        assertEquals(product, machine.value("fma.s0 f8=f9,f10,f0", new FloatingValue(false, word == 0 ? 0 : 0xc001, word), great));
        Outcomes.label("integer bit").collect(word < 0).coverage(Combinations.each(Combinations.EITHER));
    }

    @Guarantee
    @Label("double results are those of Math.fma, to the last bit, and flags say what BigDecimal does")
    @Reals.Checks({RESULT_ROUNDED, INEXACT_TOLD, UNDERFLOW_DENORMALIZED, OVERFLOW_REPLACED, REAL_RESULT_ALONE})
    void doubles(Subject subject, @ForAll("doubles") long a, @ForAll("doubles") long b, @ForAll("doubles") long c) {
        double expected = Math.fma(Double.longBitsToDouble(a), Double.longBitsToDouble(b), Double.longBitsToDouble(c));
        RealAnswer<FloatingValue> answer = RealMachine.of(subject, false).delivered("fma.d.s0 f8=f9,f10,f11", read(a), read(b), read(c));
        assertEquals(Double.doubleToLongBits(expected), Double.doubleToLongBits(Double.longBitsToDouble(FloatFormat.DOUBLE.image(answer.value().get()).low())));
        Option<BigDecimal> exact = exact(Double.longBitsToDouble(a), Double.longBitsToDouble(b), Double.longBitsToDouble(c));
        BigDecimal threshold = new BigDecimal(Double.MIN_NORMAL).subtract(new BigDecimal(Double.MIN_VALUE).divide(BigDecimal.valueOf(4)));
        exact.forEach(number -> flags(answer.flags(), Option.when(Double.isFinite(expected), () -> new BigDecimal(expected)), number, threshold));
    }

    @Guarantee
    @Label("single results are those of Math.fma, to the last bit, and flags say what BigDecimal does")
    @Reals.Checks({RESULT_ROUNDED, INEXACT_TOLD, UNDERFLOW_DENORMALIZED, OVERFLOW_REPLACED, REAL_RESULT_ALONE})
    void floats(Subject subject, @ForAll("floats") int a, @ForAll("floats") int b, @ForAll("floats") int c) {
        float expected = Math.fma(Float.intBitsToFloat(a), Float.intBitsToFloat(b), Float.intBitsToFloat(c));
        RealAnswer<FloatingValue> answer = RealMachine.of(subject, false).delivered("fma.s.s0 f8=f9,f10,f11", RealSingles.value(a), RealSingles.value(b), RealSingles.value(c));
        assertEquals(Float.floatToIntBits(expected), Float.floatToIntBits(Float.intBitsToFloat(RealSingles.word(answer.value().get()))));
        Option<BigDecimal> exact = exact(Float.intBitsToFloat(a), Float.intBitsToFloat(b), Float.intBitsToFloat(c));
        BigDecimal threshold = new BigDecimal(Float.MIN_NORMAL).subtract(new BigDecimal(0x1p-151));
        exact.forEach(number -> flags(answer.flags(), Option.when(Float.isFinite(expected), () -> new BigDecimal(expected)), number, threshold));
    }

    private static FloatingValue read(long bits) {
        return FloatFormat.DOUBLE.value(new Image(bits, 0));
    }

    private static Option<BigDecimal> exact(double a, double b, double c) {
        return Option.when(Double.isFinite(a) && Double.isFinite(b) && Double.isFinite(c), () -> new BigDecimal(a).multiply(new BigDecimal(b)).add(new BigDecimal(c)));
    }

    /// Of numbers below the threshold none is rounded to the least normal one.
    private static void flags(int flags, Option<BigDecimal> rounded, BigDecimal exact, BigDecimal threshold) {
        boolean inexact = !rounded.exists(number -> number.compareTo(exact) == 0);
        assertEquals(inexact, (flags & 32) != 0, "inexact");
        assertEquals(rounded.isEmpty(), (flags & 8) != 0, "overflow");
        assertEquals(inexact && exact.abs().compareTo(threshold) < 0, (flags & 16) != 0, "underflow");
    }

    @Provide
    Arbitrary<RealCase> cases() {
        return RealCases.cases();
    }

    @Provide
    Arbitrary<Long> words() {
        return Instructions.words();
    }

    @Provide
    Arbitrary<Integer> modes() {
        return Arbitraries.integers().between(0, 3);
    }

    /// Bits of doubles, many of them at the ends of the range, or near 1.
    @Provide
    Arbitrary<Long> doubles() {
        return RealCases.words(52, 11);
    }

    @Provide
    Arbitrary<Integer> floats() {
        return RealCases.words(23, 8).map(Long::intValue);
    }

    /// Completer, bit 1 and bits 3:2 of the status field, precision, highest exponent.
    @Provide
    Arbitrary<String> rows() {
        return Arbitraries.of("NONE 0 0 24 16383", "NONE 0 2 53 16383", "NONE 0 3 64 16383", "NONE 1 0 24 65535", "NONE 1 2 53 65535", "NONE 1 3 64 65535",
            "SINGLE 0 0 24 127", "SINGLE 0 2 24 127", "SINGLE 0 3 24 127", "SINGLE 1 0 24 65535", "SINGLE 1 3 24 65535",
            "DOUBLE 0 0 53 1023", "DOUBLE 0 2 53 1023", "DOUBLE 0 3 53 1023", "DOUBLE 1 0 53 65535", "DOUBLE 1 3 53 65535", "PARALLEL 0 3 24 127", "PARALLEL 1 3 24 127");
    }
}
