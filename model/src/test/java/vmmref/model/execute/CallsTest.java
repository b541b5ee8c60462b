package vmmref.model.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.model.bundle.Unit.B;
import static vmmref.model.bundle.Unit.X;
import static vmmref.spec.Executions.BRANCH_INDIRECT;
import static vmmref.spec.Executions.BRANCH_TAKEN;
import static vmmref.spec.Executions.CALL_FRAME;
import static vmmref.spec.Executions.CALL_LINKED;
import static vmmref.spec.Executions.RETURN_FRAME;
import static vmmref.spec.Executions.RETURN_LEVEL;
import static vmmref.spec.Stacks.CALLER_UNSOUND;
import static vmmref.spec.Stacks.FRAME_EMPTIED;
import static vmmref.spec.Stacks.FRAME_INCOMPLETE;
import static vmmref.spec.Stacks.FRAME_REFILLED;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.model.bundle.Unit;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Cfm;
import vmmref.model.register.Psr;
import vmmref.model.register.RegisterStack;
import vmmref.spec.Clause;

class CallsTest {
    private static final Moving START = Moving.start().with(new Place.Branch(6), 0x7008L).application(66, 0x2a).level(2)
        .with(Place.Stack.STACK, stack(90, 4)).cfm(Cfm.of(10, 9, 1).rotated(2, 3, 4));

    private static RegisterStack stack(int base, int dirty) {
        return new RegisterStack(base, dirty, new VirtualAddress(0x1000), 0x77);
    }

    private static void calls(Unit unit, String text, long address, Clause because) {
        // sof 10, sol 9, sor 1, rename bases 2, 3 and 4; epilog count 2a, level 2.
        long state = 10 | 9 << 7 | 1 << 14 | 2 << 18 | 3 << 25 | 4L << 32 | 0x2aL << 52 | 2L << 62;
        assertEquals(new Executed.Done(Effects.of(new Place.Branch(1), 0x4010L, CALL_LINKED).then(new Place.Application(64), state, CALL_LINKED)
            .then(Place.Stack.STACK, stack(3, 13), CALL_FRAME).then(Place.Frame.CFM, Cfm.of(1, 0, 0), CALL_FRAME)
            .then(Place.Next.NEXT, Position.at(address), because), because), START.executed(unit, text));
    }

    @Test
    void calls() {
        calls(B, "br.call.sptk.few b1=.+0x120", 0x4120, BRANCH_TAKEN);
        calls(X, "brl.call.sptk.few b1=.-0x120", 0x3ee0, BRANCH_TAKEN);
        calls(B, "br.call.sptk.few b1=b6", 0x7000, BRANCH_INDIRECT);
    }

    /// The state that a call from a level has left.
    private static Moving called(long level) {
        return START.application(64, 20 | 7 << 7 | 1 << 14 | 2 << 18 | 0x15L << 52 | level << 62).with(Place.Stack.STACK, stack(3, 13));
    }

    private static Effects returned() {
        return Effects.of(Place.Stack.STACK, stack(92, 6), RETURN_FRAME).then(Place.Frame.CFM, Cfm.of(20, 7, 1).rotated(2, 0, 0), RETURN_FRAME).then(new Place.Application(66), 0x15L, RETURN_FRAME);
    }

    private static Effects to(Effects effects) {
        return effects.then(Place.Next.NEXT, Position.at(0x7000), BRANCH_INDIRECT);
    }

    @Test
    void returns() {
        assertEquals(new Executed.Done(to(returned()), RETURN_FRAME), called(2).executed(B, "br.ret.sptk.few b6"));
        assertEquals(new Executed.Done(to(returned()), RETURN_FRAME), called(0).executed(B, "br.ret.sptk.few b6"));
        assertEquals(new Executed.Done(to(returned().then(Place.Status.PSR, new Psr(3L << 32), RETURN_LEVEL)), RETURN_FRAME), called(3).executed(B, "br.ret.sptk.few b6"));
        assertEquals(new Executed.Done(to(returned()), RETURN_FRAME), called(2).psr(1L << 25 | 2L << 32).executed(B, "br.ret.sptk.few b6"));
    }

    /// A return to a frame of `sof` registers, `sol` of which are local: whether there is room for it, how many registers below are dirty afterwards, and whether some of the frame are loaded.
    @ParameterizedTest
    @CsvSource({"13, 20, 13, true, 0, false", "13, 20, 14, true, -1, true", "96, 16, 16, true, 80, false", "96, 17, 16, false, 80, false", "0, 96, 0, true, 0, false", "1, 96, 0, false, 1, false", "1, 96, 1, true, 0, false", "2, 96, 1, false, 1, false",
        "0, 96, 96, true, -96, true", "95, 3, 2, true, 93, false"})
    void framesOfCallers(int dirty, int sof, int sol, boolean fits, int left, boolean loading) {
        Machine before = START.application(64, sof | sol << 7 | 2L << 62).with(Place.Stack.STACK, stack(3, dirty)).machine();
        Executed.Done done = (Executed.Done) new Moving(before, "montecito").executed(B, "br.ret.sptk.few b6");
        Machine after = before.with(done.effects());
        assertEquals(fits ? Cfm.of(sof, sol, 0) : Cfm.EMPTY, after.cfm());
        assertEquals(new RegisterStack(96, (3 + 96 - sol) % 96, left, new VirtualAddress(0x1000), 0x77, loading), after.stack());
        assertEquals(loading ? FRAME_REFILLED : RETURN_FRAME, done.effects().writes().head().because());
        assertEquals(fits ? RETURN_FRAME : FRAME_EMPTIED, done.effects().writes().get(1).because());
    }

    @Test
    void callersThatAreNoneAndFramesThatAreIncomplete() {
        START.application(64, 97).unspecified(B, "br.ret.sptk.few b6", CALLER_UNSOUND);
        Moving incomplete = called(2).with(Place.Stack.STACK, stack(3, -1));
        incomplete.unspecified(B, "br.ret.sptk.few b6", FRAME_INCOMPLETE).unspecified(B, "br.call.sptk.few b1=.+0x120", FRAME_INCOMPLETE).unspecified(B, "br.call.sptk.few b1=b6", FRAME_INCOMPLETE)
            .unspecified(X, "brl.call.sptk.few b1=.-0x120", FRAME_INCOMPLETE);
    }
}
