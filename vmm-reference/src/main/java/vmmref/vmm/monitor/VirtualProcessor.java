package vmmref.vmm.monitor;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.machine.Addressing;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Position;
import vmmref.model.memory.Memory;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Psr;
import vmmref.model.register.RegisterNumber;
import vmmref.model.tlb.Translation;
import vmmref.model.word.Words;
import vmmref.vmm.scratch.Presence;

/// A processor that a guest believes to have.
///
/// @param machine  the number of the virtual machine to which it belongs
/// @param belief   the machine as the guest believed it to be when the monitor last answered, without memory; while it runs, only registers that the monitor keeps count
/// @param lent     what stands in the data TLB for one instruction, because addresses do not mean the same to the register stack
/// @param left     the bundle that the hardware had done last when the guest went on; it does not know of those that the monitor has done
/// @param presence whether its scratch set is in its area
public record VirtualProcessor(int machine, Machine belief, Option<Translation> lent, VirtualAddress left, Presence presence) {
    private static final int SS = 40;
    /// The bits of PSR that are the monitor's while the guest runs: ic, dt, lp, rt, cpl, it, ss.
    static final long KEPT = 1L << 13 | 1L << 17 | 1L << 25 | 1L << 27 | 3L << 32 | 1L << 36 | 1L << SS;
    /// PSR.pk, which is the monitor's, too, where keys tell what pages are used as.
    static final long PK = 1L << 15;
    /// The control registers that are the monitor's while the guest runs; those of external interrupts and of the interval timer are the guest's.
    private static final Seq<Integer> CONTROL = Vector.of(RegisterNumber.DCR, RegisterNumber.IVA, RegisterNumber.PTA, RegisterNumber.IPSR, RegisterNumber.ISR, RegisterNumber.IIP, RegisterNumber.IFA, RegisterNumber.ITIR,
        RegisterNumber.IIPA, RegisterNumber.IFS, RegisterNumber.IIM, RegisterNumber.IHA);
    /// The least privileged level, the only one but 0 that a guest has.
    private static final int USER = 3;

    public VirtualProcessor {
        belief = belief.withMemory(Memory.ZERO);
    }

    /// {@return whether a control register is the monitor's while the guest runs}
    static boolean isKept(int number) {
        return CONTROL.contains(number);
    }

    VirtualProcessor with(Machine changed) {
        return new VirtualProcessor(machine, changed, lent, left, presence);
    }

    VirtualProcessor with(Presence changed) {
        return new VirtualProcessor(machine, belief, lent, left, changed);
    }

    VirtualProcessor with(Option<Translation> changed) {
        return new VirtualProcessor(machine, belief, changed, left, presence);
    }

    /// {@return the machine as the guest believes it to be, without memory}
    ///
    /// @param real the machine while it runs
    /// @param psr  of the machine while it ran
    /// @param rules what the monitor does
    Machine seen(Machine real, Psr psr, Monitoring rules) {
        Addressing kept = belief.addressing();
        Addressing believed = new Addressing(believed(psr, rules.kept(presence)), kept.inFlight(), kept.codeEd(), kept.dcr(), kept.regions(), kept.keys(), kept.tlb(), kept.indirect(), kept.pta());
        Words control = CONTROL.foldLeft(real.control(), (words, number) -> words.with(number, belief.control().get(number)));
        return rules.levels().seen(real, belief).withAddressing(believed).withControl(control).withMemory(Memory.ZERO);
    }

    /// {@return the same after the guest has gone on}
    ///
    /// @param last the bundle that the hardware has done last
    VirtualProcessor leaving(VirtualAddress last) {
        return new VirtualProcessor(machine, belief, lent, last, presence);
    }

    /// {@return the bundle that the guest believes to be done last: that of the hardware, unless it has done none since the guest went on}
    ///
    /// @param at   where the guest is
    /// @param last the bundle that the hardware has done last
    VirtualAddress last(Position at, VirtualAddress last) {
        return isStill(at, last) || !belief.psr().ic() ? belief.last() : last;
    }

    /// {@return whether the hardware has done nothing since the guest went on}
    boolean isStill(Position at, VirtualAddress last) {
        return last.equals(left) && at.bundle().equals(belief.position().bundle()) && at.slot() == belief.position().slot();
    }

    /// {@return PSR as the guest believes it to be}
    private Psr believed(Psr psr, long bits) {
        Psr kept = new Psr(psr.bits() & ~bits | belief.psr().bits() & bits);
        return psr.cpl() > 1 ? kept.withCpl(USER) : kept;
    }

    /// {@return PSR of the machine while the guest runs that believes in another one: everything is translated and collected, and transfers to a lower privilege level trap}
    ///
    /// @param level   its real privilege level
    /// @param stepped whether the monitor is called after each instruction, whatever the guest believes
    static Psr real(Psr believed, int level, boolean stepped) {
        return new Psr(believed.bits() | KEPT).withCpl(level).with(SS, stepped || believed.ss());
    }
}
