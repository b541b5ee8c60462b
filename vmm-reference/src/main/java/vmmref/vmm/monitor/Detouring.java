package vmmref.vmm.monitor;

import static vmmref.spec.PatchedPages.IMMEDIATES_REBUILT;
import static vmmref.spec.PatchedPages.REGISTERS_RETURNED;
import static vmmref.spec.PatchedPages.SLOT_ENTERED;
import static vmmref.spec.PatchedPages.STUB_LEFT;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Predicate;
import vmmref.model.bundle.Bundle;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Code;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.machine.Write;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Psr;
import vmmref.model.register.RegisterNumber;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Reference;
import vmmref.model.translate.Translated;
import vmmref.model.word.Bits;
import vmmref.spec.PatchedPages;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.patch.Copies;
import vmmref.vmm.patch.Detour;
import vmmref.vmm.patch.Source;

/// What the monitor does about stubs: whoever is in one is in a bundle of the guest.
final class Detouring {
    private static final int WORD = 8;
    private static final PageSize PAGE = new PageSize(GuestMap.PAGE_LOG2);
    private static final int DB = 24;
    private static final int TB = 26;
    private static final int RI = 41;
    private static final long SLOT = 3L << RI;

    private Detouring() { }

    /// {@return whether instructions are looked at one by one, so that none may be executed that the guest has not}
    static boolean isStepped(Psr believed) {
        return believed.ss() || Bits.bit(believed.bits(), DB) || Bits.bit(believed.bits(), TB);
    }

    /// {@return the bundle of the guest to which one belongs}
    static VirtualAddress bundle(Copies copies, VirtualAddress at) {
        return copies.detoured(at).map(Copies.Detoured::bundle).getOrElse(at);
    }

    /// {@return whether the instruction that comes next is one of the guest, and not one by which it comes to a stub and back}
    static boolean isOfGuest(Hosting hosting) {
        Copies copies = hosting.monitor().copies();
        Position at = hosting.machine().position();
        return copies.detoured(at.bundle()).map(in -> in.detour().slot(at.bundle(), at.slot()).isDefined())
            .getOrElse(() -> copies.detour(rid(hosting.machine(), at.bundle()), at.bundle()).isEmpty());
    }

    private static int rid(Machine machine, VirtualAddress at) {
        return machine.addressing().regions().of(at).identifier();
    }

    /// {@return what gives a guest its registers back that are parked where the machine is}
    static Seq<Write<?>> returned(Copies copies, Machine machine, Position at) {
        return copies.detoured(at.bundle()).<Seq<Write<?>>>map(in -> in.detour().returned(machine, at.bundle(), at.slot())).getOrElse(Vector.empty());
    }

    /// {@return the answer after a guest that was interrupted in a stub has its registers back}
    static Answer returned(Answer called) {
        Machine machine = called.machine();
        Position at = new Position(new VirtualAddress(machine.control(RegisterNumber.IIP)), slot(machine), Option.none());
        Seq<Write<?>> returned = returned(called.monitor().copies(), machine, at);
        return returned.isEmpty() ? called : returned.foldLeft(called.because(REGISTERS_RETURNED), (given, write) -> given.then(new Privileged.Moving(write)));
    }

    private static int slot(Machine machine) {
        return (int) Bits.field(machine.control(RegisterNumber.IPSR), RI + 1, RI);
    }

    /// {@return the answer after the machine tells where the guest is, and not where in a stub}
    @PatchedPages.Rule(STUB_LEFT)
    static Answer left(Answer called) {
        Copies copies = called.monitor().copies();
        Machine machine = called.machine();
        VirtualAddress next = new VirtualAddress(machine.control(RegisterNumber.IIP));
        VirtualAddress last = new VirtualAddress(machine.control(RegisterNumber.IIPA));
        Interruption kind = Exit.of(called.rules().host().profile(), machine).kind();
        Answer known = kind.isTrap() ? copies.detoured(last).map(in -> trapped(called, in.detour(), last)).getOrElse(called) : called;
        int slot = slot(machine);
        return copies.detoured(next).map(in -> placed(known.because(STUB_LEFT), copies.ofGuest(new Position(next, slot, Option.none())), in, kind))
            .orElse(() -> isBegun(called, slot) ? copies.entry(rid(machine, next), next).map(in -> placed(known.because(STUB_LEFT), Position.at(next.bits()), in, kind)) : Option.none()).getOrElse(known);
    }

    /// {@return whether the hardware stands behind the first instruction of a bundle, to which the guest has not gone on}
    private static boolean isBegun(Answer called, int slot) {
        Machine machine = called.machine();
        Position at = new Position(new VirtualAddress(machine.control(RegisterNumber.IIP)), slot, Option.none());
        return slot > 0 && !called.monitor().processor().isStill(at, new VirtualAddress(machine.control(RegisterNumber.IIPA)));
    }

