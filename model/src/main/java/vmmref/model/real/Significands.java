package vmmref.model.real;

import static vmmref.spec.Reals.HALVES_PLACED;
import static vmmref.spec.Reals.INTEGERS_MULTIPLIED;
import static vmmref.spec.Reals.LANES_MERGED;
import static vmmref.spec.Reals.SIGNIFICANDS_COMBINED;
import static vmmref.spec.Reals.SINGLES_PACKED;

import io.vavr.Function0;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.math.BigInteger;
import vmmref.model.register.FloatingValue;
import vmmref.spec.Clause;
import vmmref.spec.Reals;

/// Operations on significands as words of 64 bits. What they deliver has the exponent of integers and no sign.
public final class Significands {
    private static final long LOW = 0xffffffffL;
    private static final long SIGNS = 0x8000000080000000L;
    private static final long FRACTIONS = 0x007fffff007fffffL;

    private Significands() { }

    /// Which part of a product and a sum is delivered, and whether the factors have a sign.
    public enum Part { LOW, HIGH, HIGH_UNSIGNED }

    /// {@return 64 bits of f3 × f4 + f2}
    @Reals.Rule(INTEGERS_MULTIPLIED)
    public static Outcome<FloatingValue> multiplied(Part part, FloatingValue f3, FloatingValue f4, FloatingValue f2) {
        return delivered(List.of(f3, f4, f2), INTEGERS_MULTIPLIED, () -> {
            BigInteger sum = factor(part, f3).multiply(factor(part, f4)).add(unsigned(f2));
            return (part == Part.LOW ? sum : sum.shiftRight(Long.SIZE)).longValue();
        });
    }

    private static BigInteger factor(Part part, FloatingValue value) {
        return part == Part.HIGH_UNSIGNED ? unsigned(value) : BigInteger.valueOf(value.significand());
    }

    private static BigInteger unsigned(FloatingValue value) {
        return new BigInteger(Long.toUnsignedString(value.significand()));
    }

    /// A function of two bits.
    public enum Logic { AND, AND_COMPLEMENT, OR, EXCLUSIVE_OR }

    /// {@return a function of each two bits}
    @Reals.Rule(SIGNIFICANDS_COMBINED)
    public static Outcome<FloatingValue> combined(Logic logic, FloatingValue f2, FloatingValue f3) {
        return delivered(List.of(f2, f3), SIGNIFICANDS_COMBINED, () -> switch (logic) {
            case AND            -> f2.significand() & f3.significand();
            case AND_COMPLEMENT -> f2.significand() & ~f3.significand();
            case OR             -> f2.significand() | f3.significand();
            case EXCLUSIVE_OR   -> f2.significand() ^ f3.significand();
        });
    }

    /// {@return the bits of f3 where those of f2 are 1, of f4 elsewhere}
    public static Outcome<FloatingValue> selected(FloatingValue f3, FloatingValue f4, FloatingValue f2) {
        return delivered(List.of(f3, f4, f2), SIGNIFICANDS_COMBINED, () -> f3.significand() & f2.significand() | f4.significand() & ~f2.significand());
    }

    /// How the halves of f2 and f3 are placed.
    public enum Halves { MIX_LEFT, MIX_RIGHT, MIX_LEFT_RIGHT, SWAP, SWAP_NEGATE_LEFT, SWAP_NEGATE_RIGHT, EXTEND_LEFT, EXTEND_RIGHT }

    /// {@return two halves in one significand}
    @Reals.Rule(HALVES_PLACED)
    public static Outcome<FloatingValue> placed(Halves halves, FloatingValue f2, FloatingValue f3) {
        long second = f2.significand();
        long third = f3.significand();
        long swapped = third << Integer.SIZE | second >>> Integer.SIZE;
        return delivered(List.of(f2, f3), HALVES_PLACED, () -> switch (halves) {
            case MIX_LEFT          -> second & ~LOW | third >>> Integer.SIZE;
            case MIX_RIGHT         -> second << Integer.SIZE | third & LOW;
            case MIX_LEFT_RIGHT    -> second & ~LOW | third & LOW;
            case SWAP              -> swapped;
            case SWAP_NEGATE_LEFT  -> swapped ^ SIGNS & ~LOW;
            case SWAP_NEGATE_RIGHT -> swapped ^ SIGNS & LOW;
            case EXTEND_LEFT       -> second >> Long.SIZE - 1 & ~LOW | third >>> Integer.SIZE;
            case EXTEND_RIGHT      -> (long) (int) second >> Long.SIZE - 1 & ~LOW | third & LOW;
        });
    }

    /// {@return two values as memory holds single ones, f2 in the high half}
    @Reals.Rule(SINGLES_PACKED)
    public static Outcome<FloatingValue> packed(FloatingValue f2, FloatingValue f3) {
        return delivered(List.of(f2, f3), SINGLES_PACKED, () -> FloatFormat.SINGLE.image(f2).low() << Integer.SIZE | FloatFormat.SINGLE.image(f3).low());
    }

    /// What a merge takes from f2.
    public enum Merge { SIGN, COMPLEMENT_OF_SIGN, SIGN_AND_EXPONENT }

    /// {@return two lanes, each of parts of those of f2 and f3}
    @Reals.Rule(LANES_MERGED)
    public static Outcome<FloatingValue> merged(Merge merge, FloatingValue f2, FloatingValue f3) {
        long second = f2.significand();
        long third = f3.significand();
        return delivered(List.of(f2, f3), LANES_MERGED, () -> switch (merge) {
            case SIGN               -> second & SIGNS | third & ~SIGNS;
            case COMPLEMENT_OF_SIGN -> ~second & SIGNS | third & ~SIGNS;
            case SIGN_AND_EXPONENT  -> second & ~FRACTIONS | third & FRACTIONS;
        });
    }

    /// {@return what comes of an operand that is not a thing}
    public static Outcome<FloatingValue> natval(FloatingValue operand) {
        return Screening.natval(List.of(operand)).get();
    }

    private static Outcome<FloatingValue> delivered(Seq<FloatingValue> operands, Clause because, Function0<Long> significand) {
        return Screening.natval(operands).getOrElse(() -> Outcome.of(FloatingValue.integer(significand.apply()), because));
    }
}
