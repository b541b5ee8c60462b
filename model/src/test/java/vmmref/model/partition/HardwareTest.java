package vmmref.model.partition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static vmmref.model.partition.At.C1;
import static vmmref.model.partition.At.processor;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.model.partition.Hardware.Barred;
import vmmref.model.partition.Hardware.Gate;
import vmmref.model.partition.Hardware.InTransfer;
import vmmref.model.partition.Hardware.Refusal;
import vmmref.model.profile.Profile;

class HardwareTest {
    private static final Opening SECURE   = new Opening(0b1111111, 0b1111110);
    private static final Opening READING  = new Opening(0b1011111, 0b1000000);
    private static final Opening NOTHING  = new Opening(0b1000001, 0);
    private static final Hardware MAXIMAL = new Hardware(8, 4, 8, new Wiring(2, 3), new Wiring(16, 4), InTransfer.UNSECURE, Gate.PARTITION, SECURE, NOTHING, Refusal.ERROR, Barred.REPLACE);

    private static Hardware of(String profile) {
        return Hardware.of(Profile.named(profile).get());
    }

    @Test
    void profilesDescribeHardware() {
        assertEquals(new Hardware(2, 4, 2, new Wiring(1, 0), new Wiring(1, 0), InTransfer.PREVIOUS, Gate.PROCESSOR, SECURE, READING, Refusal.ERROR, Barred.REPLACE), of("merced"));
        assertEquals(new Hardware(4, 2, 3, new Wiring(4, 0), new Wiring(8, 1), InTransfer.PREVIOUS, Gate.PARTITION, SECURE, READING, Refusal.ONES, Barred.REJECT), of("itanium2"));
        assertEquals(new Hardware(4, 4, 4, new Wiring(1, 0), new Wiring(8, 0), InTransfer.UNSECURE, Gate.PARTITION, SECURE, READING, Refusal.NOTHING, Barred.REPLACE), of("montecito"));
        assertEquals(new Hardware(3, 1, 2, new Wiring(64, 0), new Wiring(64, 0), InTransfer.PREVIOUS, Gate.PROCESSOR, SECURE, NOTHING, Refusal.ONES, Barred.REJECT), of("minimal"));
        assertEquals(MAXIMAL, of("maximal"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "cells          | 0        | cells is 1 to 8, not 0",
        "cells          | 9        | cells is 1 to 8, not 9",
        "processors     | 0        | processors is 1 to 4, not 0",
        "processors     | 5        | processors is 1 to 4, not 5",
        "partitions     | 0        | partitions is 1 to 8, not 0",
        "partitions     | 9        | partitions is 1 to 8, not 9",
        "report-lines   | 0        | a path has 1 to 64 lines, not 0",
        "report-lines   | 65       | a path has 1 to 64 lines, not 65",
        "report-latency | 65       | the latency of a path is 0 to 64 ticks, not 65",
        "status-lines   | 0        | a path has 1 to 64 lines, not 0",
        "status-lines   | 65       | a path has 1 to 64 lines, not 65",
        "status-latency | 65       | the latency of a path is 0 to 64 ticks, not 65",
        "status-latency | -1       | profile mine: status-latency is a number, not -1",
        "in-transfer    | next     | profile mine: in-transfer is one of previous, unsecure, not next",
        "gate           | cell     | profile mine: gate is one of partition, processor, not cell",
        "refusal        | zeros    | profile mine: refusal is one of ones, nothing, error, not zeros",
        "bad-interrupt  | ignore   | profile mine: bad-interrupt is one of reject, replace, not ignore",
        "open-unsecure  | status:r route:rw link:r firewall:r sharing:r interrupt:r general:r | open-unsecure may not open route to writes: software could widen its partition",
        "open-secure    | status:r | an opening names status, route, link, firewall, sharing, interrupt, general, each with what is open: -, r, w or rw; not status:r"})
    void parametersThatNoComplexHasAreRejected(String parameter, String value, String message) {
        Profile mine = Profile.announced("mine", LinkedHashMap.of(parameter, value));
        assertEquals(message, assertThrows(IllegalArgumentException.class, () -> Hardware.of(mine)).getMessage());
    }

    @ParameterizedTest
    @CsvSource({"cells, 1", "cells, 8", "processors, 1", "processors, 4", "partitions, 1", "partitions, 8", "report-lines, 1", "report-lines, 64", "report-latency, 0", "report-latency, 64"})
    void theExtremesAreHardware(String parameter, String value) {
        assertEquals(of("itanium2").inTransfer(), Hardware.of(Profile.announced("mine", LinkedHashMap.of(parameter, value))).inTransfer());
    }

    @Test
    void thingsAreNumberedFromZero() {
        Hardware small = At.hardware("cells 2; processors 2; partitions 3");
        assertEquals(Vector.of(new Cell(0), new Cell(1)), small.everyCell());
        assertEquals(Vector.of(new Partition(0), new Partition(1), new Partition(2)), small.everyPartition());
        assertEquals(Vector.of(processor(new Cell(0), 0), processor(new Cell(0), 1), processor(C1, 0), processor(C1, 1)), small.everyProcessor());
        assertEquals(32, MAXIMAL.everyProcessor().size());
    }

    @Test
    void aProcessorStandsAtItsPlace() {
        assertEquals(31, MAXIMAL.place(processor(new Cell(7), 3)));
        assertEquals(4, MAXIMAL.place(processor(C1, 0)));
        assertEquals(3, At.hardware("processors 2").place(processor(C1, 1)));
        assertEquals(2, of("minimal").place(processor(new Cell(2), 0)));
        assertEquals(new Statuses(0xf0000000), MAXIMAL.of(new Cell(7)));
        assertEquals(new Statuses(0b1100), At.hardware("processors 2").of(C1));
    }

    @Test
    void openingsDependOnTheStatus() {
        assertEquals(SECURE, MAXIMAL.opening(Status.SECURE));
        assertEquals(NOTHING, MAXIMAL.opening(Status.UNSECURE));
    }

    @Test
    void hardwareMayDifferInItsPathsOrItsGate() {
        assertEquals(new Hardware(8, 4, 8, new Wiring(1, 1), new Wiring(64, 64), InTransfer.UNSECURE, Gate.PARTITION, SECURE, NOTHING, Refusal.ERROR, Barred.REPLACE),
            MAXIMAL.withPaths(new Wiring(1, 1), new Wiring(64, 64)));
        assertEquals(new Hardware(8, 4, 8, new Wiring(2, 3), new Wiring(16, 4), InTransfer.UNSECURE, Gate.PROCESSOR, SECURE, NOTHING, Refusal.ERROR, Barred.REPLACE), MAXIMAL.withGate(Gate.PROCESSOR));
    }
}