    /// {@return the answer after ISR.ei tells the slot of the guest's instruction that has trapped}
    private static Answer trapped(Answer answer, Detour detour, VirtualAddress bundle) {
        int slot = (int) Bits.field(answer.machine().control(RegisterNumber.ISR), RI + 1, RI);
        return detour.slot(bundle, slot).map(own -> slotted(answer, own)).getOrElse(answer);
    }

    private static Answer slotted(Answer answer, int slot) {
        return answer.then(new Place.Control(RegisterNumber.ISR), answer.machine().control(RegisterNumber.ISR) & ~SLOT | (long) slot << RI, STUB_LEFT);
    }

    /// {@return the answer after IIP and IPSR.ri tell where the guest is; if that is the first instruction, it is done now, as the hardware takes the bundle for one that it has begun; a break stands for it}
    private static Answer placed(Answer answer, Position at, Copies.Detoured in, Interruption kind) {
        boolean begun = at.bundle().equals(in.bundle()) && at.slot() == 0 && kind != Interruption.BREAK_INSTRUCTION;
        int slot = begun ? 1 : at.slot();
        Answer told = kind.isTrap() ? answer : slotted(answer, slot);
        Answer done = begun ? first(told, in) : told;
        long ipsr = done.machine().control(RegisterNumber.IPSR);
        return done.then(new Place.Control(RegisterNumber.IIP), at.bundle().bits(), STUB_LEFT).then(new Place.Control(RegisterNumber.IPSR), ipsr & ~SLOT | (long) slot << RI, STUB_LEFT)
            .then(new Place.Control(RegisterNumber.IIPA), begun ? in.bundle().bits() : done.machine().control(RegisterNumber.IIPA), STUB_LEFT);
    }

    /// {@return the answer after the first instruction of a bundle was done: one that changes a general register at most}
    private static Answer first(Answer answer, Copies.Detoured in) {
        PhysicalAddress original = new PhysicalAddress((in.alias().frame() << GuestMap.PAGE_LOG2) + in.bundle().bits() % GuestMap.PAGE);
        Answer.Loaded low = answer.loaded(original);
        Answer.Loaded high = low.answer().loaded(new PhysicalAddress(original.bits() + WORD));
        Machine machine = answer.machine();
        Machine believed = answer.monitor().processor().seen(machine, new Psr(machine.control(RegisterNumber.IPSR) & ~SLOT), answer.rules());
        Machine before = believed.withPosition(Position.at(in.bundle().bits()).withCode(new Code(new Bundle(low.word(), high.word()), Option.none())));
        if (!(answer.rules().step().next(before, Choice.USUAL) instanceof Executed.Done(var effects, var because, _))) throw new IllegalStateException("an instruction that cannot fault does at " + in.bundle());
        return effects.writes().filter(write -> write.place() instanceof Place.General).foldLeft(high.answer().retired(), (given, write) -> Believing.changed(given, before, before.with(effects), write));
    }

    /// {@return where the machine goes on that comes to a place of the guest: in the stub, if it is behind the first instruction of a bundle for which one stands}
    @PatchedPages.Rule(SLOT_ENTERED)
    static Position entered(Answer answer, Psr real, Position at) {
        Copies copies = answer.monitor().copies();
        Option<Detour> detour = at.slot() == 0 ? Option.none() : copies.detour(rid(answer.machine(), at.bundle()), at.bundle()).filter(each -> at.slot() < each.begins().size() && isFetched(answer, real, at));
        return detour.map(each -> new Position(each.bundle(at.slot()), each.begins().get(at.slot()).slot(), Option.none())).getOrElse(at);
    }

    /// {@return whether the bundle may be fetched: whoever goes on in a stub does not ask}
    private static boolean isFetched(Answer answer, Psr real, Position at) {
        return answer.rules().host().translator().arrive(answer.machine().addressing().withPsr(real), answer.machine().memory(), Reference.fetch(at.bundle()), Choice.USUAL).translated() instanceof Translated.To;
    }

    /// {@return the answer after stubs hold no immediate any more that the virtual processor which runs has changed}
    @PatchedPages.Rule(IMMEDIATES_REBUILT)
    static Answer rebuilt(Answer answer, Source changed) {
        return dropped(answer.because(IMMEDIATES_REBUILT), detour -> detour.source() == changed);
    }

    /// {@return the answer after the virtual processor that runs executes no stubs}
    static Answer dropped(Answer answer) {
        return dropped(answer, detour -> true);
    }

    private static Answer dropped(Answer answer, Predicate<Detour> which) {
        return answer.monitor().copies().detouring(answer.monitor().running(), which).foldLeft(answer, (given, each) -> each._2.rids().foldLeft(given, (all, rid) -> Purges.gone(all, rid, each._1.page(), PAGE)));
    }
}
