package vmmref.model.partition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.model.partition.At.C0;
import static vmmref.model.partition.At.C1;
import static vmmref.model.partition.At.C2;
import static vmmref.model.partition.At.P0;
import static vmmref.model.partition.At.P1;
import static vmmref.model.partition.At.P2;
import static vmmref.model.partition.At.processor;

import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StampTest {
    private static Status status(At at, Processor sender, int register) {
        return Stamp.architected(at.rules().hardware(), at.set(new Place.Register(), new Statuses(register)).complex(), new Event.Packet(sender, P2, true, Word.ZERO, Status.SECURE));
    }

    @ParameterizedTest
    @CsvSource({"0x4, SECURE, UNSECURE", "0x8, UNSECURE, SECURE", "0x33, UNSECURE, UNSECURE", "0xc, SECURE, SECURE"})
    void theStatusIsThatOfTheProcessor(String register, Status first, Status second) {
        At at = At.on("gate processor").set(new Place.Assigned(C1), Option.some(P0)).set(new Place.Assigned(C0), Option.some(P0));
        assertEquals(first, status(at, processor(C1, 0), Integer.decode(register)));
        assertEquals(second, status(at, processor(C1, 1), Integer.decode(register)));
    }

    /// Cells 0 and 1 are in partition 0, cells 1 and 2 in partition 2.
    @ParameterizedTest
    @CsvSource({
        "0x3f, SECURE,   SECURE,   SECURE",
        "0x0f, SECURE,   UNSECURE, UNSECURE",
        "0x3c, UNSECURE, UNSECURE, SECURE",
        "0x37, UNSECURE, UNSECURE, UNSECURE",
        "0x3d, UNSECURE, UNSECURE, SECURE",
        "0x1f, SECURE,   UNSECURE, UNSECURE",
        "0x00, UNSECURE, UNSECURE, UNSECURE"})
    void orThatOfAllWhoAreInAPartitionWithIt(String register, Status zero, Status one, Status two) {
        At at = At.quick().set(new Place.Assigned(C0), Option.some(P0)).set(new Place.Route(P0), new CellSet(0b010))
            .set(new Place.Assigned(C1), Option.some(P2)).set(new Place.Route(P2), new CellSet(0b100));
        assertEquals(zero, status(at, processor(C0, 0), Integer.decode(register)));
        assertEquals(one, status(at, processor(C1, 0), Integer.decode(register)));
        assertEquals(two, status(at, processor(C2, 0), Integer.decode(register)));
    }

    @Test
    void aCellOfNoPartitionStandsForItself() {
        At at = At.quick().set(new Place.Assigned(C0), Option.some(P1));
        assertEquals(Status.SECURE, status(at, processor(C1, 1), 0b001100));
        assertEquals(Status.UNSECURE, status(at, processor(C1, 1), 0b111011));
    }

    @Test
    void theRegisterCountsAndNoController() {
        At slow = At.on("status-lines 6").after(new Event.Start(C0));
        assertEquals(Statuses.NONE_SECURE, slow.rules().seen(slow.complex(), P0));
        assertEquals(new Reply.Taken(Status.SECURE), slow.react(new Event.Packet(processor(C0, 0), P0, false, Word.ZERO, Status.UNSECURE)).reply());
        At left = slow.ticks(1).after(new Event.Leave(processor(C0, 1)));
        assertEquals(new Reply.Taken(Status.UNSECURE), left.react(new Event.Packet(processor(C0, 0), P0, false, Word.ZERO, Status.SECURE)).reply());
    }

    @Test
    void theLastCellOfTheLargestComplexCounts() {
        At largest = At.on("cells 8; processors 4; partitions 8").set(new Place.Route(new Partition(7)), new CellSet(0x81));
        assertEquals(Status.SECURE, status(largest, processor(C0, 3), 0xf000000f));
        assertEquals(Status.UNSECURE, status(largest, processor(C0, 3), 0x7fffffff));
    }
}
