package vmmref.model.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

class InterruptSetTest {
    private static final InterruptSet SET = Vector.of(0, 63, 64, 130, 255).foldLeft(InterruptSet.NONE, InterruptSet::with);

    @Test
    void everyVectorHasABit() {
        assertEquals(new InterruptSet(1L << 63 | 1, 1, 4, 1L << 63), SET);
        assertEquals(Vector.of(0, 63, 64, 130, 255), Vector.range(0, InterruptSet.NUMBER).filter(SET::has));
        assertEquals(new InterruptSet(1, 1, 4, 1L << 63), SET.without(63).without(62));
        assertEquals(new InterruptSet(1L << 63 | 1, 1, 4, 7), SET.withWord(3, 7));
    }

    @Test
    void lastIsTheGreatest() {
        assertEquals(Option.some(255), SET.last());
        assertEquals(Option.some(130), SET.without(255).last());
        assertEquals(Option.some(0), InterruptSet.NONE.with(0).last());
        assertEquals(Option.none(), InterruptSet.NONE.last());
    }

    @Test
    void prints() {
        assertEquals("{00 3f 40 82 ff}", SET.toString());
        assertEquals("{}", InterruptSet.NONE.toString());
    }

    @Test
    void thereAreFourWords() {
        assertEquals("a set of vectors has the words 0 to 3, not 4", assertThrows(IllegalArgumentException.class, () -> SET.word(4)).getMessage());
        assertEquals("a set of vectors has the words 0 to 3, not -1", assertThrows(IllegalArgumentException.class, () -> SET.withWord(-1, 0)).getMessage());
    }
}
