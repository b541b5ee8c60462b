package vmmref.model.word;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.apache.commons.lang3.Validate;

/// How the bits of an encoded operand stand for its value. Bits are unsigned and as wide as the operand's fields together.
public sealed interface Conversion {
    /// {@return the value that the bits stand for}
    long value(long bits, int width);

    /// {@return the bits that stand for a value, or nothing when no bits do}
    default Option<Long> bits(long value, int width) {
        long bits = inverse(value, width) & Bits.ones(width);
        return Option.when(value(bits, width) == value, bits);
    }

    /// {@return the only bits that can stand for a value, if any do}
    long inverse(long value, int width);

    /// Two's complement or unsigned, then multiplied by a power of two.
    ///
    /// @param signed whether the highest bit is a sign
    /// @param scale  the factor, a power of two
    record Scaled(boolean signed, long scale) implements Conversion {
        public Scaled {
            Validate.isTrue(Long.bitCount(scale) == 1, "a scale is a power of two, not %d", scale);
        }

        @Override public long value(long bits, int width) {
            return (signed ? Bits.signExtended(bits, width) : bits) * scale;
        }

        @Override public long inverse(long value, int width) {
            return value >> Long.numberOfTrailingZeros(scale);
        }
    }

    /// Unsigned, plus a constant.
    record Biased(long bias) implements Conversion {
        @Override public long value(long bits, int width) {
            return bits + bias;
        }

        @Override public long inverse(long value, int width) {
            return value - bias;
        }
    }

    /// A constant minus the unsigned bits.
    record Complemented(long from) implements Conversion {
        @Override public long value(long bits, int width) {
            return from - bits;
        }

        @Override public long inverse(long value, int width) {
            return from - value;
        }
    }

    /// One of a list of values; the bits are the position in the list, counted from 0.
    ///
    /// @param values as many as the fields have bit patterns, all different
    record Listed(Seq<Long> values) implements Conversion {
        public Listed {
            Validate.isTrue(values.distinct().size() == values.size(), "listed values repeat: %s", values);
        }

        @Override public long value(long bits, int width) {
            return values.get((int) bits);
        }

        @Override public long inverse(long value, int width) {
            return Math.max(0, values.indexOf(value));
        }
    }

    /// {@return the conversion that a cell of the operand table names, such as `signed*16`, `unsigned+1`, `63-unsigned` or `one of 0 7 15 16`}
    static Conversion named(String name) {
        if (name.startsWith("one of ")) return new Listed(Vector.of(name.substring(7).split(" ")).map(Long::valueOf));
        if (name.endsWith("-unsigned")) return new Complemented(Long.parseLong(name.substring(0, name.indexOf('-'))));
        if (name.startsWith("unsigned+")) return new Biased(Long.parseLong(name.substring(9)));
        Validate.isTrue(name.matches("(un)?signed(\\*\\d+)?"), "no conversion is called %s", name);
        int factor = name.indexOf('*') + 1;
        return new Scaled(name.startsWith("signed"), factor == 0 ? 1 : Long.parseLong(name.substring(factor)));
    }
}
