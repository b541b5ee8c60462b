package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.spec.Reals.COMPARISON_INVALID;
import static vmmref.spec.Reals.EXCEPTION_ENABLED;
import static vmmref.spec.Reals.FAULT_TOLD;
import static vmmref.spec.Reals.LANES_COMPARED;
import static vmmref.spec.Reals.LANES_COMPUTED;
import static vmmref.spec.Reals.NATVAL_PROPAGATED;
import static vmmref.spec.Reals.REAL_RESULT_ALONE;
import static vmmref.spec.Reals.TRAP_TOLD;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.register.FloatingValue;
import vmmref.properties.arbitrary.RealCases;
import vmmref.properties.arbitrary.RealSingles;
import vmmref.spec.Reals;

/// What holds of parallel instructions.
class RealLaneGuarantees {
    /// Three operands of two lanes each; f9, f10 and f11 hold them.
    record Six(FloatingValue first, FloatingValue second, FloatingValue third) {
        private boolean isThing() {
            return !first.isNatVal() && !second.isNatVal() && !third.isNatVal();
        }
    }

    private static final Map<String, String> COMPLEMENTS = HashMap.of("neq", "eq", "nlt", "lt", "nle", "le", "ord", "unord");
    private static final Seq<String> SUMS        = Vector.of("fpma", "fpms", "fpnma");
    private static final Seq<String> EXTREMES    = RealOrders.EXTREMES.map(name -> "fp" + name);
    private static final Seq<String> RELATIONS   = RealOrders.RELATIONS.appendAll(COMPLEMENTS.keySet().toVector().sorted()).map(name -> "fpcmp." + name);
    private static final Seq<String> CONVERSIONS = Vector.of("fpcvt.fx", "fpcvt.fxu", "fpcvt.fx.trunc", "fpcvt.fxu.trunc");
    private static final Seq<String> MNEMONICS   = SUMS.appendAll(EXTREMES).appendAll(RELATIONS).appendAll(CONVERSIONS);

    @Guarantee
    @Rare
    @Label("each lane is what the instruction without p makes of single values; faults, flags and traps of both are told, and what is not a thing makes all of it no thing")
    @Reals.Checks({LANES_COMPUTED, LANES_COMPARED, COMPARISON_INVALID, EXCEPTION_ENABLED, FAULT_TOLD, TRAP_TOLD, NATVAL_PROPAGATED, REAL_RESULT_ALONE})
    void lanes(Subject subject, @ForAll("operands") Six six, @ForAll("statuses") long status, @ForAll @IntRange(max = 3) int field, @ForAll("mnemonics") String mnemonic) {
        int number = SUMS.contains(mnemonic) ? 3 : CONVERSIONS.contains(mnemonic) ? 1 : 2;
        FloatingValue[] sources = Vector.of(six.first(), six.second(), six.third()).take(number).toJavaArray(FloatingValue[]::new);
        RealAnswer<FloatingValue> answer = new RealMachine(subject, status, field).delivered(text(mnemonic, field, number), sources);
        if (Vector.of(sources).exists(FloatingValue::isNatVal)) {
            assertEquals(RealAnswer.of(FloatingValue.NATVAL, 0), answer, mnemonic);
            return;
        }
        RealOracle oracle = RealOracle.of(status, field, "p");
        RealAnswer<Integer> high = lane(oracle, mnemonic, six, true);
        RealAnswer<Integer> low = lane(oracle, mnemonic, six, false);
        assertEquals(RealAnswer.joined(high, low), answer, () -> mnemonic + " " + six);
        Outcomes.label("mnemonic").collect(mnemonic, high.value().equals(low.value())).coverage(checker -> MNEMONICS.forEach(each -> checker.check(each, false).count(count -> count > 0)));
        Outcomes.label("fault").collect(high.fault() != 0, low.fault() != 0).coverage(Combinations.each(Combinations.EITHER, Combinations.EITHER));
        Outcomes.label("trap").collect(SUMS.contains(mnemonic), high.trap() != 0, low.trap() != 0).coverage(checker ->
            Vector.of(true, false).forEach(first -> Vector.of(true, false).forEach(second -> Vector.of(true, false).forEach(sum -> checker.check(sum, first, second).count(count -> count > 0)))));
        Outcomes.label("invalid").collect(mnemonic, high.flags() == 1 || low.flags() == 1 || high.fault() == 1 || low.fault() == 1).coverage(checker ->
            EXTREMES.appendAll(RELATIONS).appendAll(CONVERSIONS).forEach(each -> checker.check(each, true).count(count -> count > 0)));
    }

