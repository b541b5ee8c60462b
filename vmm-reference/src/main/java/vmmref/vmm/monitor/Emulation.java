package vmmref.vmm.monitor;

import static vmmref.spec.Guests.INSTRUCTION_EMULATED;
import static vmmref.spec.Guests.PURGE_BROADCAST;
import static vmmref.spec.Guests.STACK_EMULATED;
import static vmmref.spec.ScratchRegisters.USE_EMULATED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.UnaryOperator;
import vmmref.model.bundle.Bundle;
import vmmref.model.delivery.Causes;
import vmmref.model.execute.Ready;
import vmmref.model.execute.StackEngine;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Code;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.machine.Write;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.model.register.Pte;
import vmmref.model.semantics.Semantics;
import vmmref.model.step.Step;
import vmmref.model.step.Traps;
import vmmref.model.translate.Arrival;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Instruction;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;
import vmmref.model.translate.Target;
import vmmref.model.translate.Translated;
import vmmref.spec.Guests;
import vmmref.spec.ScratchRegisters;
import vmmref.vmm.memory.Backing;
import vmmref.vmm.memory.GuestPhysicalAddress;

/// The one instruction of a guest that the hardware could not do for it, done by the monitor on the machine that the guest believes in.
///
/// @param answer   until now
/// @param believed the machine as the guest believes it to be, at the instruction
record Emulation(Answer answer, Machine believed) {
    private static final int WORD = 8;
    private static final int SIXTEEN = 16;
    private static final Choice USUAL = Choice.USUAL;

    /// {@return the answer to an instruction that needs nothing of the guest's memory but itself and the page table}
    @Guests.Rule(INSTRUCTION_EMULATED)
    Answer instruction() {
        return fetched(this::alone);
    }

    private Answer alone(Step step, GuestMemory read, Machine machine) {
        return done(step, step.ready(machine, USUAL).map(ready -> read.because(INSTRUCTION_EMULATED).entry(guest(), believed, new VirtualAddress(machine.general(ready.operands().r3()).bits()))).getOrElse(read.because(INSTRUCTION_EMULATED)), machine);
    }

    /// {@return the answer to an instruction for which a break stands; registers that it names may be in the area}
    Answer patched() {
        Emulation emulation = new Emulation(answer, answer.rules().scratching().seen(answer.monitor(), answer.machine(), believed));
        return emulation.fetched(emulation::patched);
    }

    private Answer patched(Step step, GuestMemory read, Machine machine) {
        Option<Ready> ready = step.ready(machine, USUAL);
        if (ready.exists(each -> MemoryReference.of(each, machine).isDefined())) return referring(step, read.because(INSTRUCTION_EMULATED), machine);
        boolean stores = ready.flatMap(Ready::instruction).exists(each -> each.form().syntax().mnemonic().equals("alloc"));
        return stores ? making(step, read.because(INSTRUCTION_EMULATED).entry(guest(), machine, machine.stack().bspstore()), machine) : alone(step, read, machine);
    }

    /// {@return what comes of an instruction that makes room in the register stack, for which words may have to be stored}
    private Answer making(Step step, GuestMemory read, Machine machine) {
        Option<PhysicalAddress> stored = step.next(machine.withMemory(read.memory()), USUAL) instanceof Executed.Done(var effects, var because, _) ? effects.writes().map(Write::place).find(Place.Bytes.class::isInstance).map(place -> ((Place.Bytes) place).at()) : Option.none();
        if (stored.exists(at -> answer.monitor().map().at(GuestPhysicalAddress.of(at)).isEmpty())) return Missing.absent(read.answer());
        return done(step, stored.map(at -> read.because(STACK_EMULATED).opened(machine, ReferenceType.STACK_STORE, at)).getOrElse(read), machine);
    }

    /// {@return the answer to an instruction that refers to a place of the guest's memory to which no translation of the hardware leads}
    Answer referring(PhysicalAddress at, VirtualAddress address) {
        return fetched((step, read, machine) -> done(step, read.entry(guest(), believed, address).read(new PhysicalAddress(at.bits() & -SIXTEEN), 2), machine));
    }

    /// {@return the answer to an instruction that refers to a place of the guest's memory: that of its fault if it has one for another reason, such as its alignment}
    Answer unlessFaulting(PhysicalAddress at, VirtualAddress address, UnaryOperator<Answer> otherwise) {
        return fetched((step, read, machine) -> {
            GuestMemory known = read.entry(guest(), believed, address).read(new PhysicalAddress(at.bits() & -SIXTEEN), 2);
            return step.next(machine.withMemory(known.memory()), USUAL) instanceof Executed.Raised ? done(step, known, machine) : otherwise.apply(known.answer());
        });
    }

    /// {@return the answer to a load of a word that the frame lacks}
    Answer loading(PhysicalAddress at, VirtualAddress address) {
        GuestMemory read = GuestMemory.of(answer).entry(guest(), believed, address).read(at, 1);
        return done(answer.rules().playing().step(), read, believed);
    }

    /// {@return the answer to an instruction that names registers which are not the guest's for a while: they are in the area}
    @ScratchRegisters.Rule(USE_EMULATED)
    Answer inside() {
        Machine whole = answer.rules().scratching().seen(answer.monitor(), answer.machine(), believed);
        Emulation emulation = new Emulation(answer.because(USE_EMULATED), whole);
        return emulation.fetched((step, read, machine) -> emulation.referring(step, read, machine));
    }

