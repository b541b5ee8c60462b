package vmmref.vmm.monitor;

import static vmmref.spec.Guests.INSTRUCTION_EMULATED;
import static vmmref.spec.Guests.PURGE_BROADCAST;

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
import vmmref.model.machine.Position;
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
import vmmref.model.translate.Target;
import vmmref.model.translate.Translated;
import vmmref.spec.Guests;

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
        return fetched((step, read, machine) -> done(step, step.ready(machine, USUAL).map(ready -> read.because(INSTRUCTION_EMULATED).entry(guest(), believed, new VirtualAddress(machine.general(ready.operands().r3()).bits()))).getOrElse(read.because(INSTRUCTION_EMULATED)), machine));
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
        return done(answer.rules().step(), read, believed);
    }

    private Semantics guest() {
        return answer.rules().guest();
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
        return doing.done(answer.rules().step(), read, believed.withPosition(believed.position().withCode(new Code(bundle, page(fetch.target())))));
    }

    private static Option<Pte> page(Target target) {
        return target instanceof Target.Page page ? Option.some(page.translation().entry()) : Option.none();
    }

    private Answer done(Step step, GuestMemory read, Machine machine) {
        Option<Ready> ready = step.ready(machine, USUAL);
        return switch (step.next(machine.withMemory(read.memory()), USUAL)) {
            case Executed.Done(var effects, var because) -> StackEngine.isReference(effects) ? Resuming.of(Believing.changed(read.answer(), machine, effects), machine.with(effects)) : trapped(shared(read.answer(), machine, ready), machine, effects);
            case Executed.Raised(var fault, var because) -> Answering.reflected(read.answer(), machine, machine.stack().isLoading() ? Causes.load(machine, fault) : Causes.fault(machine, fault, ready));
            case Executed ended                          -> read.answer().ended(ended.because());
        };
    }

    private Answer trapped(Answer known, Machine before, Effects effects) {
        Seq<Interruption> traps = Traps.due(guest().translator(), before, effects);
        Answer done = Filling.after(Believing.changed(known, before, effects).retired(), before, effects);
        Machine after = before.with(effects);
        return traps.isEmpty() ? gone(done, after) : Answering.reflected(done, after, Causes.traps(guest().profile(), before, traps));
    }

    /// {@return the answer by which the guest goes on; where the host has no address, some hosts would trap, and tell only the bits that they implement}
    private Answer gone(Answer done, Machine after) {
        Profile host = answer.rules().host().profile();
        VirtualAddress implemented = after.position().bundle().implemented(host.dimensions().virtualBits());
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
        Effects gone = answer.rules().guest().translator().purgedByOther(other.belief().addressing(), rid, purge);
        Answer known = answer.with(answer.monitor().with(number, other.with(other.belief().with(gone))));
        return Purges.translations(gone).foldLeft(known, (given, translation) -> Purges.of(given, number, translation));
    }
}
