package vmmref.vmm.monitor;

import static vmmref.spec.Guests.FRAME_COMPLETED;
import static vmmref.spec.Guests.INTERRUPTION_REFLECTED;
import static vmmref.spec.Guests.TRAPS_SIFTED;
import static vmmref.spec.PatchedPages.PATCH_TRAPPED;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import vmmref.model.delivery.Cause;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Position;
import vmmref.model.memory.Memory;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Isr;
import vmmref.model.register.Psr;
import vmmref.model.register.RegisterNumber;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Reference;
import vmmref.model.translate.Target;
import vmmref.model.word.Bits;
import vmmref.spec.Guests;
import vmmref.spec.PatchedPages;
import vmmref.vmm.scratch.Detector;
import vmmref.vmm.scratch.Presence;

/// What the monitor does at an exit.
final class Answering {
    /// PSR.ri, bits 42:41, is a part of the position.
    private static final int RI = 41;
    private static final long SLOT = 3L << RI;
    /// ISR.code, and what it is at the fault of a NaT page.
    private static final int CODE = 0xffff;
    private static final int NAT_PAGE = 0x20;

    private Answering() { }

    static Answer of(Answer called) {
        Answer left = begun(called);
        Exit exit = Exit.of(left.rules().host().profile(), left.machine());
        Answer begun = told(left, exit);
        Machine believed = believed(begun);
        return switch (exit.kind()) {
            case PRIVILEGED_OPERATION, PRIVILEGED_REGISTER, ILLEGAL_OPERATION   -> new Emulation(begun, begun.rules().emulating().apply(believed)).instruction();
            case FLOATING_POINT_TRAP, LOWER_PRIVILEGE_TRANSFER, TAKEN_BRANCH, SINGLE_STEP, UNIMPLEMENTED_INSTRUCTION_ADDRESS_TRAP -> sifted(begun, believed, exit);
            case DISABLED_FP_REGISTER -> begun.monitor().processor().presence() == Presence.INSIDE ? new Emulation(begun, believed).inside() : reflected(begun, believed, exit.cause());
            case BREAK_INSTRUCTION -> Copying.isPatch(begun, believed) ? patched(begun, believed) : reflected(begun, believed, exit.cause());
            default -> isExamined(begun, exit) ? new Missing(begun, believed, exit).answer() : exit.isSpeculative() ? new Emulation(begun, believed).instruction() : reflected(begun, believed, exit.cause());
        };
    }

    /// {@return the answer after it was seen what the exit tells of entering or leaving; what is illegal for the hardware may be a privileged instruction that PSR.ic of the guest permits}
    private static Answer told(Answer begun, Exit exit) {
        return switch (exit.kind()) {
            case PRIVILEGED_OPERATION, PRIVILEGED_REGISTER, ILLEGAL_OPERATION -> begun.telling(Detector.PRIVILEGED_INSTRUCTION);
            default -> exit.traps().contains(Interruption.LOWER_PRIVILEGE_TRANSFER) ? begun.telling(Detector.PRIVILEGE_DECREASE) : begun;
        };
    }

    /// {@return the answer to a break that stands for an instruction}
    @PatchedPages.Rule(PATCH_TRAPPED)
    private static Answer patched(Answer begun, Machine believed) {
        return new Emulation(begun.because(PATCH_TRAPPED).telling(Detector.PRIVILEGED_INSTRUCTION), believed).patched();
    }

    private static boolean isExamined(Answer begun, Exit exit) {
        return exit.isOfPages() && begun.rules().watch().examined().test(exit.kind());
    }

    /// {@return the answer after it is known where the guest is, and the data TLB holds no more what was lent to it for one instruction}
    static Answer begun(Answer called) {
        Answer left = called.rules().patching().leaving().apply(called.rules().patching().returning().apply(called));
        Option<Translation> lent = left.monitor().processor().lent();
        return lent.map(held -> Purges.cached(left, held.rid(), held.page(), held.size()).lending(Option.none())).getOrElse(left);
    }

