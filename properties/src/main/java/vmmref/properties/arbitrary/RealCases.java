package vmmref.properties.arbitrary;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.math.BigInteger;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import vmmref.model.real.Completer;
import vmmref.model.register.FloatingValue;

/// Floating-point values, and multiplications with additions, with a liking for what is hard.
public final class RealCases {
    private static final int BIAS = 0xffff;
    private static final long INTEGER_BIT = 1L << 63;
    private static final Seq<Integer> PRECISIONS = Vector.of(24, 53, 64);
    private static final Seq<Integer> RANGES = Vector.of(8, 11, 15, 17);
    private static final Seq<RealCase.Kind> KINDS = Vector.of(RealCase.Kind.values());
    private static final Seq<Completer> COMPLETERS = Vector.of(Completer.NONE, Completer.SINGLE, Completer.DOUBLE);
    private static final Seq<FloatingValue> SPECIALS = Vector.of("0:00000:0", "1:00000:0", "0:1ffff:8000000000000000", "1:1ffff:8000000000000000", "0:1fffe:0", "1:1fffe:0", "0:0ffff:0", "1:10000:0", "0:00001:0",
        "0:1ffff:c000000000000000", "1:1ffff:c000000000000001", "0:1ffff:ffffffffffffffff", "1:1ffff:8000000000000001", "0:1ffff:a000000000000000", "0:1ffff:bfffffffffffffff", "0:1ffff:0", "1:1ffff:7fffffffffffffff",
        "0:00000:1", "1:00000:7fffffffffffffff", "0:00000:8000000000000000", "1:00000:ffffffffffffffff", "0:0ff81:0000010000000000", "0:0fc01:0000000000000800", "0:00001:1", "0:1fffe:ffffffffffffffff", "1:1fffe:8000000000000000",
        "0:0ffff:8000000000000000", "1:0ffff:8000000000000000", "0:0ff81:8000000000000000", "0:0fc01:8000000000000000", "0:0c001:8000000000000000", "0:00001:8000000000000000", "0:1007e:ffffff0000000000",
        "0:103fe:fffffffffffff800", "0:13ffe:ffffffffffffffff", "0:1003e:0123456789abcdef").map(RealCases::typed);
    private static final Seq<FloatingValue> ENDS = Vector.of("0:1fffe:0", "0:1ffff:8000000000000000", "1:1ffff:8000000000000000", "0:00000:0", "1:00000:0", "0:10000:c000000000000000", "1:0fffe:ffffffffffffffff", "0:00005:0", "1:0c000:1").map(RealCases::typed);

    private RealCases() { }

    /// {@return a value that is typed as its text is}
    public static FloatingValue typed(String text) {
        String[] parts = text.split(":");
        return new FloatingValue(parts[0].equals("1"), Integer.parseInt(parts[1], 16), Long.parseUnsignedLong(parts[2], 16));
    }

    public static Arbitrary<RealCase> cases() {
        return seeded().map(seed -> drawn(new SplittableRandom(seed)));
    }

    public static Arbitrary<FloatingValue> values() {
        return seeded().map(seed -> value(new SplittableRandom(seed)));
    }

    /// {@return values of any class, half of them with some significands in the place of theirs; none is NaTVal}
    public static Arbitrary<FloatingValue> holding(Arbitrary<Long> significands) {
        return Combinators.combine(values(), significands, Arbitraries.of(true, false)).as((value, word, held) -> thing(value, held ? word : value.significand()));
    }

    private static FloatingValue thing(FloatingValue value, long significand) {
        FloatingValue other = new FloatingValue(value.sign(), value.exponent(), significand);
        return other.isNatVal() ? new FloatingValue(true, other.exponent(), significand) : other;
    }

    /// {@return numbers near integers of 32 and 64 bits, and near 0, 1/2 and 1}
    public static Arbitrary<FloatingValue> near() {
        return seeded().map(seed -> near(new SplittableRandom(seed)));
    }

    private static FloatingValue near(RandomGenerator random) {
        int order = one(Vector.of(-2, -1, 0, 1, 5, 30, 31, 32, 61, 62, 63, 64), random);
        long significand = switch (random.nextInt(5)) {
            case 0  -> INTEGER_BIT;
            case 1  -> INTEGER_BIT + 1;
            case 2  -> -1L << random.nextInt(40);
            case 3  -> INTEGER_BIT | random.nextLong() & -1L << 62 - Math.clamp(order, 0, 62);
            default -> INTEGER_BIT | random.nextLong();
        };
        return new FloatingValue(random.nextBoolean(), order + BIAS, significand);
    }

