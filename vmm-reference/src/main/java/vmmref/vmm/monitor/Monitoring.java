package vmmref.vmm.monitor;

import java.util.function.UnaryOperator;
import vmmref.model.delivery.Cause;
import vmmref.model.delivery.Causes;
import vmmref.model.instruction.Instruction;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.RegionRegisters;
import vmmref.model.semantics.Semantics;
import vmmref.model.step.Step;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Choice;
import vmmref.vmm.keys.Catching;
import vmmref.vmm.memory.Composition;
import vmmref.vmm.memory.Context;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.memory.GuestPhysicalAddress;
import vmmref.vmm.memory.Owner;
import vmmref.vmm.memory.Window;
import vmmref.vmm.scratch.Detectors;
import vmmref.vmm.scratch.Presence;
import vmmref.vmm.scratch.ScratchSet;

/// What a monitor does, as a value: one function for each question. A wrong monitor is this record with one function replaced.
///
/// @param host        the rules of the machine
/// @param guest       the rules of the machines that guests believe in
/// @param step        steps of the machines that guests believe in
/// @param playing     what the monitor takes such a machine for where it does itself what that would do
/// @param composition what stands in the hardware for a translation of a guest
/// @param owning      what a region of the host stands for
/// @param emulating   the machine on which an instruction is done that the real level does not permit
/// @param telling     what an instruction that the monitor has done leaves in a guest's machine
/// @param reflecting  what becomes of a guest's machine that an interruption is delivered to
/// @param purging     how pages leave the hardware
/// @param flushing    how everything leaves the hardware
/// @param publishing  how an entry is written to the host's table
/// @param restoring   which registers come back when a guest goes on that was left
/// @param watch       how first accesses are caught
/// @param scratching  how registers of a guest become the monitor's for a while
/// @param patching    how code in which something is to be patched is executed
/// @param levels      whether a guest sees its level 0 as the real one
public record Monitoring(Semantics host, Semantics guest, Step step, Playing playing, Composition composition, Owning owning, UnaryOperator<Machine> emulating, Telling telling, Reflecting reflecting, Purging purging, Flushing flushing, Publishing publishing, Restoring restoring, Watch watch, Scratching scratching, Patching patching, Levels levels) {

    /// The question what a region of the host stands for.
    @FunctionalInterface
    public interface Owning {
        /// {@return whose region it is, and which}
        ///
        /// @param context in which the guest is
        /// @param region  its number, 0 to 7
        Owner.Region owner(Answer answer, Context context, RegionRegisters believed, int region);
    }

    /// The question what an instruction that the monitor has done leaves in a guest's machine.
    @FunctionalInterface
    public interface Telling {
        /// {@return what it leaves}
        ///
        /// @param effects on the machine that the monitor takes it for
        Effects told(Answer answer, Instruction done, Effects effects);
    }

    /// The question what an interruption makes of a guest's machine.
    @FunctionalInterface
    public interface Reflecting {
        /// {@return what becomes of it}
        ///
        /// @param believed the machine as the guest believes it to be, where it was interrupted
        Effects reflected(Answer answer, Machine believed, Cause cause);
    }

    /// The question how a range of a region leaves the hardware.
    @FunctionalInterface
    public interface Purging {
        /// {@return the answer after that}
        ///
        /// @param rid a region identifier of the host
        Answer purged(Answer answer, int rid, VirtualAddress address, PageSize range);
    }

    /// The question how everything leaves the hardware.
    @FunctionalInterface
    public interface Flushing {
        /// {@return the answer after that}
        Answer flushed(Answer answer);
    }

    /// The question how an entry of the host's table is written.
    @FunctionalInterface
    public interface Publishing {
        /// {@return the answer after that}
        ///
        /// @param entry where it lies
        /// @param tag   of the page, the third word
        Answer published(Answer answer, PhysicalAddress entry, Translation translation, long tag);
    }

    /// The question which registers come back.
    @FunctionalInterface
    public interface Restoring {
        boolean isRestored(Place<?> place);
    }

