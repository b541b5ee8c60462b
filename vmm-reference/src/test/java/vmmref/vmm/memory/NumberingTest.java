package vmmref.vmm.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberingTest {
    private static Seq<Owner.Key> keys(int from, int to) {
        return Vector.range(from, to).map(key -> new Owner.Key(key % 2, key));
    }

    @Test
    void theyLieFarFromEachOther() {
        Numbering<Owner.Key> three = Numbering.<Owner.Key>of(16, 1000).with(keys(0, 3));
        assertEquals(Vector.of(16, 117, 218), keys(0, 3).map(three::of));
        assertEquals(three, three.with(keys(1, 3)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 20, 100, 101, 202, 1000})
    void eachIsGivenOnce(int number) {
        Numbering<Owner.Key> all = Numbering.<Owner.Key>of(3, number).with(keys(0, number));
        assertEquals(Vector.range(3, 3 + number), keys(0, number).map(all::of).sorted());
    }

    @Test
    void ifTheyDoNotSufficeAllAreTakenBack() {
        Numbering<Owner.Key> full = Numbering.<Owner.Key>of(1, 3).with(keys(0, 3));
        assertTrue(full.suffices(keys(0, 3)));
        assertFalse(full.suffices(keys(2, 4)));
        Numbering<Owner.Key> later = full.with(keys(2, 4));
        assertEquals(keys(2, 4), later.given().keySet().toVector());
        assertEquals(1, later.of(new Owner.Key(0, 2)));
        assertTrue(later.suffices(keys(4, 5)));
    }

    @Test
    void someOfAKind() {
        Numbering<Owner.Key> all = Numbering.<Owner.Key>of(1, 1000).with(keys(0, 4));
        assertEquals(Vector.of(102, 304), all.of((Owner.Key owner) -> owner.processor() == 1));
    }

    @Test
    void thereIsOneForEachAtOnce() {
        assertThrows(IllegalArgumentException.class, () -> Numbering.<Owner.Key>of(1, 0));
        assertThrows(IllegalArgumentException.class, () -> Numbering.<Owner.Key>of(1, 2).with(keys(0, 3)));
        assertEquals(2, Numbering.<Owner.Key>of(1, 2).with(keys(0, 2)).given().size());
    }
}
