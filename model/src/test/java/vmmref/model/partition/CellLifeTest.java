package vmmref.model.partition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.model.partition.CellLife.Guard;
import vmmref.model.partition.CellLife.Moment;
import vmmref.spec.Partitions;
import vmmref.spec.Table;

class CellLifeTest {
    private static CellLife life(String... rows) {
        return CellLife.of(Table.parse("cell-life", String.join("\n", rows).replace(' ', '\t')));
    }

    @Test
    void rowsAreReadFromTheTable() {
        assertEquals(new CellLife(Vector.of(
                new CellLife.Row(Phase.RESET, Moment.START, Guard.NONE, Phase.BLOCKED, Partitions.CELL_STARTED),
                new CellLife.Row(Phase.BLOCKED, Moment.POST, Guard.UNCHANGING, Phase.BLOCKED, Partitions.PROFILE_POSTED),
                new CellLife.Row(Phase.BLOCKED, Moment.RELEASE, Guard.ASSIGNED, Phase.RELEASED, Partitions.CELL_ADVANCED))),
            CellLife.of(Table.parse("cell-life", "reset\tstart\t-\tblocked\tCELL_STARTED\nblocked\tpost\tunchanging\tblocked\tPROFILE_POSTED\nblocked\trelease\tassigned\treleased\tCELL_ADVANCED")));
    }

    @Test
    void theChapterHasSeventeen() {
        assertEquals(17, CellLife.architected().rows().size());
        assertEquals(CellLife.of(Table.named("cell-life")), CellLife.architected());
    }

    @Test
    void everyEventHasItsName() {
        assertEquals(Vector.of("start", "post", "release", "rendezvous", "join or move closes", "hand-off", "reset", "reconfiguration"), Vector.of(Moment.values()).map(Moment::text));
    }

    @Test
    void aRowIsFoundByPhaseAndEvent() {
        assertEquals(Option.some(new CellLife.Row(Phase.RENDEZVOUS, Moment.CLOSE, Guard.NONE, Phase.JOINED, Partitions.CHANGE_CLOSED)), CellLife.architected().row(Phase.RENDEZVOUS, Moment.CLOSE));
        assertEquals(Option.some(new CellLife.Row(Phase.RUNNING, Moment.RECONFIGURATION, Guard.NONE, Phase.BLOCKED, Partitions.PARTITION_RECONFIGURED)),
            CellLife.architected().row(Phase.RUNNING, Moment.RECONFIGURATION));
        assertEquals(Option.none(), CellLife.architected().row(Phase.RESET, Moment.RECONFIGURATION));
        assertEquals(Option.none(), CellLife.architected().row(Phase.JOINED, Moment.CLOSE));
    }

    @ParameterizedTest
    @CsvSource({
        "'asleep\tstart\t-\tblocked\tCELL_STARTED', no phase is called asleep",
        "'reset\tstart\t-\tawake\tCELL_STARTED',    no phase is called awake",
        "'reset\tstop\t-\tblocked\tCELL_STARTED',   no event is called stop"})
    void wordsThatTheTableDoesNotKnowAreRejected(String row, String message) {
        Table table = Table.parse("cell-life", row);
        assertEquals(message, assertThrows(NoSuchElementException.class, () -> CellLife.of(table)).getMessage());
    }

    @Test
    void guardsAndClausesAreNamed() {
        assertThrows(IllegalArgumentException.class, () -> life("reset start sometimes blocked CELL_STARTED"));
        assertThrows(IllegalArgumentException.class, () -> life("reset start - blocked CELL_STOPPED"));
        assertThrows(IllegalArgumentException.class, () -> life("reset start - blocked"));
    }

    @Test
    void namesOfPhasesAreText() {
        assertEquals(Vector.of("reset", "blocked", "released", "rendezvous", "joined", "running"), Vector.of(Phase.values()).map(Phase::text));
        assertEquals(Option.some(Phase.RENDEZVOUS), Phase.named("rendezvous"));
        assertEquals(Option.none(), Phase.named("RENDEZVOUS"));
    }
}
