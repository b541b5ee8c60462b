package vmmref.model.partition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Numbers, sets and statuses.
class ValuesTest {
    private static void wrong(String message, Executable made) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, made).getMessage());
    }

    @Test
    void numbersHaveLimits() {
        wrong("no cell has the number -1", () -> new Cell(-1));
        wrong("no cell has the number 8", () -> new Cell(8));
        wrong("no partition has the number -1", () -> new Partition(-1));
        wrong("no partition has the number 8", () -> new Partition(8));
        wrong("no processor of a cell has the number -1", () -> new Processor(At.C0, -1));
        wrong("no processor of a cell has the number 4", () -> new Processor(At.C0, 4));
        wrong("the number of a page has 24 bits: -1", () -> new Page(-1));
        wrong("the number of a page has 24 bits: 16777216", () -> new Page(0x1000000));
        wrong("the vector of an interrupt is 0 to 255, not -1", () -> new InterruptVector(-1));
        wrong("the vector of an interrupt is 0 to 255, not 256", () -> new InterruptVector(256));
        wrong("a path has 1 to 64 lines, not 0", () -> new Wiring(0, 0));
        wrong("a path has 1 to 64 lines, not 65", () -> new Wiring(65, 0));
        wrong("the latency of a path is 0 to 64 ticks, not -1", () -> new Wiring(1, -1));
        wrong("the latency of a path is 0 to 64 ticks, not 65", () -> new Wiring(1, 65));
    }

    @Test
    void theLimitsAreNumbers() {
        assertEquals(Vector.of(0, 7), Vector.of(new Cell(0), new Cell(7)).map(Cell::number));
        assertEquals(Vector.of(0, 7), Vector.of(new Partition(0), new Partition(7)).map(Partition::number));
        assertEquals(Vector.of(0, 3), Vector.of(new Processor(At.C0, 0), new Processor(At.C0, 3)).map(Processor::number));
        assertEquals(Vector.of(0, 0xffffff), Vector.of(new Page(0), new Page(0xffffff)).map(Page::number));
        assertEquals(Vector.of(0, 255), Vector.of(new InterruptVector(0), new InterruptVector(255)).map(InterruptVector::number));
        assertEquals(Vector.of(1, 64), Vector.of(new Wiring(1, 0), new Wiring(64, 64)).map(Wiring::lines));
    }

    @Test
    void cellsAndPartitionsAreOrdered() {
        assertTrue(new Cell(1).compareTo(new Cell(2)) < 0 && new Cell(2).compareTo(new Cell(1)) > 0);
        assertEquals(0, new Cell(3).compareTo(new Cell(3)));
        assertTrue(new Partition(1).compareTo(new Partition(2)) < 0 && new Partition(2).compareTo(new Partition(1)) > 0);
        assertEquals(0, new Partition(3).compareTo(new Partition(3)));
    }

    @Test
    void setsHaveABitForEach() {
        assertEquals(new CellSet(0x81), new CellSet(0x01).with(new Cell(7)));
        assertEquals(new CellSet(0x81), new CellSet(0x81).with(new Cell(7)));
        assertEquals(new CellSet(0x01), new CellSet(0x81).without(new Cell(7)));
        assertEquals(new CellSet(0x01), new CellSet(0x01).without(new Cell(7)));
        assertTrue(new CellSet(0x80).has(new Cell(7)) && !new CellSet(0x7f).has(new Cell(7)) && !CellSet.NONE.has(new Cell(0)));
        assertEquals(new PartitionSet(0x81), new PartitionSet(0x01).with(new Partition(7)));
        assertEquals(new PartitionSet(0x81), new PartitionSet(0x81).with(new Partition(7)));
        assertEquals(new PartitionSet(0x01), new PartitionSet(0x81).without(new Partition(7)));
        assertEquals(new PartitionSet(0x01), new PartitionSet(0x01).without(new Partition(7)));
        assertTrue(new PartitionSet(0x80).has(new Partition(7)) && !new PartitionSet(0x7f).has(new Partition(7)) && !PartitionSet.NONE.has(new Partition(0)));
    }

    @Test
    void statusesAreBits() {
        assertTrue(new Statuses(0x80000000).isSecure(31) && !new Statuses(0x7fffffff).isSecure(31) && new Statuses(1).isSecure(0));
        assertEquals(new Statuses(0b1110), new Statuses(0b1100).or(new Statuses(0b1010)));
        assertEquals(new Statuses(0b0100), new Statuses(0b1100).without(new Statuses(0b1010)));
        assertTrue(new Statuses(0b1110).contains(new Statuses(0b1010)) && new Statuses(0).contains(new Statuses(0)));
        assertFalse(new Statuses(0b1100).contains(new Statuses(0b1010)));
        assertEquals(new Statuses(0xf0000000), new Statuses(0xf).up(28));
        assertEquals(Vector.of(0, 1, 0b1111, 0x7fffffff, -1), Vector.of(0, 1, 4, 31, 32).map(n -> Statuses.all(n).secure()));
        assertEquals(Vector.of(Status.SECURE, Status.UNSECURE), Vector.of(Status.of(true), Status.of(false)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 31, 63})
    void aLineIsStuckAtOneLevel(int line) {
        long bit = 1L << line;
        assertEquals(new Lines(bit, 0), Lines.SOUND.stuck(line, true));
        assertEquals(new Lines(0, bit), Lines.SOUND.stuck(line, false));
        assertEquals(new Lines(0, bit), Lines.SOUND.stuck(line, true).stuck(line, false));
        assertEquals(new Lines(bit, 0), Lines.SOUND.stuck(line, false).stuck(line, true));
        assertEquals(new Lines(-1, 0), new Lines(~bit, bit).stuck(line, true));
        assertEquals(new Lines(0, -1), new Lines(bit, ~bit).stuck(line, false));
        assertTrue(new Lines(bit, 0).arrives(false, line) && new Lines(~bit, 0).arrives(true, line) && !new Lines(~bit, 0).arrives(false, line));
        assertFalse(new Lines(0, bit).arrives(true, line));
        assertTrue(new Lines(0, ~bit).arrives(true, line) && !new Lines(0, ~bit).arrives(false, line));
    }

    @Test
    void eachProcessorExecutesSomething() {
        Executing mixed = Executing.all(Software.NONE).with(3, Software.LEAVING).with(2, Software.OTHER).with(1, Software.TRUSTED);
        assertEquals(new Executing(0b10_11_01_00), mixed);
        assertEquals(Vector.of(Software.NONE, Software.TRUSTED, Software.OTHER, Software.LEAVING), Vector.of(0, 1, 2, 3).map(mixed::of));
        assertEquals(new Executing(0b10_00_01_00), mixed.with(2, Software.NONE));
        assertEquals(Vector.of(0, 0x55, 0xaa, 0xff), Vector.of(Software.values()).map(software -> Executing.all(software).codes()));
    }

    @Test
    void oneThatIsLeavingIsFound() {
        assertFalse(new Executing(0).isAnyLeaving() || new Executing(0x55).isAnyLeaving() || new Executing(0xff).isAnyLeaving() || new Executing(0b11_01_00_11).isAnyLeaving());
        assertTrue(new Executing(0b10).isAnyLeaving() && new Executing(0b10_00_00_00).isAnyLeaving() && new Executing(0b11_10_01_00).isAnyLeaving() && new Executing(0xaa).isAnyLeaving());
    }

    @Test
    void softwareHasNames() {
        assertEquals(Vector.of("none", "trusted", "leaving", "other"), Vector.of(Software.values()).map(Software::text));
        assertEquals(Option.some(Software.LEAVING), Software.named("leaving"));
        assertEquals(Option.none(), Software.named("LEAVING"));
    }
}
