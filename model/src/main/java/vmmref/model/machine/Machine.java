package vmmref.model.machine;

import vmmref.model.alat.Alat;
import vmmref.model.register.InterruptSet;
import vmmref.model.memory.Memory;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Cfm;
import vmmref.model.register.Dcr;
import vmmref.model.register.FloatingRegisters;
import vmmref.model.register.FloatingValue;
import vmmref.model.register.GeneralRegisters;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.IndirectRegisters;
import vmmref.model.register.Psr;
import vmmref.model.register.Pta;
import vmmref.model.register.RegisterNumber;
import vmmref.model.register.RegisterStack;
import vmmref.model.register.Renaming;
import vmmref.model.tlb.Tlb;
import vmmref.model.word.Bits;
import vmmref.model.word.Words;

/// One processor and the memory that it sees.
///
/// @param position    which instruction comes next
/// @param last        the bundle of the last instruction that was done while PSR.ic was 1, which a delivery writes to IIPA
/// @param addressing  what translation reads, PSR among it
/// @param cfm         the current frame marker
/// @param stack       where the frame lies in the stacked registers
/// @param general     the general registers by physical number
/// @param floating    the floating-point registers by physical number
/// @param predicates  the predicate registers by physical number, a bit each; bit 0 is 1
/// @param branches    the branch registers
/// @param application the application registers by number, other than BSP, BSPSTORE and RNAT, which are parts of `stack`
/// @param control     the control registers by number, other than DCR and PTA, which are parts of `addressing`
/// @param inService   the external interrupts that were acknowledged and not ended
/// @param alat        what advanced loads remember
/// @param memory      physical memory
public record Machine(Position position, VirtualAddress last, Addressing addressing, Cfm cfm, RegisterStack stack, GeneralRegisters general, FloatingRegisters floating, long predicates, Words branches,
                      Words application, Words control, InterruptSet inService, Alat alat, Memory memory) {
    /// The number of application registers, and that of control registers.
    public static final int FILE = 128;
    /// The number of branch registers.
    public static final int BRANCHES = 8;

    /// {@return a machine at address 0 with an empty frame, whose registers and memory are 0 as far as they are not given}
    public static Machine of(Addressing addressing) {
        return new Machine(Position.at(0), new VirtualAddress(0), addressing, Cfm.EMPTY, RegisterStack.RESET, GeneralRegisters.RESET, FloatingRegisters.RESET, 1, Words.zero(BRANCHES),
            Words.zero(FILE), Words.zero(FILE), InterruptSet.NONE, Alat.EMPTY, Memory.ZERO);
    }

    /// {@return the same in another frame, for those who say how a machine starts; effects write its two parts one after the other}
    /// @throws IllegalArgumentException if the fields of the frame marker do not fit each other, or there are not so many stacked registers
    public Machine framed(Cfm frame, RegisterStack registers) {
        if (!frame.isSound()) throw new IllegalArgumentException("the fields of the frame marker " + frame + " do not fit each other");
        if (!registers.fits(frame.sof())) throw new IllegalArgumentException(registers.dirty() + " dirty registers and a frame of " + frame.sof() + " are more than the " + registers.size() + " stacked registers");
        if (-registers.dirty() > frame.sof()) throw new IllegalArgumentException("a frame of " + frame.sof() + " registers does not lack " + -registers.dirty());
        return withCfm(frame).withStack(registers);
    }

    /// {@return the machine after effects, applied in their order}
    public Machine with(Effects effects) {
        return effects.in(this);
    }

    public Psr psr() {
        return addressing.psr();
    }

    public IndirectRegisters indirect() {
        return addressing.indirect();
    }

    /// {@return general register r0 to r127 of the current frame and bank}
    public GeneralValue general(int register) {
        return general.get(Renaming.general(register, cfm, stack, psr().bn()));
    }

    /// {@return floating-point register f0 to f127}
    public FloatingValue floating(int register) {
        return floating.get(Renaming.floating(register, cfm));
    }

    /// {@return predicate register p0 to p63}
    public boolean predicate(int register) {
        return Bits.bit(predicates, Renaming.predicate(register, cfm));
    }

    /// {@return what an application register holds, 64 bits}
    public long application(int register) {
        return switch (register) {
            case RegisterNumber.BSP      -> stack.bsp().bits();
            case RegisterNumber.BSPSTORE -> stack.bspstore().bits();
            case RegisterNumber.RNAT     -> stack.rnat();
            default                      -> application.get(register);
        };
    }

    /// {@return what a control register holds, 64 bits}
    public long control(int register) {
        return switch (register) {
            case RegisterNumber.DCR -> addressing.dcr().bits();
            case RegisterNumber.PTA -> addressing.pta().bits();
            default                 -> control.get(register);
        };
    }

    Machine withGeneral(int register, GeneralValue value) {
        return withGeneral(general.with(Renaming.general(register, cfm, stack, psr().bn()), value));
    }

    Machine withFloating(int register, FloatingValue value) {
        return withFloating(floating.with(Renaming.floating(register, cfm), value));
    }

    Machine withPredicate(int register, boolean value) {
        long bit = 1L << Renaming.predicate(register, cfm);
        return withPredicates(value ? predicates | bit : predicates & ~bit);
    }

    Machine withApplication(int register, long value) {
        return switch (register) {
            case RegisterNumber.BSPSTORE -> withStack(stack.withBspstore(new VirtualAddress(value)));
            case RegisterNumber.RNAT     -> withStack(stack.withRnat(value));
            default                      -> withApplication(application.with(register, value));
        };
    }

    Machine withControl(int register, long value) {
        return switch (register) {
            case RegisterNumber.DCR -> withAddressing(addressing.withDcr(new Dcr(value)));
            case RegisterNumber.PTA -> withAddressing(addressing.withPta(new Pta(value)));
            default                 -> withControl(control.with(register, value));
        };
    }

    public Machine withPsr(Psr changed) {
        return withAddressing(addressing.withPsr(changed));
    }

    public Machine withTlb(Tlb changed) {
        return withAddressing(addressing.withTlb(changed));
    }

    /// {@return the same about to execute another instruction}
    public Machine withPosition(Position changed) {
        boolean ed = changed.code().isDefined() && changed.code().get().ed();
        return new Machine(changed, last, ed == addressing.codeEd() ? addressing : addressing.withCodeEd(ed), cfm, stack, general, floating, predicates, branches, application, control, inService, alat, memory);
    }

    public Machine withLast(VirtualAddress changed) {
        return new Machine(position, changed, addressing, cfm, stack, general, floating, predicates, branches, application, control, inService, alat, memory);
    }

    public Machine withAddressing(Addressing changed) {
        return new Machine(position, last, changed, cfm, stack, general, floating, predicates, branches, application, control, inService, alat, memory);
    }

    public Machine withCfm(Cfm changed) {
        return new Machine(position, last, addressing, changed, stack, general, floating, predicates, branches, application, control, inService, alat, memory);
    }

    public Machine withStack(RegisterStack changed) {
        return new Machine(position, last, addressing, cfm, changed, general, floating, predicates, branches, application, control, inService, alat, memory);
    }

    public Machine withGeneral(GeneralRegisters changed) {
        return new Machine(position, last, addressing, cfm, stack, changed, floating, predicates, branches, application, control, inService, alat, memory);
    }

    public Machine withFloating(FloatingRegisters changed) {
        return new Machine(position, last, addressing, cfm, stack, general, changed, predicates, branches, application, control, inService, alat, memory);
    }

    public Machine withPredicates(long changed) {
        return new Machine(position, last, addressing, cfm, stack, general, floating, changed, branches, application, control, inService, alat, memory);
    }

    public Machine withBranches(Words changed) {
        return new Machine(position, last, addressing, cfm, stack, general, floating, predicates, changed, application, control, inService, alat, memory);
    }

    public Machine withApplication(Words changed) {
        return new Machine(position, last, addressing, cfm, stack, general, floating, predicates, branches, changed, control, inService, alat, memory);
    }

    public Machine withControl(Words changed) {
        return new Machine(position, last, addressing, cfm, stack, general, floating, predicates, branches, application, changed, inService, alat, memory);
    }

    public Machine withInService(InterruptSet changed) {
        return new Machine(position, last, addressing, cfm, stack, general, floating, predicates, branches, application, control, changed, alat, memory);
    }

    public Machine withAlat(Alat changed) {
        return new Machine(position, last, addressing, cfm, stack, general, floating, predicates, branches, application, control, inService, changed, memory);
    }

    public Machine withMemory(Memory changed) {
        return new Machine(position, last, addressing, cfm, stack, general, floating, predicates, branches, application, control, inService, alat, changed);
    }
}
