package vmmref.model.execute;

import io.vavr.collection.Vector;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Assembled;
import vmmref.model.instruction.Assembler;
import vmmref.model.instruction.Instruction;
import vmmref.model.machine.Addressing;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.machine.Write;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.model.register.Cfm;
import vmmref.model.register.Dcr;
import vmmref.model.register.FloatingValue;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.ProtectionKeyRegisters;
import vmmref.model.register.Psr;
import vmmref.model.register.Pte;
import vmmref.model.register.RegionRegister;
import vmmref.model.register.RegionRegisters;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Translator;
import vmmref.model.word.Bits;

/// A machine that translates nothing: from 8000 on memory holds the bytes 80, 81 up to bf; r9 holds 8000, r10 1122334455667788, r11 is not a thing, f9 holds 1, f10 -2, f11 is not a thing. Registers up to r39 exist.
final class MemoryExample {
    static final long AT = 0x8000;
    /// PSR.ic, mfl and mfh.
    static final Psr STATUS = new Psr(0x2030);
    static final int BE = 1;
    static final int DFL = 18;
    static final int DFH = 19;
    static final Machine MACHINE = machine();

    private static final Translator RULES = Translator.architected(Profile.named("maximal").get());

    private MemoryExample() { }

    private static Machine machine() {
        Addressing addressing = new Addressing(STATUS, false, false, new Dcr(0), RegionRegisters.of(Vector.fill(8, new RegionRegister(0x101 << 8 | 16 << 2))), ProtectionKeyRegisters.zero(16), Tlb.EMPTY);
        Memory memory = Memory.ZERO;
        for (int offset = 0; offset < 64; offset++) memory = memory.with(new PhysicalAddress(AT + offset), 1, 0x80 + offset);
        Machine machine = Machine.of(addressing).withPosition(Position.at(0x4000)).withCfm(Cfm.of(8, 8, 0)).withMemory(memory);
        Effects effects = Effects.of(new Place.General(9), GeneralValue.of(AT), null)
            .then(new Place.General(10), GeneralValue.of(0x1122334455667788L), null)
            .then(new Place.General(11), new GeneralValue(0x1234, true), null)
            .then(new Place.Floating(9), FloatingValue.ONE, null)
            .then(new Place.Floating(10), new FloatingValue(true, 0x10000, 1L << 63), null)
            .then(new Place.Floating(11), FloatingValue.NATVAL, null);
        return machine.with(effects);
    }

    static Machine with(Machine machine, int register, long bits) {
        return new Place.General(register).with(machine, GeneralValue.of(bits));
    }

    static Machine with(int bit) {
        return MACHINE.withPsr(STATUS.with(bit, true));
    }

    /// {@return a machine that translates data, in a page of 64 KB at 0 with some bits besides p, a and d}
    static Machine paged(Machine machine, long entry) {
        Translation page = Translation.of(new VirtualAddress(0), 0x101, new PageSize(16), 0x55, new Pte(0x61 | entry));
        return machine.withTlb(Tlb.EMPTY.withCached(Stream.DATA, page, true)).withPsr(machine.psr().with(17, true));
    }

    static Executed executed(Machine machine, String text, Choice choice) {
        Instruction instruction = instruction(text);
        return Meanings.of(instruction.form()).get().of(new Execution(RULES, machine, Operands.of(instruction), choice));
    }

    private static Instruction instruction(String text) {
        Unit unit = text.startsWith("fmerge") ? Unit.F : Unit.M;
        return switch (Assembler.architected().assemble(unit, text)) {
            case Assembled.Done done       -> done.instruction();
            case Assembled.Refused refused -> throw new IllegalArgumentException(refused.why());
        };
    }

    static Machine after(Machine machine, String text) {
        return machine.with(((Executed.Done) executed(machine, text, Choice.USUAL)).effects());
    }

    /// {@return what comes of an instruction: each effect with its clause, or how it faults}
    static String told(Machine machine, String text, Choice choice) {
        return switch (executed(machine, text, choice)) {
            case Executed.Done done     -> done.because() + ":" + done.effects().writes().map(MemoryExample::told).mkString("");
            case Executed.Raised raised -> raised.fault().kind() + raised.fault().at().map(at -> " at " + Long.toHexString(at.bits())).getOrElse("") + " by " + raised.because();
            case Executed other         -> other.toString();
        };
    }

    static String told(Machine machine, String text) {
        return told(machine, text, Choice.USUAL);
    }

    private static String told(Write<?> write) {
        Object value = write.value() instanceof Long bits ? Bits.hexadecimal(bits) : write.value();
        return " " + write.place() + "=" + value + " " + write.because();
    }
}
