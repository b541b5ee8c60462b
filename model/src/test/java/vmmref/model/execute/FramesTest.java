package vmmref.model.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.model.bundle.Unit.B;
import static vmmref.model.bundle.Unit.M;
import static vmmref.spec.RegisterFiles.ALLOCATION_ILLEGAL;
import static vmmref.spec.RegisterFiles.ALLOCATION_ROTATED;
import static vmmref.spec.RegisterFiles.FRAME_ALLOCATED;
import static vmmref.spec.RegisterFiles.FRAME_COVERED;
import static vmmref.spec.RegisterFiles.INSTRUCTION_VIRTUALIZED;
import static vmmref.spec.RegisterFiles.ROTATION_CLEARED;
import static vmmref.spec.RegisterFiles.TARGET_ILLEGAL;
import static vmmref.spec.Stacks.FRAME_INCOMPLETE;
import static vmmref.spec.Stacks.REGISTER_STORED;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Place;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Cfm;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.RegisterStack;

class FramesTest {
    private static final Moving START = Moving.start().application(64, 0x1234);
    private static final long VM = 1L << 46;

    private static String alloc(int target, int sof, int sol, int sor) {
        return "alloc r" + target + "=ar.pfs," + sof + "," + sol + "," + sor;
    }

    private static Moving dirty(int registers) {
        return START.with(Place.Stack.STACK, new RegisterStack(90, registers, new VirtualAddress(0x1000), 0));
    }

    @ParameterizedTest
    @CsvSource({"8, 0, 0, 0", "8, 96, 96, 96", "127, 96, 0, 0", "32, 1, 1, 0", "40, 20, 10, 8"})
    void allocated(int target, int sof, int sol, int sor) {
        assertEquals(new Executed.Done(Effects.of(Place.Frame.CFM, Cfm.of(sof, sol, sor / 8), FRAME_ALLOCATED).then(new Place.General(target), GeneralValue.of(0x1234), FRAME_ALLOCATED), FRAME_ALLOCATED),
            START.executed(M, alloc(target, sof, sol, sor)));
    }

    @ParameterizedTest
    @CsvSource({"8, 97, 0, 0", "8, 127, 0, 0", "8, 10, 11, 0", "8, 7, 0, 8", "0, 97, 0, 0", "8, 95, 0, 96"})
    void illegal(int target, int sof, int sol, int sor) {
        START.raises(M, alloc(target, sof, sol, sor), Interruption.ILLEGAL_OPERATION, ALLOCATION_ILLEGAL);
    }

    @Test
    void targetsAreOfTheNewFrame() {
        START.raises(M, alloc(0, 10, 0, 8), Interruption.ILLEGAL_OPERATION, TARGET_ILLEGAL);
        START.raises(M, alloc(41, 9, 0, 0), Interruption.ILLEGAL_OPERATION, TARGET_ILLEGAL);
        assertEquals(GeneralValue.of(0x1234), START.done(M, alloc(42, 11, 0, 8), FRAME_ALLOCATED).machine().general(42));
        START.cfm(Cfm.of(10, 0, 1).rotated(1, 0, 0)).raises(M, alloc(41, 9, 0, 0), Interruption.ILLEGAL_OPERATION, TARGET_ILLEGAL);
    }

    @Test
    void rotation() {
        for (Cfm rotated : new Cfm[] {Cfm.of(10, 0, 1).rotated(1, 0, 0), Cfm.of(10, 0, 1).rotated(0, 1, 0), Cfm.of(10, 0, 1).rotated(0, 0, 1)}) {
            Moving start = START.cfm(rotated).with(Place.Stack.STACK, new RegisterStack(0, 90, new VirtualAddress(0), 0));
            start.raises(M, alloc(8, 20, 0, 0), Interruption.RESERVED_REGISTER_FIELD, ALLOCATION_ROTATED).raises(M, alloc(8, 20, 0, 16), Interruption.RESERVED_REGISTER_FIELD, ALLOCATION_ROTATED);
            assertEquals(Cfm.of(9, 5, 1).rotated(rotated.rrbGr(), rotated.rrbFr(), rotated.rrbPr()), START.cfm(rotated).done(M, alloc(8, 9, 5, 8), FRAME_ALLOCATED).machine().cfm());
        }
    }

    @Test
    void spilling() {
        assertEquals(REGISTER_STORED, dirty(86).executed(M, alloc(8, 11, 0, 0)).because());
        assertEquals(Cfm.of(10, 0, 0), dirty(86).done(M, alloc(8, 10, 0, 0), FRAME_ALLOCATED).machine().cfm());
        assertEquals(REGISTER_STORED, dirty(1).executed(M, alloc(8, 96, 0, 0)).because());
        dirty(-1).unspecified(M, alloc(8, 96, 0, 0), FRAME_INCOMPLETE);
    }

    @Test
    void covered() {
        Cfm frame = Cfm.of(10, 9, 1).rotated(2, 3, 4);
        RegisterStack behind = new RegisterStack(4, 15, new VirtualAddress(0x1000), 0);
        Moving start = dirty(5).cfm(frame);
        assertEquals(new Executed.Done(Effects.of(Place.Stack.STACK, behind, FRAME_COVERED).then(new Place.Control(23), Long.MIN_VALUE | frame.bits(), FRAME_COVERED)
            .then(Place.Frame.CFM, Cfm.EMPTY, FRAME_COVERED), FRAME_COVERED), start.executed(B, "cover"));
        assertEquals(new Executed.Done(Effects.of(Place.Stack.STACK, behind, FRAME_COVERED).then(Place.Frame.CFM, Cfm.EMPTY, FRAME_COVERED), FRAME_COVERED), start.psr(1L << 13).executed(B, "cover"));
        start.psr(VM).raises(B, "cover", Interruption.VIRTUALIZATION, INSTRUCTION_VIRTUALIZED);
        start.psr(VM).level(1).done(B, "cover", FRAME_COVERED);
        start.psr(VM).on("merced").done(B, "cover", FRAME_COVERED);
    }

    @Test
    void cleared() {
        Moving start = START.cfm(Cfm.of(10, 9, 1).rotated(2, 3, 4));
        start.writes(B, "clrrrb", Place.Frame.CFM, Cfm.of(10, 9, 1), ROTATION_CLEARED);
        start.writes(B, "clrrrb.pr", Place.Frame.CFM, Cfm.of(10, 9, 1).rotated(2, 3, 0), ROTATION_CLEARED);
    }
}
