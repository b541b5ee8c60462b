package vmmref.model.partition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.model.partition.At.C0;
import static vmmref.model.partition.At.C1;
import static vmmref.model.partition.At.C2;
import static vmmref.model.partition.At.P0;
import static vmmref.model.partition.At.P1;
import static vmmref.model.partition.At.P2;
import static vmmref.model.partition.At.processor;

import io.vavr.collection.Array;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

class ComplexTest {
    private static final At AT = At.quick().set(new Place.Assigned(C0), Option.some(P0)).set(new Place.Route(P2), new CellSet(0b101));

    @Test
    void afterResetNothingIsExecutedAndRegistersHoldZero() {
        Path quiet = new Path(new Lines(0, 0), new Statuses(0), 0, new Statuses(0));
        CellState cell = new CellState(Phase.RESET, Option.none(), new Executing(0), Option.none(), quiet, false);
        Controller controller = new Controller(quiet, new CellSet(0), new PartitionSet(0), new PartitionSet(0), new PartitionSet(0), new Firewall(0), new Sharing(0), new InterruptList(0), new Word(0),
            new Word(0));
        assertEquals(new Complex(new Statuses(0), Array.of(cell, cell), Array.of(controller, controller, controller)), Complex.reset(At.hardware("cells 2; partitions 3")));
    }

    @Test
    void aCellIsInAPartitionByProfileOrMask() {
        assertTrue(AT.complex().isIn(C0, P0));
        assertFalse(AT.complex().isIn(C0, P1));
        assertTrue(AT.complex().isIn(C0, P2));
        assertFalse(AT.complex().isIn(C1, P2));
        assertTrue(AT.complex().isIn(C2, P2));
    }

    @Test
    void thePartitionOfACellHasItInItsMask() {
        assertEquals(Option.some(P2), AT.complex().routing(C0));
        assertEquals(Option.none(), AT.complex().routing(C1));
        assertEquals(Option.some(P0), AT.set(new Place.Route(P0), new CellSet(0b010)).complex().routing(C1));
    }

    @Test
    void softwareIsThatOfTheProcessor() {
        At left = At.slow().at(C1, Phase.BLOCKED, P1).after(new Event.Leave(processor(C1, 1)));
        assertEquals(Software.TRUSTED, left.complex().software(processor(C1, 0)));
        assertEquals(Software.LEAVING, left.complex().software(processor(C1, 1)));
        assertEquals(Software.NONE, left.complex().software(processor(C1, 2)));
        assertEquals(Software.NONE, left.complex().software(processor(C0, 0)));
    }
}
