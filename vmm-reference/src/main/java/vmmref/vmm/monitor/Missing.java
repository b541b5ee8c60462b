package vmmref.vmm.monitor;

import static vmmref.spec.FirstAccesses.BYTES_OWN;
import static vmmref.spec.Guests.ADDRESS_HIDDEN;
import static vmmref.spec.Guests.DEFERRAL_PASSED;
import static vmmref.spec.Guests.DEVICE_REACHED;
import static vmmref.spec.Guests.MEMORY_ABSENT;
import static vmmref.spec.Guests.MISS_SEARCHED;
import static vmmref.spec.Guests.STACK_EMULATED;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.delivery.Cause;
import vmmref.model.interruption.Fault;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Machine;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.RegisterNumber;
import vmmref.model.translate.Arrival;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;
import vmmref.model.translate.Target;
import vmmref.model.translate.Translated;
import vmmref.model.translate.Translator;
import vmmref.model.word.Bits;
import vmmref.spec.Guests;
import vmmref.vmm.memory.Backing;
import vmmref.vmm.memory.Context;
import vmmref.vmm.memory.GuestPhysicalAddress;

/// The answer to an exit by a reference that the hardware's translations do not permit: the host's table is searched, then what the guest has itself; then the guest is told what its own machine would tell.
///
/// @param begun    the answer until now
/// @param believed the machine as the guest believes it to be
/// @param exit     what the hardware told of the reference
record Missing(Answer begun, Machine believed, Exit exit) {
    @Guests.Rule(MISS_SEARCHED)
    Answer answer() {
        if (isOfOtherLevel()) return new Emulation(begun, believed).instruction();
        Reference reference = reference();
        Tables.Found table = exit.isMiss() && context().isUniform() ? Tables.found(begun, real(reference.address()), reference.address()) : new Tables.Found(begun, Option.none());
        return table.translation().map(translation -> Resuming.of(Filling.cached(table.answer(), reference.type().stream(), translation, reference.address()), believed))
            .getOrElse(() -> evaluated(table.answer().because(MISS_SEARCHED), reference));
    }

    /// {@return whether the reference may be that of another level: what is refused to a probe is not filled in for it}
    private boolean isOfOtherLevel() {
        return !exit.isMiss() && exit.cause().reference().exists(ReferenceType::isProbe);
    }

    private int real(VirtualAddress address) {
        return begun.machine().addressing().regions().of(address).identifier();
    }

    private Context context() {
        return Context.of(believed.psr());
    }

    private Translator guest() {
        return begun.rules().playing().rules().translator();
    }

    /// {@return the answer after what the guest's own translations say}
    private Answer evaluated(Answer answer, Reference reference) {
        if (reference.type() == ReferenceType.FETCH && !guest().implementsFetch(believed.addressing(), reference.address())) return hidden(answer, believed, exit.cause().slot());
        GuestMemory table = GuestMemory.of(answer).entry(begun.rules().playing().rules(), believed, reference.address());
        Arrival arrival = guest().arrive(believed.addressing(), table.memory(), reference, Choice.USUAL);
        return switch (arrival.translated()) {
            case Translated.Unspecified(var because)         -> table.answer().ended(because);
            case Translated.Deferred deferred                -> deferred(table.answer());
            case Translated.Raised(Fault fault, var because) -> raised(table.answer(), reference, fault);
            case Translated.To(PhysicalAddress at, var attribute, var because) -> reached(table.answer(), arrival, reference, at);
            case Translated permitted                        -> new Emulation(table.answer(), believed).instruction();
        };
    }

    /// {@return the answer to a reference that faults on the guest's machine; a fault that depends on how many bytes it is of, or on a level that it names, is that of the instruction}
    private Answer raised(Answer answer, Reference reference, Fault fault) {
        if (reference.type() == ReferenceType.SPECULATIVE_LOAD) return deferred(answer);
        if (reference.type().isProbe()) return new Emulation(answer, believed).instruction();
        return Exit.isOfPages(fault.kind()) || reference.type().isOfStack() || reference.type() == ReferenceType.FETCH || fault.kind() == Interruption.UNIMPLEMENTED_DATA_ADDRESS ? Answering.reflected(answer, believed, cause(fault)) : new Emulation(answer, believed).instruction();
    }

    private Cause cause(Fault fault) {
        return new Cause(fault.kind(), Vector.empty(), exit.cause().slot(), exit.cause().reference(), fault.at(), 0, 0);
    }

