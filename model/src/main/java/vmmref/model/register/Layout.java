package vmmref.model.register;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import org.apache.commons.lang3.Validate;
import vmmref.model.word.Bits;

/// Which values a register takes, and what it keeps of them.
///
/// @param ignored    the bits that are written as 0
/// @param reserved   the bits that must be 0
/// @param exclusions the values of fields that must not be
public record Layout(long ignored, long reserved, Seq<Exclusion> exclusions) {

    /// Something that a value must not say.
    public sealed interface Exclusion {
        boolean excludes(long value);

        /// Values of a field.
        ///
        /// @param values a bit for each of them
        record Values(int high, int low, long values) implements Exclusion {
            @Override public boolean excludes(long value) {
                return Bits.bit(values, (int) Bits.field(value, high, low));
            }
        }

        /// A frame whose fields do not fit each other.
        ///
        /// @param given the bits that are 1 where there is a frame at all
        record Unsound(long given) implements Exclusion {
            @Override public boolean excludes(long value) {
                return (value & given) == given && !new Cfm(value & Bits.ones(Cfm.WIDTH)).isSound();
            }
        }

        /// {@return what a word of a table says: `9:8=1`, `10:8=1,3,6` or `7:2=0..14`}
        private static Exclusion of(String text) {
            Validate.isTrue(text.matches("\\d+:\\d+=\\d+(\\.\\.\\d+|(,\\d+)*)"), "reserved values are written 9:8=1,3 or 7:2=0..14, not %s", text);
            Vector<String> words = Vector.of(text.split("[:=]"));
            return new Values(Integer.parseInt(words.get(0)), Integer.parseInt(words.get(1)), numbers(words.get(2)).foldLeft(0L, (mask, value) -> mask | 1L << value));
        }
    }

    /// {@return the numbers that `3`, `1,3,6` or `0..14` lists}
    static Seq<Integer> numbers(String text) {
        int dots = text.indexOf("..");
        return dots < 0 ? Vector.of(text.split(",")).map(Integer::valueOf)
            : Vector.rangeClosed(Integer.parseInt(text.substring(0, dots)), Integer.parseInt(text.substring(dots + 2)));
    }

    /// {@return what the cells of a table say: ignored and reserved bits in hexadecimal, and reserved values}
    static Layout of(String ignored, String reserved, String excluded) {
        return new Layout(Long.parseUnsignedLong(ignored, 16), Long.parseUnsignedLong(reserved, 16), exclusions(excluded));
    }

    private static Seq<Exclusion> exclusions(String text) {
        if (text.equals("-")) return Vector.empty();
        if (text.equals("frame")) return Vector.of(new Exclusion.Unsound(0));
        if (text.startsWith("frame if ")) return Vector.of(new Exclusion.Unsound(1L << Integer.parseInt(text.substring(9))));
        return Vector.of(text.split(" ")).map(Exclusion::of);
    }

    /// {@return whether a value has a bit or a field that is reserved}
    public boolean isReserved(long value) {
        return (value & reserved) != 0 || !exclusions.isEmpty() && exclusions.exists(exclusion -> exclusion.excludes(value));
    }

    /// {@return what a register keeps of a value}
    public long kept(long value) {
        return value & ~ignored;
    }
}