    /// {@return the machine as the guest believes it to be, at the instruction that the exit interrupted}
    static Machine believed(Answer answer) {
        Monitor monitor = answer.monitor();
        Machine machine = answer.machine();
        long ipsr = machine.control(RegisterNumber.IPSR);
        Machine seen = monitor.processor().seen(machine, new Psr(ipsr & ~SLOT), answer.rules());
        Isr isr = new Isr(machine.control(RegisterNumber.ISR));
        boolean loading = (isr.bits() & Isr.Field.IR.mask()) != 0;
        Position position = new Position(bundle(answer), (int) Bits.field(ipsr, RI + 1, RI), Option.none());
        VirtualAddress last = Detouring.bundle(monitor.copies(), monitor.processor().last(position, new VirtualAddress(machine.control(RegisterNumber.IIPA))));
        Machine placed = seen.withPosition(position).withLast(last).withStack(loading ? seen.stack().withLoading(true) : seen.stack());
        return placed.withAddressing(placed.addressing().withCodeEd((isr.bits() & Isr.Field.ED.mask()) != 0 || isOfNatPage(isr) && isDeferring(answer, placed)));
    }

    /// {@return whether an interruption is that of a NaT page to which data refer: what else has its code refers to nothing}
    private static boolean isOfNatPage(Isr isr) {
        return (isr.bits() & CODE) == NAT_PAGE && (isr.bits() & (Isr.Field.R.mask() | Isr.Field.W.mask() | Isr.Field.NA.mask())) != 0;
    }

    /// {@return whether the page of the guest's code lets speculative loads be deferred, which the fault of a NaT page does not tell}
    private static boolean isDeferring(Answer answer, Machine believed) {
        return answer.rules().guest().translator().target(believed.addressing(), Memory.ZERO, Reference.fetch(believed.position().bundle()), Choice.USUAL) instanceof Target.Page page && page.translation().entry().ed();
    }

    /// {@return the bundle that was interrupted; of an address that is not implemented IIP holds less than IFA}
    private static VirtualAddress bundle(Answer answer) {
        Exit exit = Exit.of(answer.rules().host().profile(), answer.machine());
        return exit.kind() == Interruption.UNIMPLEMENTED_INSTRUCTION_ADDRESS ? exit.cause().address().get() : new VirtualAddress(answer.machine().control(RegisterNumber.IIP));
    }

    /// {@return the answer to traps, of which a guest has those for which it has asked}
    @Guests.Rule(TRAPS_SIFTED)
    static Answer sifted(Answer answer, Machine believed, Exit exit) {
        Seq<Interruption> traps = exit.traps().filter(trap -> switch (trap) {
            case LOWER_PRIVILEGE_TRANSFER               -> believed.psr().lp();
            case SINGLE_STEP                            -> believed.psr().ss();
            case UNIMPLEMENTED_INSTRUCTION_ADDRESS_TRAP -> false;
            default                                     -> true;
        });
        if (!traps.isEmpty()) return reflected(answer.because(TRAPS_SIFTED), believed, Cause.traps(traps, exit.cause().slot()).withCode(exit.cause().code()));
        return exit.kind() == Interruption.UNIMPLEMENTED_INSTRUCTION_ADDRESS_TRAP ? Missing.hidden(answer.because(TRAPS_SIFTED), believed, believed.position().slot()) : Resuming.of(answer.because(TRAPS_SIFTED), believed);
    }

    /// {@return the answer by which a guest is told of an interruption}
    @Guests.Rule(INTERRUPTION_REFLECTED)
    static Answer reflected(Answer answer, Machine believed, Cause cause) {
        Effects effects = answer.rules().reflecting().reflected(answer, believed, cause);
        Machine after = believed.with(effects);
        Answer heard = cause.kind() == Interruption.ILLEGAL_OPERATION ? answer.telling(Option.none()) : answer;
        return after.stack().isIncomplete() ? incomplete(answer) : Resuming.of(Believing.changed(heard.because(INTERRUPTION_REFLECTED), believed, effects), after);
    }

    /// {@return the end of a guest whose handler would begin in a frame that is not complete: rfi would load what it lacks}
    @Guests.Rule(FRAME_COMPLETED)
    static Answer incomplete(Answer answer) {
        return answer.ended(FRAME_COMPLETED);
    }
}