    private static String text(String mnemonic, int field, int number) {
        return "%s.s%d f8=%s".formatted(mnemonic, field, Vector.of("f9", "f10", "f11").take(number).mkString(","));
    }

    private static RealAnswer<Integer> lane(RealOracle oracle, String mnemonic, Six six, boolean high) {
        FloatingValue first = value(six.first(), high);
        FloatingValue second = value(six.second(), high);
        if (SUMS.contains(mnemonic)) return sum(oracle, mnemonic, first, second, Option.some(value(six.third(), high)));
        if (EXTREMES.contains(mnemonic)) return RealOrders.extreme(mnemonic.substring(2), first, second, oracle.enabled()).map(RealSingles::word);
        if (CONVERSIONS.contains(mnemonic)) return new RealIntegers(!mnemonic.contains("fxu"), 32, mnemonic.endsWith("trunc") ? 3 : oracle.mode(), oracle.enabled()).of(first).map(Long::intValue);
        String relation = mnemonic.substring(6);
        return RealOrders.asked(COMPLEMENTS.get(relation).getOrElse(relation), first, second, oracle.enabled()).map(holds -> holds == COMPLEMENTS.containsKey(relation) ? 0 : -1);
    }

    private static RealAnswer<Integer> sum(RealOracle oracle, String mnemonic, FloatingValue f3, FloatingValue f4, Option<FloatingValue> f2) {
        return oracle.sum(f3, f4, f2, mnemonic.equals("fpnma") ? -1 : 1, mnemonic.equals("fpms") ? -1 : 1).map(RealSingles::word);
    }

    private static FloatingValue value(FloatingValue register, boolean high) {
        return RealSingles.value(RealSingles.lane(register, high));
    }

    @Guarantee
    @Label("products of lanes with nothing added are those that exact arithmetic says, zeros with their signs")
    @Reals.Checks({LANES_COMPUTED, REAL_RESULT_ALONE})
    void products(Subject subject, @ForAll("sixes") Six six, @ForAll("statuses") long status, @ForAll @IntRange(max = 3) int field, @ForAll("sums") String mnemonic) {
        RealOracle oracle = RealOracle.of(status, field, "p");
        RealAnswer<Integer> high = sum(oracle, mnemonic, value(six.first(), true), value(six.second(), true), Option.none());
        RealAnswer<Integer> low = sum(oracle, mnemonic, value(six.first(), false), value(six.second(), false), Option.none());
        assertEquals(RealAnswer.joined(high, low), new RealMachine(subject, status, field).delivered("%s.s%d f8=f9,f10,f0".formatted(mnemonic, field), six.first(), six.second()), () -> mnemonic + " " + six);
        Outcomes.label("negative zero").collect(high.value().contains(Integer.MIN_VALUE) || low.value().contains(Integer.MIN_VALUE)).coverage(Combinations.each(Combinations.EITHER));
    }