    /// {@return the honest monitor of a machine}
    public static Monitoring of(Semantics host) {
        Step guest = Step.of(GuestMachine.on(host.profile()));
        return new Monitoring(host, guest.rules(), guest, Playing.of(UnaryOperator.identity(), guest), Composition.of(host.translator().rights(), host.translator().dimensions()), Regions::owner, UnaryOperator.identity(), (answer, done, effects) -> effects,
            (answer, believed, cause) -> answer.rules().guest().delivery().of(believed, cause, Choice.USUAL), Purges::both, Purges::all, Tables::inOrder, place -> true, Watch.of(host.profile(), false), Scratching.of(Detectors.ALL), Patching.of(host.profile(), false), Levels.SHOWN);
    }

    /// {@return the same on another machine}
    public Monitoring on(Semantics machine) {
        Step believed = Step.of(levels.machine(machine.translator().profile()));
        return new Monitoring(machine, believed.rules(), believed, Playing.of(playing.change(), believed), composition.on(machine.translator().dimensions()), owning, emulating, telling, reflecting, purging, flushing, publishing, restoring, watch, scratching, patching, levels);
    }

    /// {@return the same that takes the machine of a guest for another one where it does itself what that would do}
    public Monitoring withPlaying(UnaryOperator<Semantics> change) {
        return new Monitoring(host, guest, step, Playing.of(change, step), composition, owning, emulating, telling, reflecting, purging, flushing, publishing, restoring, watch, scratching, patching, levels);
    }

    public Monitoring withComposition(Composition changed) {
        return new Monitoring(host, guest, step, playing, changed, owning, emulating, telling, reflecting, purging, flushing, publishing, restoring, watch, scratching, patching, levels);
    }

    public Monitoring withOwning(Owning changed) {
        return new Monitoring(host, guest, step, playing, composition, changed, emulating, telling, reflecting, purging, flushing, publishing, restoring, watch, scratching, patching, levels);
    }

    public Monitoring withTelling(Telling changed) {
        return new Monitoring(host, guest, step, playing, composition, owning, emulating, changed, reflecting, purging, flushing, publishing, restoring, watch, scratching, patching, levels);
    }

    public Monitoring withEmulating(UnaryOperator<Machine> changed) {
        return new Monitoring(host, guest, step, playing, composition, owning, changed, telling, reflecting, purging, flushing, publishing, restoring, watch, scratching, patching, levels);
    }

    public Monitoring withReflecting(Reflecting changed) {
        return new Monitoring(host, guest, step, playing, composition, owning, emulating, telling, changed, purging, flushing, publishing, restoring, watch, scratching, patching, levels);
    }

    public Monitoring withPurging(Purging changed) {
        return new Monitoring(host, guest, step, playing, composition, owning, emulating, telling, reflecting, changed, flushing, publishing, restoring, watch, scratching, patching, levels);
    }

    public Monitoring withFlushing(Flushing changed) {
        return new Monitoring(host, guest, step, playing, composition, owning, emulating, telling, reflecting, purging, changed, publishing, restoring, watch, scratching, patching, levels);
    }

    public Monitoring withPublishing(Publishing changed) {
        return new Monitoring(host, guest, step, playing, composition, owning, emulating, telling, reflecting, purging, flushing, changed, restoring, watch, scratching, patching, levels);
    }

    public Monitoring withRestoring(Restoring changed) {
        return new Monitoring(host, guest, step, playing, composition, owning, emulating, telling, reflecting, purging, flushing, publishing, changed, watch, scratching, patching, levels);
    }

    /// {@return the same that catches first accesses in some way}
    public Monitoring catching(Catching catching) {
        return withWatch(watch.with(catching));
    }

    /// {@return the same that takes a scratch set}
    public Monitoring taking(ScratchSet set) {
        return withScratching(scratching.with(set));
    }

    public Monitoring withWatch(Watch changed) {
        return new Monitoring(host, guest, step, playing, composition, owning, emulating, telling, reflecting, purging, flushing, publishing, restoring, changed, scratching, patching, levels);
    }

    /// {@return what composes pieces: where first accesses are caught, none is larger than what has a state}
    Composition pieces() {
        return watch.catches() ? composition.small() : composition;
    }

