package vmmref.model.register;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.word.Bits;

/// A set of external interrupts by vector, 0 to 255: a bit each in four words.
public record InterruptSet(long word0, long word1, long word2, long word3) {
    public static final int NUMBER = 256;
    public static final InterruptSet NONE = new InterruptSet(0, 0, 0, 0);

    /// {@return the vectors in a word: word 0 has those from 0 to 63}
    public long word(int number) {
        return switch (number) {
            case 0  -> word0;
            case 1  -> word1;
            case 2  -> word2;
            case 3  -> word3;
            default -> throw new IllegalArgumentException("a set of vectors has the words 0 to 3, not " + number);
        };
    }

    /// {@return the same with another word}
    public InterruptSet withWord(int number, long word) {
        return switch (number) {
            case 0  -> new InterruptSet(word, word1, word2, word3);
            case 1  -> new InterruptSet(word0, word, word2, word3);
            case 2  -> new InterruptSet(word0, word1, word, word3);
            case 3  -> new InterruptSet(word0, word1, word2, word);
            default -> throw new IllegalArgumentException("a set of vectors has the words 0 to 3, not " + number);
        };
    }

    public boolean has(int vector) {
        return Bits.bit(word(vector >>> 6), vector & 63);
    }

    public InterruptSet with(int vector) {
        return withWord(vector >>> 6, word(vector >>> 6) | 1L << vector);
    }

    public InterruptSet without(int vector) {
        return withWord(vector >>> 6, word(vector >>> 6) & ~(1L << vector));
    }

    public boolean isEmpty() {
        return (word0 | word1 | word2 | word3) == 0;
    }

    /// {@return the greatest vector of the set}
    public Option<Integer> last() {
        for (int number = 3; number >= 0; number--) {
            if (word(number) != 0) return Option.some(number * 64 + 63 - Long.numberOfLeadingZeros(word(number)));
        }
        return Option.none();
    }

    /// {@return the vectors in ascending order, two hexadecimal digits each}
    @Override public String toString() {
        return Vector.range(0, NUMBER).filter(this::has).map("%02x"::formatted).mkString("{", " ", "}");
    }
}