    @Guarantee
    @Label("lanes compare as floats do in Java, and the extreme of each is one of Java's comparisons, where none is a NaN")
    @Reals.Checks({LANES_COMPARED, LANES_COMPUTED, REAL_RESULT_ALONE})
    void comparisons(Subject subject, @ForAll("sixes") Six six, @ForAll("relations") String relation) {
        RealMachine machine = RealMachine.of(subject, false);
        assertEquals(RealSingles.pair(holds(relation, six, true), holds(relation, six, false)), machine.value(relation + ".s0 f8=f9,f10", six.first(), six.second()));
        assertEquals(RealSingles.pair(least(six, true), least(six, false)), machine.value("fpmin.s0 f8=f9,f10", six.first(), six.second()));
        Outcomes.label("relation").collect(relation).coverage(Combinations.each(RELATIONS));
    }

    private static int holds(String relation, Six six, boolean high) {
        float first = Float.intBitsToFloat(RealSingles.lane(six.first(), high));
        float second = Float.intBitsToFloat(RealSingles.lane(six.second(), high));
        boolean holds = switch (relation.substring(6)) {
            case "eq"  -> first == second;
            case "neq" -> first != second;
            case "lt"  -> first < second;
            case "nlt" -> !(first < second);
            case "le"  -> first <= second;
            case "nle" -> !(first <= second);
            case "ord" -> !Float.isNaN(first) && !Float.isNaN(second);
            default    -> Float.isNaN(first) || Float.isNaN(second);
        };
        return holds ? -1 : 0;
    }

    private static int least(Six six, boolean high) {
        int first = RealSingles.lane(six.first(), high);
        int second = RealSingles.lane(six.second(), high);
        return Float.intBitsToFloat(first) < Float.intBitsToFloat(second) ? first : second;
    }

    @Guarantee
    @Label("lanes become the integers that Java's conversion toward zero gives, where they fit")
    @Reals.Checks({LANES_COMPUTED, REAL_RESULT_ALONE})
    void conversions(Subject subject, @ForAll("sixes") Six six, @ForAll boolean signed) {
        FloatingValue expected = RealSingles.pair(integer(RealSingles.lane(six.first(), true), signed), integer(RealSingles.lane(six.first(), false), signed));
        assertEquals(expected, RealMachine.of(subject, false).value("fpcvt.%s.trunc.s0 f8=f9".formatted(signed ? "fx" : "fxu"), six.first()));
    }

    private static int integer(int word, boolean signed) {
        double number = Float.intBitsToFloat(word);
        boolean fits = signed ? number >= -0x1p31 && number < 0x1p31 : number > -1 && number < 0x1p32;
        return fits ? (int) (long) number : Integer.MIN_VALUE;
    }

    @Provide
    Arbitrary<Long> statuses() {
        return RealCases.statuses();
    }

    @Provide
    Arbitrary<String> mnemonics() {
        return Arbitraries.of(MNEMONICS.asJava());
    }

    @Provide
    Arbitrary<String> sums() {
        return Arbitraries.of(SUMS.asJava());
    }

    @Provide
    Arbitrary<String> relations() {
        return Arbitraries.of(RELATIONS.asJava());
    }

    /// Lanes of every kind in registers of any sign and exponent; in a quarter of the cases the second operand has the lanes of the first.
    @Provide
    Arbitrary<Six> sixes() {
        return operands().filter(Six::isThing);
    }

    /// The same, and in an eighth of the cases one that is not a thing.
    @Provide
    Arbitrary<Six> operands() {
        Arbitrary<Long> words = Combinators.combine(RealCases.words(23, 8), RealCases.words(23, 8)).as((high, low) -> high << 32 | low & 0xffffffffL);
        Arbitrary<FloatingValue> lanes = RealCases.holding(words);
        return Combinators.combine(lanes, lanes, lanes, Arbitraries.integers().between(0, 23)).as((first, second, third, how) -> switch (how) {
            case 0              -> new Six(FloatingValue.NATVAL, second, third);
            case 1              -> new Six(first, FloatingValue.NATVAL, third);
            case 2              -> new Six(first, second, FloatingValue.NATVAL);
            case 3, 4, 5, 6, 7, 8 -> new Six(first, new FloatingValue(second.sign(), 0x1003e, first.significand()), third);
            default             -> new Six(first, second, third);
        });
    }
}
