package vmmref.model.partition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.model.partition.At.C0;
import static vmmref.model.partition.At.C2;
import static vmmref.model.partition.At.P0;
import static vmmref.model.partition.At.P1;

import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AggregateTest {
    /// Cell 0 is in partition 0 by the profile, cell 2 by the mask; in partition 1 is nobody.
    private static final At TWO = At.quick().set(new Place.Assigned(C0), Option.some(P0)).set(new Place.Route(P0), new CellSet(0b100));

    private static Status status(At at, Partition partition, int statuses) {
        return Aggregate.architected(at.rules().hardware(), at.complex(), partition, new Statuses(statuses));
    }

    @ParameterizedTest
    @CsvSource({"0x33, SECURE", "0x3f, SECURE", "0x32, UNSECURE", "0x31, UNSECURE", "0x23, UNSECURE", "0x13, UNSECURE", "0x03, UNSECURE", "0x30, UNSECURE", "0x0c, UNSECURE", "0x00, UNSECURE"})
    void everyProcessorOfEveryCellMustBeSecure(String statuses, Status status) {
        assertEquals(status, status(TWO, P0, Integer.decode(statuses)));
    }

    @Test
    void aPartitionWithoutCellsIsUnsecure() {
        assertEquals(Status.UNSECURE, status(TWO, P1, -1));
    }

    @Test
    void cellsInResetCount() {
        At reset = At.quick().at(C0, Phase.BLOCKED, P0).set(new Place.Assigned(C0), Option.some(P0)).set(new Place.Assigned(C2), Option.some(P0));
        assertEquals(Status.UNSECURE, status(reset, P0, reset.complex().register().secure()));
    }

    @Test
    void aCellInTwoPartitionsCountsInBoth() {
        At moving = TWO.set(new Place.Assigned(C2), Option.some(P1));
        assertEquals(Status.SECURE, status(moving, P1, 0x30));
        assertEquals(Status.UNSECURE, status(moving, P1, 0x10));
        assertEquals(Status.UNSECURE, status(moving, P0, 0x13));
    }

    @Test
    void theLastCellOfTheLargestComplexCounts() {
        At largest = At.on("cells 8; processors 4").set(new Place.Route(P1), new CellSet(0x80));
        assertEquals(Status.SECURE, status(largest, P1, 0xf0000000));
        assertEquals(Status.UNSECURE, status(largest, P1, 0x7fffffff));
    }
}
