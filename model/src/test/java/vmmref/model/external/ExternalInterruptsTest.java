package vmmref.model.external;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.model.register.InterruptSet;
import vmmref.model.machine.Addressing;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.register.Dcr;
import vmmref.model.register.ProtectionKeyRegisters;
import vmmref.model.register.Psr;
import vmmref.model.register.RegionRegister;
import vmmref.model.register.RegionRegisters;
import vmmref.model.register.RegisterNumber;
import vmmref.model.tlb.Tlb;

class ExternalInterruptsTest {
    private static final long I = 1L << 14;

    private static InterruptSet set(String vectors) {
        return vectors.isBlank() ? InterruptSet.NONE : Vector.of(vectors.strip().split(" ")).map(Integer::valueOf).foldLeft(InterruptSet.NONE, InterruptSet::with);
    }

    private static Machine machine(String pending, String served, long tpr) {
        Machine machine = Machine.of(new Addressing(new Psr(I), false, false, new Dcr(0), RegionRegisters.of(Vector.fill(8, new RegionRegister(0))), ProtectionKeyRegisters.zero(16), Tlb.EMPTY));
        Machine masked = new Place.Control(RegisterNumber.TPR).with(machine, tpr).withInService(set(served));
        return Vector.range(0, 4).foldLeft(masked, (each, word) -> new Place.Control(RegisterNumber.IRR + word).with(each, set(pending).word(word)));
    }

    @Test
    void vectors() {
        for (int vector = -1; vector < 300; vector++) assertEquals(vector == 0 || vector == 2 || 16 <= vector && vector <= 255, ExternalInterrupts.exists(vector), "vector " + vector);
    }

    /// Vectors that do not exist are never first, whoever asks.
    @Test
    void reservedVectorsDoNotCount() {
        assertEquals(Option.none(), ExternalInterrupts.first(set("1 3 15")));
        assertEquals(Option.none(), ExternalInterrupts.serving(machine("", "1 3 15", 0)));
        assertEquals(Option.some(16), ExternalInterrupts.first(set("1 3 15 16")));
    }

    /// What is pending, what is in service, TPR, and what is due.
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "''          | ''      | 0     | ''",
        "16          | ''      | 0     | 16",
        "16 255 31   | ''      | 0     | 255",
        "16 255 0    | ''      | 0     | 0",
        "16 255 0 2  | ''      | 0     | 2",
        "1 3 15      | ''      | 0     | ''",
        "1 3 15 16   | ''      | 0     | 16",
        "200         | 200     | 0     | ''",
        "200         | 201     | 0     | ''",
        "200         | 199     | 0     | 200",
        "255         | 0       | 0     | ''",
        "0           | 255     | 0     | 0",
        "0           | 0       | 0     | ''",
        "0           | 2       | 0     | ''",
        "2           | 0 255   | 0     | 2",
        "2           | 2       | 0     | ''",
        "130         | 16 140  | 0     | ''",
        "16          | ''      | 10    | ''",
        "31          | ''      | 10    | ''",
        "32          | ''      | 10    | 32",
        "239         | ''      | e0    | ''",
        "240         | ''      | e0    | 240",
        "255         | ''      | f0    | ''",
        "0           | ''      | f0    | 0",
        "0           | ''      | 10000 | ''",
        "255         | ''      | 10000 | ''",
        "2           | ''      | 100f0 | 2",
        "64          | ''      | fffffffffffe000f | 64"})
    void due(String pending, String served, String tpr, String expected) {
        Machine machine = machine(pending, served, Long.parseUnsignedLong(tpr, 16));
        assertEquals(expected.isEmpty() ? Option.none() : Option.some(Integer.valueOf(expected)), ExternalInterrupts.unmasked(machine));
        assertEquals(!expected.isEmpty(), ExternalInterrupts.isDue(machine));
        assertEquals(false, ExternalInterrupts.isDue(machine.withPsr(new Psr(~I))));
        assertEquals(set(pending), ExternalInterrupts.pending(machine));
    }

    @Test
    void serving() {
        assertEquals(Option.none(), ExternalInterrupts.serving(machine("16", "", 0)));
        assertEquals(Option.some(200), ExternalInterrupts.serving(machine("", "16 200 130", 0)));
        assertEquals(Option.some(0), ExternalInterrupts.serving(machine("", "16 200 0", 0)));
        assertEquals(Option.some(2), ExternalInterrupts.serving(machine("", "2 200 0", 0)));
    }

    @Test
    void sets() {
        for (int vector = 0; vector < 256; vector++) {
            InterruptSet one = InterruptSet.NONE.with(vector);
            for (int word = 0; word < 4; word++) assertEquals(word == vector / 64 ? 1L << vector % 64 : 0, one.word(word));
            assertEquals(true, one.has(vector));
            assertEquals(false, one.has((vector + 64) % 256));
            assertEquals(false, one.isEmpty());
            assertEquals(InterruptSet.NONE, one.without(vector));
            assertEquals(one, one.without((vector + 1) % 256).with(vector));
            assertEquals(Option.some(vector), one.with(vector / 2).last());
            assertEquals(one, InterruptSet.NONE.withWord(vector / 64, 1L << vector));
        }
        assertEquals(Option.none(), InterruptSet.NONE.last());
        assertEquals(true, InterruptSet.NONE.isEmpty());
        InterruptSet full = new InterruptSet(1, 2, 3, 4);
        assertEquals(Vector.of(new InterruptSet(9, 2, 3, 4), new InterruptSet(1, 9, 3, 4), new InterruptSet(1, 2, 9, 4), new InterruptSet(1, 2, 3, 9)), Vector.range(0, 4).map(word -> full.withWord(word, 9)));
        for (int word : Vector.of(-1, 4)) {
            String message = "a set of vectors has the words 0 to 3, not " + word;
            assertEquals(message, assertThrows(IllegalArgumentException.class, () -> full.word(word)).getMessage());
            assertEquals(message, assertThrows(IllegalArgumentException.class, () -> full.withWord(word, 0)).getMessage());
        }
    }
}
