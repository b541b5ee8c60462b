package vmmref.model.execute;

import static vmmref.spec.Interruptions.FRAME_RESTORED;
import static vmmref.spec.Interruptions.RETURN_RESERVED;
import static vmmref.spec.Interruptions.STATUS_RESTORED;
import static vmmref.spec.Stacks.FRAME_RESUMED;

import io.vavr.control.Option;
import vmmref.model.instruction.Form;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Cfm;
import vmmref.model.register.RegisterNumber;
import vmmref.model.register.Psr;
import vmmref.model.register.RegisterStack;
import vmmref.model.word.Bits;
import vmmref.spec.Interruptions;
import vmmref.spec.Stacks;

/// The return from an interruption.
final class Returns {
    /// PSR.ri, bits 42:41, is a part of the position.
    private static final int RI = 41;
    private static final long SLOT = 3L << RI;
    private static final int IS = 34;
    private static final int VALID = 63;

    private Returns() { }

    static Option<Meaning> of(Form form) {
        return Option.when(form.syntax().plain().equals("rfi"), () -> Returns::returned);
    }

    private static Executed returned(Execution execution) {
        Machine machine = execution.machine();
        long ipsr = machine.control(RegisterNumber.IPSR);
        return Checks.first(
                Checks.privileged(machine),
                Checks.real(execution),
                known(machine.psr(), ipsr),
                frame(machine))
            .getOrElse(() -> new Executed.Done(framed(machine).then(status(machine, ipsr)).then(settled(machine)).then(to(machine, ipsr)), STATUS_RESTORED));
    }

    /// The registers that say how to go on hold still, and the machine can go on as IPSR says.
    @Interruptions.Rule(RETURN_RESERVED)
    static Option<Executed> known(Psr psr, long ipsr) {
        return psr.ic() || psr.i() || (ipsr & SLOT) == SLOT || Bits.bit(ipsr, IS) ? Option.some(new Executed.Unspecified(RETURN_RESERVED)) : Option.none();
    }

    /// The frame that is restored is one, and the one that is left is complete.
    private static Option<Executed> frame(Machine machine) {
        long ifs = machine.control(RegisterNumber.IFS);
        Cfm restored = marker(ifs);
        if (!Bits.bit(ifs, VALID)) return Option.none();
        return restored.isSound() ? Stacking.complete(machine) : Option.some(new Executed.Unspecified(RETURN_RESERVED));
    }

    private static Cfm marker(long ifs) {
        return new Cfm(ifs & Bits.ones(Cfm.WIDTH));
    }

    @Interruptions.Rule(FRAME_RESTORED)
    static Effects framed(Machine machine) {
        long ifs = machine.control(RegisterNumber.IFS);
        return Bits.bit(ifs, VALID)
            ? Calls.restored(machine.stack(), marker(ifs).sof(), FRAME_RESTORED).then(Place.Frame.CFM, marker(ifs), FRAME_RESTORED)
            : machine.stack().isIncomplete() ? resumed(machine.stack()) : Effects.NONE;
    }

    /// {@return the frame that was left when it was loaded, and is loaded on}
    @Stacks.Rule(FRAME_RESUMED)
    static Effects resumed(RegisterStack stack) {
        return Effects.of(Place.Stack.STACK, stack.withLoading(true), FRAME_RESUMED);
    }

    @Interruptions.Rule(STATUS_RESTORED)
    static Effects status(Machine machine, long ipsr) {
        return Effects.of(Place.Status.PSR, new Psr(ipsr & ~SLOT), STATUS_RESTORED);
    }

    private static Effects settled(Machine machine) {
        return machine.addressing().inFlight() ? Effects.of(Place.InFlight.IN_FLIGHT, false, STATUS_RESTORED) : Effects.NONE;
    }

    @Interruptions.Rule(Interruptions.POSITION_RESTORED)
    static Effects to(Machine machine, long ipsr) {
        return Effects.of(Place.Next.NEXT, new Position(new VirtualAddress(machine.control(RegisterNumber.IIP) & -16), (int) Bits.field(ipsr, RI + 1, RI), Option.none()), Interruptions.POSITION_RESTORED);
    }
}
