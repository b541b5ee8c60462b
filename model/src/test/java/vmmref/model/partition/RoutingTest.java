package vmmref.model.partition;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vmmref.spec.Partitions;

/// Which instructions are accepted.
class RoutingTest {
    private static Event.Instruct instruct(Partition partition, Change.Kind kind) {
        return new Event.Instruct(processor(C1, 1), partition, C1, kind);
    }

    /// Cell 1 at the rendezvous of partition 1, and in the mask of another.
    private static At routed(Partition partition) {
        return At.quick().at(C1, Phase.JOINED, partition).after(new Event.Reset(C1)).at(C1, Phase.RENDEZVOUS, P1);
    }

    private static Option<Change> change(At at) {
        return at.complex().at(C1).change();
    }

    @Test
    void anInstructionIsAcceptedAndTheFirstStepIsNext() {
        At join = At.quick().at(C1, Phase.RENDEZVOUS, P1);
        assertEquals(Partitions.CHANGE_INSTRUCTED, join.does(instruct(P1, JOIN)));
        assertEquals(join.set(new Place.ChangeOf(C1), Option.some(new Change(JOIN, P1, 0))), join.after(instruct(P1, JOIN)));
        assertEquals(Partitions.CHANGE_INSTRUCTED, routed(P0).does(instruct(P1, MOVE)));
        assertEquals(Option.some(new Change(MOVE, P1, 0)), change(routed(P0).after(instruct(P1, MOVE))));
        assertEquals(Partitions.CHANGE_INSTRUCTED, routed(P0).does(instruct(P0, LEAVE)));
        assertEquals(Option.some(new Change(LEAVE, P0, 0)), change(routed(P0).after(instruct(P0, LEAVE))));
    }

    @Test
    void anyProcessorOfThePartitionInstructs() {
        At other = At.quick().at(C0, Phase.RUNNING, P1).at(C1, Phase.RENDEZVOUS, P1);
        assertEquals(Partitions.CHANGE_INSTRUCTED, other.does(new Event.Instruct(processor(C0, 0), P1, C1, JOIN)));
        assertEquals(Option.none(), other.after(new Event.Instruct(processor(C0, 0), P1, C1, JOIN)).complex().at(C0).change());
    }

    @ParameterizedTest
    @EnumSource(Change.Kind.class)
    void othersDoNot(Change.Kind kind) {
        At at = routed(P2).at(C0, Phase.RUNNING, P0);
        assertEquals(Partitions.ACCESS_IDLE, at.refuses(new Event.Instruct(processor(C2, 0), P1, C1, kind)));
        assertEquals(Partitions.ACCESS_IDLE, at.refuses(new Event.Instruct(processor(C2, 0), P1, C2, kind)));
        assertEquals(Partitions.ACCESS_FOREIGN, at.refuses(new Event.Instruct(processor(C0, 0), P1, C1, kind)));
        assertEquals(Partitions.ACCESS_FOREIGN, at.after(instruct(P1, MOVE)).refuses(new Event.Instruct(processor(C0, 0), P1, C1, kind)));
    }

    @ParameterizedTest
    @EnumSource(Change.Kind.class)
    void aCellMakesOneChangeAtATime(Change.Kind kind) {
        At about = routed(P0).after(instruct(P1, MOVE));
        assertEquals(Partitions.CHANGE_BUSY, about.refuses(instruct(P1, kind)));
        assertEquals(Partitions.CHANGE_BUSY, about.refuses(instruct(P0, kind)));
        assertEquals(Partitions.CHANGE_BUSY, about.after(new Event.Proceed(C1)).refuses(instruct(P1, kind)));
    }

    @ParameterizedTest
    @EnumSource(value = Phase.class, names = {"BLOCKED", "RELEASED", "JOINED", "RUNNING"})
    void aCellThatIsNotAtTheRendezvousNeitherJoinsNorMoves(Phase phase) {
        At at = At.quick().at(C1, phase, P1).set(new Place.Assigned(C1), Option.some(P1));
        assertEquals(Partitions.CHANGE_UNPOSTED, at.refuses(instruct(P1, JOIN)));
        assertEquals(Partitions.CHANGE_UNPOSTED, at.refuses(instruct(P1, MOVE)));
    }