    /// {@return values of FPSR none of whose fields is reserved}
    public static Arbitrary<Long> statuses() {
        return seeded().map(seed -> status(new SplittableRandom(seed)));
    }

    /// {@return the bits of numbers in a memory format, many of them at an end of its range, near 1, or with a fraction of few bits}
    public static Arbitrary<Long> words(int fraction, int exponent) {
        return seeded().map(seed -> word(new SplittableRandom(seed), fraction, exponent));
    }

    static long word(RandomGenerator random, int fraction, int exponent) {
        long greatest = (1L << exponent) - 1;
        long middle = greatest >> 1;
        long power = switch (random.nextInt(8)) {
            case 6  -> 0;
            case 7  -> greatest;
            case 0  -> random.nextInt(3);
            case 1  -> greatest - random.nextInt(3);
            case 2  -> random.nextLong(greatest + 1);
            case 3  -> middle / 2 + random.nextInt(-fraction, fraction);
            default -> middle + random.nextInt(-fraction - 2, fraction + 2);
        };
        long bits = (1L << fraction) - 1;
        long low = switch (random.nextInt(4)) {
            case 0  -> 0;
            case 1  -> bits;
            case 2  -> random.nextLong() << random.nextInt(fraction) & bits;
            default -> random.nextLong() & bits;
        };
        return (random.nextBoolean() ? 1L : 0) << fraction + exponent | power << fraction | low;
    }

    static Arbitrary<Long> seeded() {
        return Arbitraries.longs().withDistribution(RandomDistribution.uniform());
    }

    /// {@return a case}
    public static RealCase drawn(RandomGenerator random) {
        RealCase.Kind kind = one(KINDS, random);
        long status = status(random);
        int field = random.nextInt(4);
        Completer completer = one(COMPLETERS, random);
        boolean alone = random.nextInt(8) == 0;
        Seq<FloatingValue> values = switch (kind) {
            case ANY        -> Vector.of(value(random), value(random), value(random));
            case SPECIAL    -> Vector.of(one(SPECIALS, random), random.nextBoolean() ? one(SPECIALS, random) : value(random), one(SPECIALS, random));
            case CANCELLING -> cancelling(random);
            case AT_A_LIMIT -> limit(random);
            case HALFWAY    -> halfway(random);
            case APART      -> Vector.of(normal(random, random.nextInt(0x8000, 0x18000)), normal(random, random.nextInt(0x8000, 0x18000)), normal(random, random.nextInt(1, 0x1ffff)));
            case ZERO_SUM   -> zeroSum(random);
            case INFINITE   -> Vector.of(one(ENDS, random), one(ENDS, random), one(ENDS, random));
        };
        return new RealCase(kind, values.get(0), values.get(1), values.get(2), alone, status, field, completer);
    }

    /// {@return a value of any class}
    public static FloatingValue value(RandomGenerator random) {
        return switch (random.nextInt(9)) {
            case 0    -> one(SPECIALS, random);
            case 1    -> one(random.nextBoolean() ? ENDS : SPECIALS, random);
            case 8    -> new FloatingValue(random.nextBoolean(), random.nextBoolean() ? 0 : 0x1ffff, random.nextLong() >>> random.nextInt(3));
            case 2    -> new FloatingValue(random.nextBoolean(), random.nextInt(0x20000), random.nextLong());
            case 3    -> new FloatingValue(random.nextBoolean(), exponent(random), random.nextLong() >>> random.nextInt(64));
            default   -> normal(random, exponent(random));
        };
    }

    /// {@return one of the values that are like no other}
    static FloatingValue special(RandomGenerator random) {
        return one(SPECIALS, random);
    }

    private static FloatingValue normal(RandomGenerator random, int exponent) {
        return new FloatingValue(random.nextBoolean(), exponent, significand(random));
    }

    /// {@return an exponent that is near one where something happens}
    private static int exponent(RandomGenerator random) {
        int range = one(RANGES, random);
        int highest = (1 << range - 1) - 1;
        int wanted = switch (random.nextInt(6)) {
            case 0  -> highest - random.nextInt(3);
            case 1  -> 1 - highest + random.nextInt(-70, 4);
            case 2  -> random.nextInt(-highest, highest);
            case 3  -> random.nextInt(60, 68);
            default -> random.nextInt(-3, 4);
        };
        return Math.clamp(wanted + BIAS, 1, 0x1fffe);
    }

