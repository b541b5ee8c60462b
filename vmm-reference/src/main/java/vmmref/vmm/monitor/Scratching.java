package vmmref.vmm.monitor;

import static vmmref.spec.PatchedPages.SET_PARKING;
import static vmmref.spec.ScratchRegisters.ENTRY_DETECTED;
import static vmmref.spec.ScratchRegisters.EXIT_DETECTED;
import static vmmref.spec.ScratchRegisters.SAVE_PRECEDES;
import static vmmref.spec.ScratchRegisters.SET_DISABLED;
import static vmmref.spec.ScratchRegisters.SET_OF_PROCESSOR;

import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.register.FloatingValue;
import vmmref.model.register.Psr;
import vmmref.model.register.RegisterNumber;
import vmmref.model.register.Renaming;
import vmmref.spec.PatchedPages;
import vmmref.spec.ScratchRegisters;
import vmmref.vmm.scratch.Detector;
import vmmref.vmm.scratch.Detectors;
import vmmref.vmm.scratch.Passage;
import vmmref.vmm.scratch.Presence;
import vmmref.vmm.scratch.SaveArea;
import vmmref.vmm.scratch.ScratchSet;

/// How registers of a guest become the monitor's for a while, as a value.
///
/// @param set       which registers
/// @param detectors from what entering and leaving are seen
/// @param moving    what a passage leads to
/// @param entering  in which order the set is stored and used
/// @param using     what the monitor does with the set while a virtual processor is inside
/// @param disabling what PSR becomes with which a virtual processor goes on that is inside
public record Scratching(ScratchSet set, Detectors detectors, BiFunction<Presence, Passage, Presence.Move> moving, Entering entering, UnaryOperator<Answer> using, BiFunction<ScratchSet, Psr, Psr> disabling) {
    private static final int WORD = 8;
    private static final int MFH = 5;
    private static final int DFL = 18;
    private static final int DFH = 19;

    /// The question in which order the set is stored and used.
    @FunctionalInterface
    public interface Entering {
        /// {@return the answer after both}
        Answer entered(Answer answer, UnaryOperator<Answer> saving, UnaryOperator<Answer> using);
    }

    /// {@return how an honest monitor takes no set, and would use none}
    static Scratching of(Detectors detectors) {
        return new Scratching(ScratchSet.NONE, detectors, Presence::on, Scratching::saved, UnaryOperator.identity(), Scratching::disabled);
    }

    @ScratchRegisters.Rule(SAVE_PRECEDES)
    static Answer saved(Answer answer, UnaryOperator<Answer> saving, UnaryOperator<Answer> using) {
        return using.apply(saving.apply(answer.because(SAVE_PRECEDES)));
    }

    @ScratchRegisters.Rule(SET_DISABLED)
    static Psr disabled(ScratchSet set, Psr psr) {
        return psr.with(DFL, psr.dfl() || set.isLow()).with(DFH, psr.dfh() || set.isHigh());
    }

    /// {@return PSR with which a virtual processor goes on that is inside}
    ///
    /// @param parking whether stubs park registers
    Psr disabled(Psr psr, boolean parking) {
        Psr disabled = disabling.apply(set, psr);
        return parking ? disabled.with(DFH, false) : disabled;
    }

    /// {@return the bits of PSR that are the monitor's while a guest runs}
    ///
    /// @param parking whether stubs park registers, which sets PSR.mfh
    long kept(boolean parking) {
        return (set.isLow() ? 1L << DFL : 0) | (set.isHigh() ? 1L << DFH : 0) | (parking ? 1L << MFH : 0);
    }

    /// {@return the answer after it was seen whether the guest enters or leaves as it goes on}
    ///
    /// @param after 0 or 3, the level at which it does
    Answer passed(Answer answer, int after) {
        if (set.isEmpty()) return answer;
        Passage passage = answer.rules().parks() ? parking(after) : answer.told().map(told -> detectors.passage(told, before(answer.machine(), told), after)).getOrElse(Passage.NONE);
        Presence.Move move = moving.apply(answer.monitor().processor().presence(), passage);
        Answer seen = passage == Passage.NONE ? answer : answer.because(answer.rules().parks() ? SET_PARKING : passage == Passage.ENTRY ? ENTRY_DETECTED : EXIT_DETECTED);
        Answer moved = move.because().map(seen::because).getOrElse(seen).being(move.next());
        return switch (move.action()) {
            case SAVE    -> entering.entered(moved, this::saved, using);
            case RESTORE -> restored(moved);
            case NOTHING -> move.next() == Presence.INSIDE ? using.apply(moved) : moved;
        };
    }

