package vmmref.model.word;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void aWordIsWhereItWasPut() {
        Words words = Words.zero(24).with(0, 5).with(7, 6).with(8, 7).with(23, -1);
        for (int number = 0; number < 24; number++) {
            assertEquals(number == 0 ? 5 : number == 7 ? 6 : number == 8 ? 7 : number == 23 ? -1 : 0, words.get(number));
        }
        assertEquals(24, words.length());
        assertEquals(8, Words.zero(8).length());
    }

    @Test
    void whatARowWasMadeFromStaysAsItIs() {
        Words zero = Words.zero(16);
        Words one = zero.with(3, 1);
        Words two = one.with(3, 2);
        assertEquals(0, zero.get(3));
        assertEquals(1, one.get(3));
        assertEquals(2, two.get(3));
        assertEquals(0, Words.zero(16).get(3));
    }

    @Test
    void aRunOfWordsIsReplaced() {
        Words words = Words.zero(32).with(5, 9).with(17, 9);
        assertEquals(words.with(6, 60).with(7, 70).with(8, 80), words.with(6, 9, number -> number * 10));
        assertEquals(words.with(0, 1).with(31, 32), words.with(0, 1, number -> 1).with(31, 32, number -> 32));
        assertEquals(Words.zero(32).with(17, 9), words.with(0, 16, number -> 0));
        assertEquals("[5=0000000000000009, 17=0000000000000009]", words.with(8, 8, number -> 1).toString());
        assertEquals("[5=0000000000000009, 17=0000000000000009]", words.toString());
    }

    @Test
    void rowsAreValues() {
        Words words = Words.zero(16).with(3, 1).with(9, 2);
        assertEquals(words, Words.zero(16).with(9, 2).with(3, 1));
        assertEquals(words.hashCode(), Words.zero(16).with(9, 2).with(3, 1).hashCode());
        assertNotEquals(words.hashCode(), Words.zero(16).hashCode());
        assertNotEquals(words, words.with(9, 3));
        assertNotEquals(words, Words.zero(8));
        assertNotEquals(words, "[3=0000000000000001, 9=0000000000000002]");
        assertEquals("[3=0000000000000001, 9=0000000000000002]", words.toString());
        assertEquals("[]", Words.zero(8).toString());
    }

    @Test
    void zero() {
        assertTrue(Words.zero(16).isZero());
        assertTrue(Words.zero(16).with(9, 2).with(9, 0).isZero());
        assertFalse(Words.zero(16).with(0, 1).isZero());
        assertFalse(Words.zero(16).with(15, 1).isZero());
    }

    @Test
    void lengthsAreMultiplesOfEight() {
        for (int length : new int[] {-8, 0, 1, 7, 12}) {
            assertEquals("a row has a multiple of 8 words, not " + length, assertThrows(IllegalArgumentException.class, () -> Words.zero(length)).getMessage());
        }
    }
}