    @Test
    void aCellInResetNeitherJoinsNorMovesNorLeaves() {
        At reset = At.quick().at(C0, Phase.RUNNING, P1).at(C1, Phase.JOINED, P1).after(new Event.Reset(C1));
        assertEquals(new CellSet(0b011), reset.get(new Place.Route(P1)));
        assertEquals(Partitions.CHANGE_UNPOSTED, reset.refuses(new Event.Instruct(processor(C0, 0), P1, C1, JOIN)));
        assertEquals(Partitions.CHANGE_UNPOSTED, reset.refuses(new Event.Instruct(processor(C0, 0), P1, C1, MOVE)));
        assertEquals(Partitions.CHANGE_MISPLACED, reset.refuses(new Event.Instruct(processor(C0, 0), P1, C1, LEAVE)));
        assertEquals(Partitions.CHANGE_INSTRUCTED, reset.after(new Event.Start(C1)).does(new Event.Instruct(processor(C0, 0), P1, C1, LEAVE)));
    }

    @Test
    void onlyTheProfileSaysWhereTo() {
        At at = routed(P0);
        assertEquals(Partitions.CHANGE_UNPOSTED, at.refuses(instruct(P0, JOIN)));
        assertEquals(Partitions.CHANGE_UNPOSTED, at.refuses(instruct(P0, MOVE)));
        At none = at.at(C0, Phase.RUNNING, P2);
        assertEquals(Partitions.CHANGE_UNPOSTED, none.refuses(new Event.Instruct(processor(C0, 0), P2, C1, JOIN)));
        assertEquals(Partitions.CHANGE_UNPOSTED, at.set(new Place.Assigned(C1), Option.none()).refuses(instruct(P0, MOVE)));
    }

    @Test
    void aCellOfAnotherMaskDoesNotJoinButMoves() {
        assertEquals(Partitions.CHANGE_MISPLACED, routed(P0).refuses(instruct(P1, JOIN)));
        assertEquals(Partitions.CHANGE_MISPLACED, routed(P2).refuses(instruct(P1, JOIN)));
        assertEquals(Partitions.CHANGE_INSTRUCTED, routed(P2).does(instruct(P1, MOVE)));
    }

    @Test
    void aCellOfNoMaskJoinsButDoesNotMove() {
        At at = At.quick().at(C1, Phase.RENDEZVOUS, P1);
        assertEquals(Partitions.CHANGE_INSTRUCTED, at.does(instruct(P1, JOIN)));
        assertEquals(Partitions.CHANGE_MISPLACED, at.refuses(instruct(P1, MOVE)));
        assertEquals(Partitions.CHANGE_MISPLACED, at.refuses(instruct(P1, LEAVE)));
    }

    @Test
    void aCellOfTheMaskJoinsAgainAndLeavesButDoesNotMove() {
        At at = routed(P1);
        assertEquals(Partitions.CHANGE_INSTRUCTED, at.does(instruct(P1, JOIN)));
        assertEquals(Partitions.CHANGE_MISPLACED, at.refuses(instruct(P1, MOVE)));
        assertEquals(Partitions.CHANGE_INSTRUCTED, at.does(instruct(P1, LEAVE)));
    }

    @Test
    void aCellLeavesOnlyTheMaskThatHasIt() {
        assertEquals(Partitions.CHANGE_MISPLACED, routed(P0).refuses(instruct(P1, LEAVE)));
        assertEquals(Partitions.CHANGE_INSTRUCTED, routed(P0).does(instruct(P0, LEAVE)));
    }

    @ParameterizedTest
    @EnumSource(value = Phase.class, names = {"BLOCKED", "RELEASED", "RENDEZVOUS", "JOINED", "RUNNING"})
    void aCellLeavesInAnyPhaseButReset(Phase phase) {
        assertEquals(Partitions.CHANGE_INSTRUCTED, routed(P1).set(new Place.PhaseOf(C1), phase).does(instruct(P1, LEAVE)));
    }
}
