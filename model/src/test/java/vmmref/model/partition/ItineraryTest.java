package vmmref.model.partition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static vmmref.model.partition.At.C0;
import static vmmref.model.partition.At.C1;
import static vmmref.model.partition.At.C2;
import static vmmref.model.partition.At.P0;
import static vmmref.model.partition.At.P1;
import static vmmref.model.partition.At.P2;
import static vmmref.model.partition.At.processor;
import static vmmref.model.partition.Change.Kind.JOIN;
import static vmmref.model.partition.Change.Kind.LEAVE;
import static vmmref.model.partition.Change.Kind.MOVE;
import static vmmref.model.partition.Change.Step.ADD;
import static vmmref.model.partition.Change.Step.CLOSE;
import static vmmref.model.partition.Change.Step.DETERMINE;
import static vmmref.model.partition.Change.Step.REMOVE;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import vmmref.spec.Clause;
import vmmref.spec.Partitions;

/// What the steps of changes do.
class ItineraryTest {
    private static final Event NEXT = new Event.Proceed(C1);
    private static final Event JOINS = new Event.Instruct(processor(C1, 0), P1, C1, JOIN);
    private static final Event MOVES = new Event.Instruct(processor(C1, 0), P1, C1, MOVE);
    private static final Event LEAVES = new Event.Instruct(processor(C1, 0), P0, C1, LEAVE);

    private static At joining(String differences) {
        return At.on(differences).at(C2, Phase.RENDEZVOUS, P2).set(new Place.Route(P1), new CellSet(0b001)).at(C1, Phase.RENDEZVOUS, P1).after(JOINS);
    }

    /// Cell 1 at the rendezvous of partition 1, and in the mask of partition 0.
    private static At routed(String differences) {
        return At.on(differences).at(C2, Phase.JOINED, P0).at(C1, Phase.JOINED, P0).after(new Event.Reset(C1)).at(C1, Phase.RENDEZVOUS, P1).set(new Place.Route(P1), new CellSet(0b001));
    }

    private static At moving(String differences) {
        return routed(differences).after(MOVES);
    }

    private static int mask(At at, Partition partition) {
        return at.get(new Place.Route(partition)).mask();
    }

    private static void step(Clause because, At next, At before) {
        assertEquals(because, before.does(NEXT));
        assertEquals(next, before.after(NEXT));
    }

    private static At then(At at, Change.Kind kind, Partition partition, int next) {
        return at.set(new Place.ChangeOf(C1), Option.some(new Change(kind, partition, next)));
    }

    @Test
    void aJoinDeterminesAddsAndCloses() {
        At joining = joining("cells 3");
        At determined = then(joining, JOIN, P1, 1);
        At added = then(joining, JOIN, P1, 2).set(new Place.Route(P1), new CellSet(0b011));
        step(Partitions.CHANGE_DETERMINED, determined, joining);
        step(Partitions.ROUTE_ADDED, added, determined);
        assertEquals(Partitions.CHANGE_CLOSED, added.does(NEXT));
        At closed = added.after(NEXT);
        assertEquals(Phase.JOINED, closed.complex().at(C1).phase());
        assertEquals(Option.none(), closed.complex().at(C1).change());
        assertEquals(new Executing(0b0101), closed.complex().at(C1).executing());
        assertEquals(0b110000, closed.complex().register().secure());
        assertEquals(0b110000, closed.rules().seen(closed.complex(), P2).secure());
        assertEquals(0b011, mask(closed, P1));
    }

    @Test
    void aMoveDeterminesRemovesAddsAndCloses() {
        At moving = moving("cells 3");
        At determined = then(moving, MOVE, P1, 1);
        At removed = then(moving, MOVE, P1, 2).set(new Place.Route(P0), new CellSet(0b100));
        At added = then(removed, MOVE, P1, 3).set(new Place.Route(P1), new CellSet(0b011));
        step(Partitions.CHANGE_DETERMINED, determined, moving);
        step(Partitions.ROUTE_REMOVED, removed, determined);
        step(Partitions.ROUTE_ADDED, added, removed);
        assertEquals(Partitions.CHANGE_CLOSED, added.does(NEXT));
        At closed = added.after(NEXT);
        assertEquals(Phase.JOINED, closed.complex().at(C1).phase());
        assertEquals(0, closed.complex().register().secure());
        assertEquals(0b100, mask(closed, P0));
        assertEquals(0b011, mask(closed, P1));
        assertEquals(Partitions.CHANGE_ABSENT, closed.refuses(NEXT));
    }

    @Test
    void aLeaveDeterminesRemovesAndCloses() {
        At leaving = routed("cells 3").after(LEAVES);
        At determined = then(leaving, LEAVE, P0, 1);
        At removed = then(leaving, LEAVE, P0, 2).set(new Place.Route(P0), new CellSet(0b100));
        step(Partitions.CHANGE_DETERMINED, determined, leaving);
        step(Partitions.ROUTE_REMOVED, removed, determined);
        At closed = removed.after(NEXT);
        assertEquals(Partitions.CHANGE_CLOSED, removed.does(NEXT));
        assertEquals(Phase.RENDEZVOUS, closed.complex().at(C1).phase());
        assertEquals(Option.none(), closed.complex().at(C1).change());
        assertEquals(0, closed.complex().register().secure());
    }

