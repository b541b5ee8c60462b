package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;

/// A sample leaves nothing out that a test must see.
class SampleTest {
    private static final Vector<String> WORDS = Vector.of("a1", "a2", "b1", "a3", "a4", "a5", "c1", "c2", "a6");

    @Test
    void everySortIsThereAndIsSpread() {
        assertEquals(Vector.of("a1", "a4", "b1", "c1", "c2"), Sample.spread(WORDS, 2, word -> word.charAt(0)));
    }

    @Test
    void fewAreAllTaken() {
        assertEquals(WORDS.sorted(), Sample.spread(WORDS, 6, word -> word.charAt(0)).sorted());
    }

    @Test
    void whoWantsTheWholeHasIt() {
        assertEquals(Boolean.getBoolean("vmmref.whole") ? WORDS : Sample.spread(WORDS, 1, word -> word.charAt(0)), Sample.of(WORDS, 1, word -> word.charAt(0)));
    }
}
