package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.spec.Reals.LANES_COMPARED;
import static vmmref.spec.Reals.LANES_COMPUTED;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.real.Lanes;
import vmmref.model.real.MultiplyAdd;
import vmmref.model.real.Relation;
import vmmref.model.register.FloatingValue;
import vmmref.properties.arbitrary.RealCases;
import vmmref.spec.Reals;

/// What holds of parallel instructions.
class RealLaneGuarantees {
    /// Two lanes of each of three operands.
    record Six(long f3, long f4, long f2) { }

    private static final Map<MultiplyAdd, String> SUMS = HashMap.of(MultiplyAdd.PLUS, "fpma", MultiplyAdd.MINUS, "fpms", MultiplyAdd.NEGATIVE, "fpnma");
    private static final Map<Relation, String> RELATIONS = HashMap.of(Relation.EQUAL, "eq", Relation.LESS, "lt", Relation.LESS_OR_EQUAL, "le", Relation.UNORDERED, "unord");
    private static final Map<Relation, String> COMPLEMENTS = HashMap.of(Relation.EQUAL, "neq", Relation.LESS, "nlt", Relation.LESS_OR_EQUAL, "nle", Relation.UNORDERED, "ord");

    @Guarantee
    @Label("each lane of a product and a sum is what exact arithmetic says of single values; faults and traps of both are told")
    @Reals.Checks(LANES_COMPUTED)
    void lanes(Subject subject, @ForAll("sixes") Six six, @ForAll("statuses") long status, @ForAll @IntRange(max = 3) int field, @ForAll boolean alone, @ForAll MultiplyAdd operation) {
        String text = "%s.s%d f8=f9,f10,%s".formatted(SUMS.get(operation).get(), field, alone ? "f0" : "f11");
        RealAnswer<FloatingValue> answer = new RealMachine(subject, status, field).delivered(text, FloatingValue.integer(six.f3()), FloatingValue.integer(six.f4()), FloatingValue.integer(six.f2()));
        RealOracle oracle = RealOracle.of(status, field, "p");
        RealAnswer<FloatingValue> high = lane(oracle, six, 32, alone, operation);
        RealAnswer<FloatingValue> low = lane(oracle, six, 0, alone, operation);
        assertEquals(joined(high, low), answer, () -> operation + " " + six);
        Outcomes.label("fault").collect(high.fault() != 0, low.fault() != 0).coverage(Combinations.each(Combinations.EITHER, Combinations.EITHER));
        Outcomes.label("trap").collect(high.trap() != 0, low.trap() != 0).coverage(Combinations.each(Combinations.EITHER, Combinations.EITHER));
    }

    private static RealAnswer<FloatingValue> lane(RealOracle oracle, Six six, int shift, boolean alone, MultiplyAdd operation) {
        return oracle.sum(single((int) (six.f3() >>> shift)), single((int) (six.f4() >>> shift)), Option.when(!alone, () -> single((int) (six.f2() >>> shift))),
            operation == MultiplyAdd.NEGATIVE ? -1 : 1, operation == MultiplyAdd.MINUS ? -1 : 1);
    }

    private static RealAnswer<FloatingValue> joined(RealAnswer<FloatingValue> high, RealAnswer<FloatingValue> low) {
        if (high.fault() != 0 || low.fault() != 0) return RealAnswer.fault(high.fault() + 16 * low.fault());
        String words = "%08x%08x".formatted(word(high.value().get()), word(low.value().get()));
        return new RealAnswer<>(Option.some(RealCases.typed("0:1003e:" + words)), high.flags() | low.flags(), 0, high.trap() + low.trap() / 16);
    }

    /// {@return a single value as a register holds it}
    private static FloatingValue single(int word) {
        int exponent = word >>> 23 & 0xff;
        long fraction = word & 0x7fffffL;
        if (exponent == 0) return new FloatingValue(word < 0, fraction == 0 ? 0 : 0xff81, fraction << 40);
        return new FloatingValue(word < 0, exponent == 0xff ? 0x1ffff : exponent + 0xff80, fraction << 40 | Long.MIN_VALUE);
    }