    @Test
    void aBlockedCellThatLeavesKeepsItsPhase() {
        At blocked = At.quick().at(C1, Phase.JOINED, P0).after(new Event.Reset(C1), new Event.Start(C1), LEAVES, NEXT, NEXT, NEXT);
        assertEquals(Phase.BLOCKED, blocked.complex().at(C1).phase());
        assertEquals(0, mask(blocked, P0));
    }

    @Test
    void proceedingNeedsAChange() {
        assertEquals(Partitions.CHANGE_ABSENT, At.quick().refuses(NEXT));
        assertEquals(Partitions.CHANGE_ABSENT, joining("cells 3").refuses(new Event.Proceed(C2)));
    }

    @Test
    void anUnsecureCellDropsItsChange() {
        assertEquals(Partitions.CHANGE_UNSECURE, joining("cells 3").after(new Event.Leave(processor(C1, 1))).drops(C1));
        assertEquals(Partitions.CHANGE_UNSECURE, moving("cells 3").after(new Event.Leave(processor(C1, 0))).drops(C1));
        assertEquals(Partitions.CHANGE_UNSECURE, routed("cells 3").after(LEAVES, new Event.Leave(processor(C1, 0))).drops(C1));
        assertEquals(Partitions.CHANGE_UNSECURE, joining("cells 3").set(new Place.Register(), new Statuses(0b110111)).drops(C1));
        assertEquals(Partitions.CHANGE_DETERMINED, joining("cells 3").set(new Place.Register(), new Statuses(0b001100)).does(NEXT));
    }

    @Test
    void determiningAsksTheRegisterAndNoController() {
        At slow = joining("status-lines 6").set(new Place.StatusPath(P1), Path.QUIET);
        assertEquals(Partitions.CHANGE_DETERMINED, slow.does(NEXT));
        assertEquals(Partitions.ROUTE_CLOSED, slow.after(NEXT).drops(C1));
    }

    @Test
    void aFallInTheMiddleDropsTheChange() {
        Event falls = new Event.Leave(processor(C1, 1));
        assertEquals(Partitions.ROUTE_CLOSED, joining("cells 3").after(NEXT, falls).drops(C1));
        assertEquals(Partitions.ROUTE_CLOSED, moving("cells 3").after(NEXT, falls).drops(C1));
        At removed = moving("cells 3").after(NEXT, NEXT, falls);
        assertEquals(Partitions.ROUTE_CLOSED, removed.drops(C1));
        assertEquals(0b100, mask(removed.after(NEXT), P0));
        assertEquals(0b001, mask(removed.after(NEXT), P1));
        assertEquals(Partitions.CHANGE_CLOSED, moving("cells 3").after(NEXT, NEXT, NEXT, falls).does(NEXT));
    }

    @Test
    void eachMaskIsGuardedByItsOwnController() {
        Event zero = new Event.Stick(new Event.Wire.Status(P0), 4, false);
        Event one = new Event.Stick(new Event.Wire.Status(P1), 4, false);
        assertEquals(Partitions.ROUTE_REMOVED, moving("cells 3").after(one, NEXT).does(NEXT));
        assertEquals(Partitions.ROUTE_CLOSED, moving("cells 3").after(one, NEXT, NEXT).drops(C1));
        assertEquals(Partitions.ROUTE_CLOSED, moving("cells 3").after(zero, NEXT).drops(C1));
        assertEquals(Partitions.ROUTE_ADDED, moving("cells 3").after(NEXT, NEXT, zero).does(NEXT));
    }

    @Test
    void theOpeningOfRouteDecides() {
        String closed = "open-secure status:r route:r link:rw firewall:rw sharing:rw interrupt:rw general:rw; gate processor";
        Event falls = new Event.Leave(processor(C1, 1));
        assertEquals(Partitions.ROUTE_CLOSED, joining(closed).after(NEXT).drops(C1));
        assertEquals(Partitions.ROUTE_CLOSED, joining("gate processor").after(NEXT, falls).drops(C1));
        assertEquals(Partitions.ROUTE_ADDED, joining("gate processor").after(new Event.Leave(processor(C2, 1)), NEXT).does(NEXT));
    }

    @Test
    void stepsStandInTheirOrder() {
        Itinerary steps = Itinerary.architected();
        assertEquals(new Itinerary(Vector.of(DETERMINE, ADD, CLOSE), Vector.of(DETERMINE, REMOVE, ADD, CLOSE), Vector.of(DETERMINE, REMOVE, CLOSE)), steps);
        assertEquals(new Itinerary(Vector.of(ADD), steps.move(), steps.leave()), steps.withJoin(Vector.of(ADD)));
        assertEquals(new Itinerary(steps.join(), Vector.of(ADD), steps.leave()), steps.withMove(Vector.of(ADD)));
    }

    @Test
    void aCellWithoutRowForTheCloseKeepsItsPhase() {
        At closing = joining("cells 3").after(NEXT, NEXT).set(new Place.PhaseOf(C1), Phase.BLOCKED).after(NEXT);
        assertEquals(Phase.BLOCKED, closing.complex().at(C1).phase());
        assertEquals(0b110000, closing.complex().register().secure());
        assertEquals(Option.none(), closing.complex().at(C0).change());
    }

    @Test
    void onlyACellOfAMaskIsRemoved() {
        At nowhere = then(At.quick().at(C1, Phase.RENDEZVOUS, P1), LEAVE, P1, 1);
        assertEquals("Cell[number=1] is in no route enable mask, and about to Change[kind=LEAVE, partition=Partition[number=1], next=1]",
            assertThrows(IllegalStateException.class, () -> nowhere.react(NEXT)).getMessage());
    }
}
