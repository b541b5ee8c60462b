package vmmref.model.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.model.bundle.Unit.B;
import static vmmref.spec.Interruptions.FRAME_RESTORED;
import static vmmref.spec.Interruptions.POSITION_RESTORED;
import static vmmref.spec.Interruptions.RETURN_RESERVED;
import static vmmref.spec.Interruptions.STATUS_RESTORED;
import static vmmref.spec.RegisterFiles.INSTRUCTION_VIRTUALIZED;
import static vmmref.spec.RegisterFiles.LEVEL_INSUFFICIENT;
import static vmmref.spec.Stacks.FRAME_INCOMPLETE;
import static vmmref.spec.Stacks.FRAME_REFILLED;
import static vmmref.spec.Stacks.FRAME_RESUMED;

import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Cfm;
import vmmref.model.register.Psr;
import vmmref.model.register.RegisterNumber;
import vmmref.model.register.RegisterStack;

class ReturnsTest {
    private static final long VALID = 1L << 63;
    private static final Moving START = Moving.start().psr(0).control(RegisterNumber.IPSR, 0x1008022000L | 2L << 41).control(RegisterNumber.IIP, 0x123456789abcdef7L);
    private static final Effects RETURNED = Effects.of(Place.Status.PSR, new Psr(0x1008022000L), STATUS_RESTORED)
        .then(Place.Next.NEXT, new Position(new VirtualAddress(0x123456789abcdef0L), 2, Option.none()), POSITION_RESTORED);

    private static Moving stacked(int base, int dirty) {
        return START.with(Place.Stack.STACK, new RegisterStack(base, dirty, new VirtualAddress(0xc000), 5));
    }

    @Test
    void statusAndPosition() {
        assertEquals(new Executed.Done(RETURNED, STATUS_RESTORED), START.executed(B, "rfi"));
        assertEquals(new Executed.Done(RETURNED, STATUS_RESTORED), START.control(RegisterNumber.IFS, ~VALID).executed(B, "rfi"));
        Effects settled = RETURNED.thenBeforeLast(Place.InFlight.IN_FLIGHT, false, STATUS_RESTORED);
        assertEquals(new Executed.Done(settled, STATUS_RESTORED), START.with(Place.InFlight.IN_FLIGHT, true).executed(B, "rfi"));
    }

    @Test
    void checks() {
        START.level(1).raises(B, "rfi", Interruption.PRIVILEGED_OPERATION, LEVEL_INSUFFICIENT);
        START.psr(1L << 46).raises(B, "rfi", Interruption.VIRTUALIZATION, INSTRUCTION_VIRTUALIZED);
        START.psr(1L << 46 | 1L << 32).control(RegisterNumber.IPSR, 3L << 41).raises(B, "rfi", Interruption.PRIVILEGED_OPERATION, LEVEL_INSUFFICIENT);
    }

    @ParameterizedTest
    @ValueSource(longs = {3L << 41, 1L << 34, 3L << 41 | 1L << 34, 1L << 41 | 1L << 34, 3L << 41 | 1L << 13})
    void statusThatIsReserved(long ipsr) {
        START.control(RegisterNumber.IPSR, ipsr).unspecified(B, "rfi", RETURN_RESERVED);
    }

    @Test
    void frames() {
        Cfm frame = Cfm.of(12, 4, 1).rotated(3, 5, 7);
        Effects restored = Effects.of(Place.Stack.STACK, new RegisterStack(94, 3, new VirtualAddress(0xc000), 5), FRAME_RESTORED).then(Place.Frame.CFM, frame, FRAME_RESTORED).then(RETURNED);
        assertEquals(new Executed.Done(restored, STATUS_RESTORED), stacked(10, 15).control(RegisterNumber.IFS, VALID | frame.bits()).executed(B, "rfi"));
        assertEquals(new Executed.Done(restored, STATUS_RESTORED), stacked(10, 15).control(RegisterNumber.IFS, VALID | 1L << 40 | frame.bits()).executed(B, "rfi"));
        RegisterStack lacking = new RegisterStack(96, 94, -1, new VirtualAddress(0xc000), 5, true);
        assertEquals(new Executed.Done(Effects.of(Place.Stack.STACK, lacking, FRAME_REFILLED).then(Place.Frame.CFM, frame, FRAME_RESTORED).then(RETURNED), STATUS_RESTORED), stacked(10, 11).control(RegisterNumber.IFS, VALID | frame.bits()).executed(B, "rfi"));
        assertEquals(new Executed.Done(Effects.of(Place.Stack.STACK, lacking, FRAME_RESUMED).then(RETURNED), STATUS_RESTORED), stacked(94, -1).executed(B, "rfi"));
        stacked(94, -1).control(RegisterNumber.IFS, VALID | frame.bits()).unspecified(B, "rfi", FRAME_INCOMPLETE);
        stacked(10, 15).control(RegisterNumber.IFS, VALID | 97).unspecified(B, "rfi", RETURN_RESERVED);
        stacked(10, 15).control(RegisterNumber.IFS, VALID | 12 | 13 << 7).unspecified(B, "rfi", RETURN_RESERVED);
    }
}