    /// {@return a significand with an integer bit, many of which are halfway between two of fewer bits, or beside that}
    static long significand(RandomGenerator random) {
        int precision = one(PRECISIONS, random);
        long unit = precision == 64 ? 1 : 1L << 64 - precision;
        long high = random.nextInt(4) == 0 ? -1L & -unit : random.nextLong() & -unit;
        long low = switch (random.nextInt(6)) {
            case 0  -> 0;
            case 1  -> unit >>> 1;
            case 2  -> (unit >>> 1) + 1;
            case 3  -> (unit >>> 1) - 1;
            case 4  -> unit - 1;
            default -> random.nextLong();
        };
        return INTEGER_BIT | high | low & unit - 1;
    }

    /// Products that an addend takes away but for little.
    private static Seq<FloatingValue> cancelling(RandomGenerator random) {
        FloatingValue f3 = normal(random, BIAS + random.nextInt(-100, 100));
        FloatingValue f4 = normal(random, BIAS + random.nextInt(-100, 100));
        BigInteger product = unsigned(f3.significand()).multiply(unsigned(f4.significand()));
        int dropped = product.bitLength() - 64;
        long significand = product.shiftRight(dropped).longValue() + random.nextInt(-1, 2);
        return Vector.of(f3, f4, new FloatingValue(f3.sign() == f4.sign(), f3.exponent() + f4.exponent() - BIAS + dropped - 63, significand));
    }

    /// Products and sums at an end of a range.
    private static Seq<FloatingValue> limit(RandomGenerator random) {
        int highest = (1 << one(RANGES, random) - 1) - 1;
        int order = random.nextBoolean() ? highest + random.nextInt(-1, 2) : 1 - highest + random.nextInt(-66, 2);
        int half = order / 2 + random.nextInt(-5, 6);
        int addend = Math.clamp(order + BIAS + random.nextInt(-66, 1), 1, 0x1fffe);
        return Vector.of(normal(random, Math.clamp(half + BIAS, 1, 0x1fffe)), normal(random, Math.clamp(order - half + BIAS, 1, 0x1fffe)), random.nextBoolean() ? FloatingValue.ZERO : normal(random, addend));
    }

    /// Sums that are halfway between two numbers of a precision, or beside that.
    private static Seq<FloatingValue> halfway(RandomGenerator random) {
        int precision = one(PRECISIONS, random);
        FloatingValue f3 = normal(random, exponent(random));
        FloatingValue shortened = new FloatingValue(f3.sign(), f3.exponent(), INTEGER_BIT | f3.significand() & -1L << 64 - precision);
        int below = Math.max(1, f3.exponent() - precision + random.nextInt(-1, 2));
        long significand = one(Vector.of(INTEGER_BIT, INTEGER_BIT + 1, -1L), random);
        return Vector.of(shortened, new FloatingValue(random.nextBoolean(), BIAS, INTEGER_BIT), new FloatingValue(random.nextBoolean(), below, significand));
    }

    /// Products with few bits, and exactly what takes them away; zeros with signs.
    private static Seq<FloatingValue> zeroSum(RandomGenerator random) {
        FloatingValue f3 = new FloatingValue(random.nextBoolean(), BIAS + random.nextInt(-100, 100), INTEGER_BIT | random.nextLong() << 33);
        FloatingValue f4 = new FloatingValue(random.nextBoolean(), BIAS + random.nextInt(-100, 100), INTEGER_BIT);
        if (random.nextBoolean()) return Vector.of(new FloatingValue(f3.sign(), 0, 0), f4, new FloatingValue(random.nextBoolean(), 0, 0));
        return Vector.of(f3, f4, new FloatingValue(f3.sign() == f4.sign(), f3.exponent() + f4.exponent() - BIAS, f3.significand()));
    }

    /// {@return FPSR; exceptions are rather disabled than not}
    private static long status(RandomGenerator random) {
        long status = random.nextBoolean() ? 0x3f : random.nextInt(64);
        for (int field = 0; field < 4; field++) {
            long precision = one(Vector.of(0L, 2L, 3L), random);
            long controls = random.nextInt(64) & ~0xc | precision << 2 | (field > 0 && random.nextInt(4) == 0 ? 1L << 6 : 0);
            status |= (controls | (long) (random.nextInt(64) & random.nextInt(64)) << 7) << 6 + 13 * field;
        }
        return status;
    }

    private static <T> T one(Seq<T> all, RandomGenerator random) {
        return all.get(random.nextInt(all.size()));
    }

    private static BigInteger unsigned(long word) {
        return new BigInteger(Long.toUnsignedString(word));
    }
}