    /// {@return what comes of an instruction that may refer to memory}
    private Answer referring(Step step, GuestMemory read, Machine machine) {
        Option<MemoryReference> reference = step.ready(machine, USUAL).flatMap(ready -> MemoryReference.of(ready, machine));
        GuestMemory table = reference.map(each -> read.entry(guest(), machine, each.address())).getOrElse(read);
        Option<PhysicalAddress> at = reference.flatMap(each -> each.reached(guest().translator(), machine, table.memory()));
        if (at.isEmpty() || !MemoryReference.isMade(step.next(machine.withMemory(table.memory()), USUAL))) return done(step, table, machine);
        Option<Backing> backing = answer.monitor().map().at(GuestPhysicalAddress.of(at.get()));
        if (backing.isEmpty()) return Missing.absent(table.answer());
        return done(step, table.opened(machine, reference.get().type(), at.get()).read(new PhysicalAddress(at.get().bits() & -SIXTEEN), 2), machine);
    }

    private Semantics guest() {
        return answer.rules().playing().rules();
    }

    /// What is done with an instruction.
    private interface Doing {
        Answer done(Step step, GuestMemory read, Machine machine);
    }

    /// {@return what comes of the instruction, which the monitor fetches as the guest would}
    private Answer fetched(Doing doing) {
        Arrival fetch = guest().translator().arrive(believed.addressing(), believed.memory(), Reference.fetch(believed.position().bundle()), USUAL);
        if (!(fetch.translated() instanceof Translated.To(var at, var attribute, var decided))) throw new IllegalStateException("the guest executes what it cannot fetch, at " + believed.position());
        GuestMemory read = GuestMemory.of(answer).read(at, 2);
        Bundle bundle = new Bundle(read.memory().read(at, WORD), read.memory().read(new PhysicalAddress(at.bits() + WORD), WORD));
        return doing.done(answer.rules().playing().step(), read, believed.withPosition(believed.position().withCode(new Code(bundle, page(fetch.target())))));
    }

    private static Option<Pte> page(Target target) {
        return target instanceof Target.Page page ? Option.some(page.translation().entry()) : Option.none();
    }

    private Answer done(Step step, GuestMemory read, Machine machine) {
        Option<Ready> ready = step.ready(machine, USUAL);
        return switch (step.next(machine.withMemory(read.memory()), USUAL)) {
            case Executed.Done done when StackEngine.isReference(done.effects()) -> Resuming.of(Believing.changed(read.answer(), machine, done.effects()), machine.with(done.effects()));
            case Executed.Done done                      -> trapped(shared(read.answer(), machine, ready), machine, done.with(told(read.answer(), ready, done.effects())));
            case Executed.Raised(var fault, var because) -> Answering.reflected(read.answer(), machine, machine.stack().isLoading() ? Causes.load(machine, fault) : Causes.fault(machine, fault, ready));
            case Executed ended                          -> read.answer().ended(ended.because());
        };
    }

    private static Effects told(Answer answer, Option<Ready> ready, Effects effects) {
        return ready.flatMap(Ready::instruction).map(instruction -> answer.rules().telling().told(answer, instruction, effects)).getOrElse(effects);
    }

    private Answer trapped(Answer known, Machine before, Executed.Done executed) {
        Effects effects = executed.effects();
        Seq<Interruption> traps = Traps.due(guest().translator(), before, executed);
        Answer done = Filling.after(Believing.changed(known, before, effects).retired(), before, effects);
        Machine after = before.with(effects);
        return traps.isEmpty() ? gone(done, after) : Answering.reflected(done, after, Causes.traps(guest().profile(), before, traps, executed.trap()));
    }

    /// {@return the answer by which the guest goes on; where the host has no address, some hosts would trap, and tell only the bits that they implement}
    private Answer gone(Answer done, Machine after) {
        Profile host = answer.rules().host().profile();
        VirtualAddress implemented = after.position().bundle().implemented(answer.rules().host().translator().dimensions().virtualBits());
        boolean traps = host.trapsUnimplementedFetch() && !implemented.equals(after.position().bundle());
        return traps ? Missing.hidden(done, after.withPosition(Position.at(implemented.bits())), after.position().slot()) : Resuming.of(done, after);
    }

    /// {@return the answer after a purge that reaches other processors has reached the other virtual ones of the machine}
    @Guests.Rule(PURGE_BROADCAST)
    static Answer shared(Answer answer, Machine before, Option<Ready> ready) {
        if (!ready.flatMap(Ready::instruction).exists(each -> each.form().syntax().mnemonic().startsWith("ptc.g"))) return answer;
        Instruction.Purge purge = new Instruction.Purge(Instruction.PurgeType.PTC_G, before.general(ready.get().operands().r3()), before.general(ready.get().operands().r2()));
        int rid = before.addressing().regions().of(purge.address()).identifier();
        Monitor monitor = answer.monitor();
        return Vector.range(0, monitor.processors().size()).filter(number -> number != monitor.running() && monitor.processors().get(number).machine() == monitor.processor().machine())
            .foldLeft(answer.because(PURGE_BROADCAST), (given, number) -> purged(given, number, rid, purge));
    }

    private static Answer purged(Answer answer, int number, int rid, Instruction.Purge purge) {
        VirtualProcessor other = answer.monitor().processors().get(number);
        Effects gone = answer.rules().playing().rules().translator().purgedByOther(other.belief().addressing(), rid, purge);
        Answer known = answer.with(answer.monitor().with(number, other.with(other.belief().with(gone))));
        return Purges.translations(gone).foldLeft(known, (given, translation) -> Purges.of(given, number, translation));
    }
}