    /// {@return the reference that was not permitted; of one that reads and writes it is not told whether it is a fetch-and-add, to which more pages are open}
    private Reference reference() {
        VirtualAddress address = exit.cause().address().get();
        ReferenceType type = exit.cause().reference().get();
        if (type == ReferenceType.FETCH) return Reference.fetch(address);
        if (type.isOfStack()) return Reference.stack(type, address, begun.rules().playing().rules().engine().level().applyAsInt((int) Bits.field(believed.application(RegisterNumber.RSC), 3, 2)));
        return new Reference(type == ReferenceType.EXCHANGE ? ReferenceType.FETCHADD : type, address, 1, 0, false);
    }

    /// {@return the answer by which a guest is told that it goes on where its machine has no addresses}
    @Guests.Rule(ADDRESS_HIDDEN)
    static Answer hidden(Answer answer, Machine believed, int slot) {
        return Answering.reflected(answer.because(ADDRESS_HIDDEN), believed, Cause.fetch(Interruption.UNIMPLEMENTED_INSTRUCTION_ADDRESS, slot, believed.position().bundle()));
    }

    /// {@return the answer to a speculative load that may be deferred on the guest's machine}
    @Guests.Rule(DEFERRAL_PASSED)
    Answer deferred(Answer answer) {
        return new Emulation(answer.because(DEFERRAL_PASSED), believed).instruction();
    }

    /// {@return the answer to a reference that the guest's translations permit}
    private Answer reached(Answer answer, Arrival arrival, Reference reference, PhysicalAddress at) {
        Option<Backing> backing = answer.monitor().map().at(GuestPhysicalAddress.of(at));
        if (backing.isEmpty() && isOfInstruction(reference)) return new Emulation(answer, believed).unlessFaulting(at, reference.address(), Missing::absent);
        if (backing.isEmpty() || isDevice(backing) && reference.type() == ReferenceType.FETCH) return absent(answer);
        if (isDevice(backing)) return emulated(answer.because(DEVICE_REACHED), at, reference.address());
        boolean moves = isOfInstruction(reference) && accessed(answer, reference, at).isMove();
        return moves ? new Emulation(answer, believed).unlessFaulting(at, reference.address(), known -> permitted(known, arrival, reference, at)) : permitted(answer, arrival, reference, at);
    }

    /// {@return whether an instruction loads or stores, and may fault for another reason yet}
    private static boolean isOfInstruction(Reference reference) {
        return reference.type().touchesMemory() && reference.type() != ReferenceType.FETCH && !reference.type().isOfStack();
    }

    private Watching.Accessed accessed(Answer answer, Reference reference, PhysicalAddress at) {
        return Watching.accessed(answer, believed, reference.type(), answer.monitor().map().host(GuestPhysicalAddress.of(at)).get());
    }

    /// {@return the answer to a reference behind which there is a frame}
    private Answer permitted(Answer answer, Arrival arrival, Reference reference, PhysicalAddress at) {
        Watching.Accessed accessed = accessed(answer, reference, at);
        if (isEmulated(reference)) return emulated(accessed.opened().because(STACK_EMULATED), at, reference.address());
        if (accessed.isEmulated()) return emulated(answer.because(BYTES_OWN), at, reference.address());
        Answer known = Believing.changed(accessed.opened(), believed, arrival.walked());
        Filling filling = new Filling(context(), believed.addressing().regions(), reference.type().stream(), reference.address());
        return Resuming.of(filled(known, filling, arrival.target()), believed.with(arrival.walked()));
    }

    private static boolean isDevice(Option<Backing> backing) {
        return backing.exists(each -> each instanceof Backing.Device);
    }

    /// {@return whether the register stack refers to an address in another way than data do, at another level or not translated alike, so that no entry can stand for both}
    @Guests.Rule(STACK_EMULATED)
    boolean isEmulated(Reference reference) {
        return reference.type().isOfStack() && (context().isSplit() || reference.level() != context().level());
    }

    private Answer emulated(Answer answer, PhysicalAddress at, VirtualAddress address) {
        Emulation emulation = new Emulation(answer, believed);
        return believed.stack().isLoading() ? emulation.loading(at, address) : emulation.referring(at, address);
    }

    /// {@return the answer after a piece of what is reached, behind which there is a frame, stands in the hardware}
    private Answer filled(Answer answer, Filling filling, Target target) {
        return switch (target) {
            case Target.Page page         -> filling.keyed(filling.of(answer, page.translation()).get(), believed, Option.some(page.translation().key()), GuestPhysicalAddress.of(page.translation().physical(filling.address())));
            case Target.Physical physical -> filling.keyed(filling.physical(answer).get(), believed, Option.none(), filling.untranslated());
            case Target other             -> throw new IllegalStateException("a reference that is permitted reaches " + other);
        };
    }

    @Guests.Rule(MEMORY_ABSENT)
    static Answer absent(Answer answer) {
        return answer.ended(MEMORY_ABSENT);
    }
}
