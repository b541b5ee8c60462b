package vmmref.properties.arbitrary;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitrary;
import vmmref.model.register.FloatingValue;
import vmmref.properties.arbitrary.RealQuotient.Limit;

/// Numerators and denominators: half of them at a limit, on either side of it, and at no other one.
public final class RealQuotients {
    private static final Seq<Limit> LIMITS = Vector.of(Limit.values()).remove(Limit.NONE);
    private static final int BIAS = 0xffff;
    private static final Orders REGISTER = new Orders(-65534, 65532, -65470, -65532, 65534, -1L, 8);
    private static final Orders LANE = new Orders(-126, 124, -102, -124, 126, -1L << 40, 1);

    private RealQuotients() { }

    /// The exponents that `frcpa` leaves to no one else.
    ///
    /// @param bits   of a significand that are used
    /// @param shifts by how many bits less than that a number is written unnormal
    private record Orders(int leastDenominator, int greatestDenominator, int leastNumerator, int leastDifference, int greatestDifference, long bits, int shifts) {
        private RealQuotient at(Limit limit, int beyond, RandomGenerator random) {
            return switch (limit) {
                case NONE                 -> throw new IllegalArgumentException("no limit");
                case LEAST_DENOMINATOR    -> quotient(limit, beyond, within(leastNumerator, -2, random), leastDenominator - beyond, random);
                case GREATEST_DENOMINATOR -> quotient(limit, beyond, within(1, greatestDenominator, random), greatestDenominator + beyond, random);
                case LEAST_NUMERATOR      -> quotient(limit, beyond, leastNumerator - beyond, within(leastDenominator, leastNumerator - leastDifference - 1, random), random);
                case LEAST_DIFFERENCE     -> difference(limit, beyond, leastDifference - beyond, within(leastNumerator - leastDifference + 1, greatestDenominator, random), random);
                case GREATEST_DIFFERENCE  -> difference(limit, beyond, greatestDifference + beyond, within(leastDenominator, -1, random), random);
            };
        }

        private static int within(int least, int greatest, RandomGenerator random) {
            return random.nextInt(least, greatest + 1);
        }

        private RealQuotient difference(Limit limit, int beyond, int difference, int denominator, RandomGenerator random) {
            return quotient(limit, beyond, denominator + difference, denominator, random);
        }

        private RealQuotient quotient(Limit limit, int beyond, int numerator, int denominator, RandomGenerator random) {
            return new RealQuotient(limit, beyond > 0, number(numerator, random), number(denominator, random));
        }

        /// {@return a number by its exponent as a normal one; below the least one it is written unnormal, and above it sometimes}
        private FloatingValue number(int order, RandomGenerator random) {
            int exponent = Math.max(order, leastDenominator) + (random.nextInt(4) == 0 && order < 0 ? random.nextInt(shifts) : 0);
            return new FloatingValue(random.nextBoolean(), exponent + BIAS, RealCases.significand(random) >>> exponent - order & bits);
        }

        /// {@return one of two numbers whose exponents are around the least one of a numerator}
        private FloatingValue least(RandomGenerator random) {
            FloatingValue number = number(leastNumerator - random.nextInt(2), random);
            return new FloatingValue(false, number.exponent(), number.significand());
        }
    }

    /// {@return quotients of any values}
    public static Arbitrary<RealQuotient> registers() {
        return RealCases.seeded().map(SplittableRandom::new).map(random ->
            random.nextBoolean() ? limited(REGISTER, random) : new RealQuotient(Limit.NONE, false, RealCases.value(random), random.nextInt(4) == 0 ? RealCases.special(random) : RealCases.value(random)));
    }

    /// {@return quotients of single values}
    public static Arbitrary<RealQuotient> lanes() {
        return RealCases.seeded().map(SplittableRandom::new).map(random -> random.nextBoolean() ? limited(LANE, random) : new RealQuotient(Limit.NONE, false, single(random), single(random)));
    }

    private static RealQuotient limited(Orders orders, RandomGenerator random) {
        return orders.at(LIMITS.get(random.nextInt(LIMITS.size())), random.nextInt(2), random);
    }

    /// {@return any values, and numbers around the least one of whose root software refines the approximation}
    public static Arbitrary<FloatingValue> radicands() {
        return RealCases.seeded().map(SplittableRandom::new).map(random -> switch (random.nextInt(3)) {
            case 0  -> REGISTER.least(random);
            case 1  -> RealCases.special(random);
            default -> RealCases.value(random);
        });
    }

    /// {@return single values, and numbers around the least one of whose root software refines the approximation}
    public static Arbitrary<FloatingValue> laneRadicands() {
        return RealCases.seeded().map(SplittableRandom::new).map(random -> random.nextInt(3) == 0 ? LANE.least(random) : single(random));
    }

    private static FloatingValue single(RandomGenerator random) {
        return RealSingles.value((int) RealCases.word(random, 23, 8));
    }
}