    /// {@return the passage of a guest whose stubs park registers at level 0}
    @PatchedPages.Rule(SET_PARKING)
    static Passage parking(int after) {
        return after == 0 ? Passage.ENTRY : Passage.EXIT;
    }

    /// {@return the level at which the guest was; a trap comes after the level is lower}
    private static int before(Machine machine, Detector told) {
        return told == Detector.PRIVILEGE_DECREASE || new Psr(machine.control(RegisterNumber.IPSR)).cpl() < 2 ? 0 : 3;
    }

    private Answer saved(Answer answer) {
        return set.registers().foldLeft(answer, (given, register) -> given.then(new Privileged.Spilling(register, at(given.monitor(), register))));
    }

    private Answer restored(Answer answer) {
        return set.registers().foldLeft(answer, (given, register) -> given.then(new Privileged.FloatFilling(register, at(given.monitor(), register))));
    }

    private static PhysicalAddress at(Monitor monitor, int register) {
        return monitor.area().of(monitor.running(), register);
    }

    /// {@return the answer after an instruction of the guest has changed a register, which is in the area if the guest is inside}
    ///
    /// @param register as the instruction names it
    Answer written(Answer answer, Machine believed, int register, FloatingValue value) {
        PhysicalAddress at = at(answer.monitor(), Renaming.floating(register, believed.cfm()));
        return answer.then(new Privileged.Storing(at, WORD, value.significand(), false)).then(new Privileged.Storing(new PhysicalAddress(at.bits() + WORD), WORD, value.head(), false));
    }

    /// {@return whether an instruction of the guest that runs finds a register in the area}
    ///
    /// @param register as the instruction names it
    boolean isAway(Monitor monitor, Machine believed, int register) {
        return monitor.processor().presence() == Presence.INSIDE && set.has(Renaming.floating(register, believed.cfm()));
    }

    /// {@return whether a register of a virtual processor that goes on comes back; if it is inside, those of the set stay in its area}
    @ScratchRegisters.Rule(SET_OF_PROCESSOR)
    boolean isReturned(Monitor monitor, Machine belief, Place<?> place) {
        return !(place instanceof Place.Floating(int register)) || !isAway(monitor, belief, register);
    }

    /// {@return a machine with the registers that the guest that runs believes in}
    ///
    /// @param real what the hardware holds
    Machine seen(Monitor monitor, Machine real, Machine believed) {
        if (monitor.processor().presence() == Presence.OUTSIDE) return believed;
        return believed.withFloating(believed.floating().with(set.first(), set.end(), register -> value(real.memory(), at(monitor, register))));
    }

    private static FloatingValue value(Memory memory, PhysicalAddress at) {
        return FloatingValue.of(memory.read(new PhysicalAddress(at.bits() + WORD), WORD), memory.read(at, WORD));
    }

    /// {@return room for the set of each virtual processor}
    ///
    /// @param first where it begins
    SaveArea area(PhysicalAddress first, int processors) {
        return new SaveArea(first, set.isEmpty() ? 0 : processors);
    }

    Scratching with(ScratchSet changed) {
        return new Scratching(changed, detectors, moving, entering, using, disabling);
    }

    public Scratching withDetectors(Detectors changed) {
        return new Scratching(set, changed, moving, entering, using, disabling);
    }

    public Scratching withMoving(BiFunction<Presence, Passage, Presence.Move> changed) {
        return new Scratching(set, detectors, changed, entering, using, disabling);
    }

    public Scratching withEntering(Entering changed) {
        return new Scratching(set, detectors, moving, changed, using, disabling);
    }

    public Scratching withUsing(UnaryOperator<Answer> changed) {
        return new Scratching(set, detectors, moving, entering, changed, disabling);
    }

    public Scratching withDisabling(BiFunction<ScratchSet, Psr, Psr> changed) {
        return new Scratching(set, detectors, moving, entering, using, changed);
    }
}
