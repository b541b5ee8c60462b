package vmmref.model.partition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.model.partition.At.C0;
import static vmmref.model.partition.At.C1;
import static vmmref.model.partition.At.C2;
import static vmmref.model.partition.At.P0;
import static vmmref.model.partition.At.P1;
import static vmmref.model.partition.At.P2;
import static vmmref.model.partition.At.processor;
import static vmmref.model.partition.Software.LEAVING;
import static vmmref.model.partition.Software.NONE;
import static vmmref.model.partition.Software.OTHER;
import static vmmref.model.partition.Software.TRUSTED;

import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vmmref.spec.Partitions;

class StateMachineTest {
    private static final Event LEAVE = new Event.Leave(processor(C1, 0));
    private static final Place<Path> REPORT = new Place.ReportPath(C1);

    private static int register(At at) {
        return at.complex().register().secure();
    }

    private static int seen(At at, Partition partition) {
        return at.rules().seen(at.complex(), partition).secure();
    }

    private static Software software(At at) {
        return at.complex().software(processor(C1, 0));
    }

    @ParameterizedTest
    @EnumSource(Software.class)
    void onlyWhoExecutesTrustedSoftwareLeavesIt(Software software) {
        At at = At.slow().at(C1, Phase.BLOCKED, P1).set(new Place.ExecutingOn(C1), Executing.all(TRUSTED).with(0, software));
        if (software == TRUSTED) assertEquals(Partitions.STATUS_LEFT, at.does(LEAVE));
        if (software == NONE || software == OTHER) assertEquals(Partitions.STATUS_LOST, at.refuses(LEAVE));
    }

    @Test
    void aProcessorThatLeavesIsReportedUnsecure() {
        At left = At.slow().at(C1, Phase.BLOCKED, P1).after(LEAVE);
        assertEquals(new Executing(0b01_10), left.complex().at(C1).executing());
        assertEquals(new Path(Lines.SOUND, new Statuses(0b10), 3, new Statuses(0b11)), left.get(REPORT));
        assertEquals(0b1100, register(left));
        assertEquals(0b1000, register(left.ticks(3)));
    }

    @Test
    void aSecondProcessorThatLeavesRestartsTheReport() {
        At left = At.slow().at(C1, Phase.BLOCKED, P1).after(LEAVE).ticks(2).after(new Event.Leave(processor(C1, 1)));
        assertEquals(new Path(Lines.SOUND, Statuses.NONE_SECURE, 3, new Statuses(0b11)), left.get(REPORT));
        assertEquals(0b1100, register(left.ticks(2)));
        assertEquals(0, register(left.ticks(3)));
    }

    @Test
    void theClockAdvancesStatusesBeforeReports() {
        At started = At.slow().after(new Event.Start(C1));
        assertEquals(0, register(started.ticks(2)));
        At reported = started.ticks(3);
        assertEquals(0b1100, register(reported));
        assertEquals(Vector.fill(3, new Path(Lines.SOUND, new Statuses(0b1100), 2, Statuses.NONE_SECURE)), reported.complex().controllers().map(Controller::status));
        assertEquals(0, seen(reported.ticks(1), P2));
        assertEquals(0b1100, seen(reported.ticks(2), P2));
        assertEquals(Partitions.TRANSFER_DONE, started.does(new Event.Tick()));
        assertEquals(reported.ticks(2), reported.ticks(3));
    }

    @Test
    void anotherChangeRestartsTheFramesToControllers() {
        At twice = At.slow().after(new Event.Start(C1)).ticks(1).after(new Event.Start(C2)).ticks(2);
        assertEquals(0b1100, register(twice));
        At later = twice.ticks(1);
        assertEquals(0b111100, register(later));
        assertEquals(new Path(Lines.SOUND, new Statuses(0b111100), 2, Statuses.NONE_SECURE), later.get(new Place.StatusPath(P0)));
        assertEquals(0, seen(later.ticks(1), P0));
        assertEquals(0b111100, seen(later.ticks(2), P0));
    }

    @Test
    void aReportThatChangesNothingSendsNothing() {
        At lowered = At.slow().at(C1, Phase.BLOCKED, P1).set(new Place.Register(), Statuses.NONE_SECURE).after(LEAVE).ticks(3);
        assertEquals(0, register(lowered));
        assertEquals(new Path(Lines.SOUND, new Statuses(0b1100), 0, new Statuses(0b1100)), lowered.get(new Place.StatusPath(P1)));
    }