    /// {@return a value of the range of single ones as memory holds it; an exponent that was wrapped counts with its low 8 bits}
    private static int word(FloatingValue value) {
        int exponent = value.significand() >= 0 ? 0 : value.exponent() == 0x1ffff ? 0xff : value.exponent() - 0xff80;
        return (value.sign() ? 1 << 31 : 0) | exponent << 23 | (int) (value.significand() >>> 40) & 0x7fffff;
    }

    @Guarantee
    @Label("lanes compare as floats do in Java, and the extreme of each is one of Java's comparisons, where none is a NaN")
    @Reals.Checks({LANES_COMPARED, LANES_COMPUTED})
    void comparisons(Subject subject, @ForAll("sixes") Six six, @ForAll Relation relation, @ForAll boolean complement) {
        RealMachine machine = RealMachine.of(subject, false);
        FloatingValue f2 = FloatingValue.integer(six.f3());
        FloatingValue f3 = FloatingValue.integer(six.f4());
        String expected = holds(relation, six, 32, complement) + holds(relation, six, 0, complement);
        assertEquals(RealCases.typed("0:1003e:" + expected), machine.value("fpcmp.%s.s0 f8=f9,f10".formatted((complement ? COMPLEMENTS : RELATIONS).get(relation).get()), f2, f3));
        String least = least(six, 32) + least(six, 0);
        assertEquals(RealCases.typed("0:1003e:" + least), machine.value("fpmin.s0 f8=f9,f10", f2, f3));
    }

    private static String holds(Relation relation, Six six, int shift, boolean complement) {
        float first = Float.intBitsToFloat((int) (six.f3() >>> shift));
        float second = Float.intBitsToFloat((int) (six.f4() >>> shift));
        boolean holds = switch (relation) {
            case EQUAL         -> first == second;
            case LESS          -> first < second;
            case LESS_OR_EQUAL -> first <= second;
            case UNORDERED     -> Float.isNaN(first) || Float.isNaN(second);
        };
        return holds == complement ? "00000000" : "ffffffff";
    }

    private static String least(Six six, int shift) {
        int first = (int) (six.f3() >>> shift);
        int second = (int) (six.f4() >>> shift);
        return "%08x".formatted(Float.intBitsToFloat(first) < Float.intBitsToFloat(second) ? first : second);
    }

    @Guarantee
    @Label("lanes become the integers that Java's conversion toward zero gives, where they fit")
    @Reals.Checks(LANES_COMPUTED)
    void conversions(Subject subject, @ForAll("sixes") Six six, @ForAll boolean signed) {
        String expected = integer((int) (six.f3() >>> 32), signed) + integer((int) six.f3(), signed);
        assertEquals(RealCases.typed("0:1003e:" + expected), RealMachine.of(subject, false).value("fpcvt.%s.trunc.s0 f8=f9".formatted(signed ? "fx" : "fxu"), FloatingValue.integer(six.f3())));
    }

    private static String integer(int word, boolean signed) {
        double number = Float.intBitsToFloat(word);
        boolean fits = signed ? number >= -0x1p31 && number < 0x1p31 : number > -1 && number < 0x1p32;
        return fits ? "%08x".formatted((int) (long) number) : "80000000";
    }

    @Provide
    Arbitrary<Long> statuses() {
        return RealCases.statuses();
    }

    /// Lanes of every kind; in a quarter of the cases the second is the first.
    @Provide
    Arbitrary<Six> sixes() {
        Arbitrary<Long> words = Combinators.combine(RealCases.words(23, 8), RealCases.words(23, 8)).as((high, low) -> high << 32 | low & 0xffffffffL);
        return Combinators.combine(words, words, words, Arbitraries.integers().between(0, 3)).as((f3, f4, f2, how) -> new Six(f3, how == 0 ? f3 : f4, f2));
    }
}
