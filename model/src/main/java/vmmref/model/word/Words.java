package vmmref.model.word;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Arrays;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.apache.commons.lang3.Validate;

/// A row of 64-bit words of a fixed length. A row that differs in one word shares the rest with the row that it was made from.
public final class Words {
    private static final int LOG2 = 3;
    private static final int PIECE = 1 << LOG2;
    private static final long[] ZERO = new long[PIECE];

    private final long[][] pieces;

    private Words(long[][] pieces) {
        this.pieces = pieces;
    }

    /// {@return words that are all 0}
    ///
    /// @param length how many, a multiple of 8
    public static Words zero(int length) {
        Validate.isTrue(length > 0 && length % PIECE == 0, "a row has a multiple of %d words, not %d", PIECE, length);
        long[][] pieces = new long[length >>> LOG2][];
        Arrays.fill(pieces, ZERO);
        return new Words(pieces);
    }

    public int length() {
        return pieces.length << LOG2;
    }

    public long get(int number) {
        return pieces[number >>> LOG2][number & PIECE - 1];
    }

    /// {@return the same with another word}
    public Words with(int number, long word) {
        long[] piece = pieces[number >>> LOG2].clone();
        piece[number & PIECE - 1] = word;
        long[][] changed = pieces.clone();
        changed[number >>> LOG2] = piece;
        return new Words(changed);
    }

    /// {@return the same with other words from one number up to another}
    ///
    /// @param word by its number
    public Words with(int first, int end, IntToLongFunction word) {
        long[][] changed = pieces.clone();
        for (int piece = first >>> LOG2; piece <= end - 1 >>> LOG2; piece++) changed[piece] = pieces[piece].clone();
        for (int number = first; number < end; number++) changed[number >>> LOG2][number & PIECE - 1] = word.applyAsLong(number);
        return new Words(changed);
    }

    /// {@return the numbers of the words that are not 0, in their order}
    public Seq<Integer> used() {
        return Vector.ofAll(IntStream.range(0, pieces.length).filter(piece -> pieces[piece] != ZERO).flatMap(piece -> IntStream.range(piece << LOG2, piece + 1 << LOG2)).filter(number -> get(number) != 0).toArray());
    }

    public boolean isZero() {
        return Arrays.stream(pieces).allMatch(piece -> Arrays.equals(piece, ZERO));
    }

    @Override public boolean equals(Object other) {
        return other instanceof Words words && Arrays.deepEquals(pieces, words.pieces);
    }

    @Override public int hashCode() {
        return Arrays.deepHashCode(pieces);
    }

    /// {@return the words that are not 0, with their numbers}
    @Override public String toString() {
        StringBuilder text = new StringBuilder("[");
        for (int number = 0; number < length(); number++) {
            if (get(number) != 0) text.append(text.length() == 1 ? "" : ", ").append(number).append('=').append(Bits.hexadecimal(get(number)));
        }
        return text.append(']').toString();
    }
}