    @Test
    void duringATransferTheControllerSeesWhatArrivedOrNothingSecure() {
        At previous = At.slow().at(C0, Phase.BLOCKED, P0).at(C1, Phase.BLOCKED, P1).after(LEAVE).ticks(3);
        At unsecure = At.on(At.SLOW + "; in-transfer unsecure").at(C0, Phase.BLOCKED, P0).at(C1, Phase.BLOCKED, P1).after(LEAVE);
        assertEquals(0b1111, seen(previous, P1));
        assertEquals(0b1011, seen(previous.ticks(2), P1));
        assertEquals(0b1111, seen(unsecure, P1));
        assertEquals(0, seen(unsecure.ticks(3), P1));
        assertEquals(0, seen(unsecure.ticks(4), P1));
        assertEquals(0b1011, seen(unsecure.ticks(5), P1));
    }

    @Test
    void onlyTheFirstReportAfterAStartRaises() {
        At started = At.slow().at(C0, Phase.BLOCKED, P0).at(C1, Phase.BLOCKED, P1).set(new Place.Register(), new Statuses(0b0111)).after(LEAVE).ticks(3);
        assertEquals(0b0011, register(started));
        At first = started.set(new Place.Fresh(C1), true).set(REPORT, new Path(Lines.SOUND, new Statuses(0b10), 1, Statuses.NONE_SECURE)).ticks(1);
        assertEquals(0b1011, register(first));
        assertEquals(false, first.get(new Place.Fresh(C1)));
    }

    @Test
    void theFirstReportLowersToo() {
        At first = At.slow().after(new Event.Start(C1)).set(new Place.Register(), new Statuses(0b111111)).set(REPORT, new Path(Lines.SOUND, new Statuses(0b01), 1, Statuses.NONE_SECURE)).ticks(1);
        assertEquals(0b110111, register(first));
    }

    @Test
    void aProcessorThatLeavesBeforeTheFirstReportIsNeverSecure() {
        At left = At.slow().after(new Event.Start(C1)).ticks(2).after(LEAVE);
        assertEquals(0, register(left.ticks(2)));
        assertEquals(0b1000, register(left.ticks(3)));
    }

    @ParameterizedTest
    @CsvSource({"previous, 2, LEAVING", "previous, 3, LEAVING", "previous, 4, LEAVING", "previous, 5, OTHER", "unsecure, 2, LEAVING", "unsecure, 3, OTHER"})
    void otherSoftwareWaitsUntilRegisterAndControllersKnow(String inTransfer, int ticks, Software software) {
        assertEquals(software, software(At.on(At.SLOW + "; in-transfer " + inTransfer).at(C1, Phase.BLOCKED, P1).after(LEAVE).ticks(ticks)));
    }

    @Test
    void theRegisterMustKnowAsWell() {
        At under = At.on(At.SLOW + "; in-transfer unsecure").at(C1, Phase.BLOCKED, P1).after(new Event.Start(C0)).ticks(1).after(LEAVE).ticks(2);
        assertEquals(0, seen(under, P0));
        assertEquals(0b1111, register(under));
        assertEquals(LEAVING, software(under));
    }

    @Test
    void onlyProcessorsThatLeaveComeToExecuteOtherSoftware() {
        At other = At.quick().at(C0, Phase.JOINED, P0).at(C1, Phase.BLOCKED, P1).after(LEAVE);
        assertEquals(new Executing(0b01_11), other.complex().at(C1).executing());
        assertEquals(new Executing(0b01_01), other.complex().at(C0).executing());
        assertEquals(0b1000, register(other));
    }

    @Test
    void theLastProcessorOfTheLastCellWaitsForTheLastPartition() {
        At widest = At.on("cells 8; processors 4; partitions 8; report-lines 8; status-lines 32");
        Processor last = processor(new Cell(7), 3);
        At started = widest.after(new Event.Start(new Cell(7))).ticks(1);
        assertEquals(0xf0000000, register(started));
        At left = started.after(new Event.Leave(last));
        assertEquals(0x70000000, register(left));
        assertEquals(LEAVING, left.complex().software(last));
        assertEquals(OTHER, left.ticks(1).complex().software(last));
        assertEquals(0x70000000, seen(left.ticks(1), new Partition(7)));
    }

    @Test
    void withOneProcessorPlacesAreCells() {
        At one = At.on("processors 1; report-lines 2; status-lines 6").after(new Event.Start(C2));
        assertEquals(0b100, register(one));
        assertEquals(0b100, seen(one, P0));
    }
}