    public Monitoring withScratching(Scratching changed) {
        return new Monitoring(host, guest, step, playing, composition, owning, emulating, telling, reflecting, purging, flushing, publishing, restoring, watch, changed, patching, levels);
    }

    /// {@return the same that executes copies of code in which something is patched; first accesses must be caught}
    ///
    /// @param pages how many pages there are for copies
    /// @param stubs the logarithm of the bytes for stubs; 0 where every patch traps
    public Monitoring patching(int pages, int stubs) {
        return withPatching(patching.with(pages, stubs));
    }

    public Monitoring withPatching(Patching changed) {
        if (changed.isOn() && !watch.catches()) throw new IllegalArgumentException("code is patched when it is executed first, and first accesses are not caught");
        return new Monitoring(host, guest, step, playing, composition, owning, emulating, telling, reflecting, purging, flushing, publishing, restoring, watch, scratching, changed, levels);
    }

    /// {@return the same that lets a guest see no difference of its level; code must be patched}
    public Monitoring exact() {
        if (!patching.isOn()) throw new IllegalArgumentException("what shows a guest its real level is patched, and no code is");
        Step believed = Step.of(Levels.HIDDEN.machine(host.profile()));
        return new Monitoring(host, believed.rules(), believed, Playing.of(playing.change(), believed), composition, owning, emulating, telling, reflecting, purging, flushing, publishing, restoring, watch.withScanning(Watch.of(host.profile(), true).scanning()), scratching,
            patching.withPatching(Patching.of(host.profile(), true).patching()), Levels.HIDDEN);
    }

    /// {@return whether stubs park registers in the scratch set}
    public boolean parks() {
        return patching.hasStubs() && scratching.set().hasUpper();
    }

    /// {@return whether stubs park registers while a guest is at a level}
    ///
    /// @param level 0 or 3
    boolean parks(int level) {
        return parks() && level == 0;
    }

    /// {@return the bits of PSR that are the monitor's while a guest runs}
    ///
    /// @param presence whether its scratch set is in its area
    long kept(Presence presence) {
        return VirtualProcessor.KEPT | (watch.isKeyed() ? VirtualProcessor.PK : 0) | scratching.kept(parks() && presence == Presence.INSIDE);
    }

    /// {@return the addresses that the monitor keeps for itself}
    public Window window() {
        return Window.of(host.translator().dimensions().virtualBits());
    }

    /// {@return the answer to an exit}
    ///
    /// @param machine just after the delivery: at a vector of the monitor
    public Answer on(Monitor monitor, Machine machine) {
        return Answering.of(Answer.begun(this, monitor, machine));
    }

    /// {@return the answer by which another virtual processor goes on}
    ///
    /// @param machine between two instructions of the one that runs
    /// @param to      its number
    public Answer switched(Monitor monitor, Machine machine, int to) {
        return Switching.to(Answering.begun(Answer.begun(this, monitor, called(machine))), to);
    }

    /// {@return the answer after which the memory of a guest lies elsewhere}
    ///
    /// @param machine between two instructions of the guest that runs
    /// @param guest   its number
    /// @param map     where it lies then
    public Answer remapped(Monitor monitor, Machine machine, int guest, GuestMap map) {
        return Remapping.to(Answering.begun(Answer.begun(this, monitor, called(machine))), guest, map);
    }

    /// {@return the answer after which a device has stored a word to the memory of a guest}
    ///
    /// @param machine between two instructions of the guest that runs
    /// @param guest   its number
    /// @param at      where, at the guest's addresses: a multiple of 8, behind which there is a frame
    public Answer transferred(Monitor monitor, Machine machine, int guest, GuestPhysicalAddress at, long word) {
        return Transfers.to(Answering.begun(Answer.begun(this, monitor, called(machine))), guest, at, word);
    }

    /// {@return the machine after the monitor's own timer has interrupted it, whatever PSR.i says}
    private Machine called(Machine machine) {
        return machine.with(host.delivery().of(machine, Causes.external(machine), Choice.USUAL));
    }
}
