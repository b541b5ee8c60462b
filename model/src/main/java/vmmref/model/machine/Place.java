package vmmref.model.machine;

import io.vavr.control.Option;
import java.util.Locale;
import vmmref.model.alat.Alat;
import vmmref.model.register.InterruptSet;
import vmmref.model.instruction.OperandKind;
import vmmref.model.instruction.RegisterNames;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Cfm;
import vmmref.model.register.FloatingValue;
import vmmref.model.register.GeneralRegisters;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.IndirectRegisters;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.model.register.Psr;
import vmmref.model.register.RegionRegister;
import vmmref.model.register.RegisterStack;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Translation;

/// A part of a machine that holds a value of a type; it is written as the manual names it. A number of a register means what it means at that moment: an effect on the frame comes before effects on the registers of the new frame.
public sealed interface Place<T> {
    /// {@return the machine with another value here}
    Machine with(Machine machine, T value);

    /// {@return the value here}
    T of(Machine machine);

    /// Which instruction comes next. Where an instruction has an effect on it, it is the last one.
    enum Next implements Place<Position> {
        NEXT;

        @Override public Machine with(Machine machine, Position value) {
            return machine.withPosition(value);
        }

        @Override public Position of(Machine machine) {
            return machine.position();
        }

        @Override public String toString() {
            return "ip";
        }
    }

    /// The bundle of the last instruction that was done while PSR.ic was 1.
    enum Last implements Place<VirtualAddress> {
        LAST;

        @Override public Machine with(Machine machine, VirtualAddress value) {
            return machine.withLast(value);
        }

        @Override public VirtualAddress of(Machine machine) {
            return machine.last();
        }

        @Override public String toString() {
            return "last";
        }
    }

    /// A general register, r1 to r127.
    record General(int number) implements Place<GeneralValue> {
        @Override public Machine with(Machine machine, GeneralValue value) {
            return machine.withGeneral(number, value);
        }

        @Override public GeneralValue of(Machine machine) {
            return machine.general(number);
        }

        @Override public String toString() {
            return "r" + number;
        }
    }

    /// A floating-point register, f2 to f127.
    record Floating(int number) implements Place<FloatingValue> {
        @Override public Machine with(Machine machine, FloatingValue value) {
            return machine.withFloating(number, value);
        }

        @Override public FloatingValue of(Machine machine) {
            return machine.floating(number);
        }

        @Override public String toString() {
            return "f" + number;
        }
    }

    /// A predicate register, p1 to p63.
    record Predicate(int number) implements Place<Boolean> {
        @Override public Machine with(Machine machine, Boolean value) {
            return machine.withPredicate(number, value);
        }

        @Override public Boolean of(Machine machine) {
            return machine.predicate(number);
        }

        @Override public String toString() {
            return "p" + number;
        }
    }

    /// All predicate registers, without rotation.
    enum Predicates implements Place<Long> {
        PREDICATES;

        @Override public Machine with(Machine machine, Long value) {
            return machine.withPredicates(value | 1);
        }

        @Override public Long of(Machine machine) {
            return machine.predicates();
        }

        @Override public String toString() {
            return "pr";
        }
    }

    /// A branch register, b0 to b7.
    record Branch(int number) implements Place<Long> {
        @Override public Machine with(Machine machine, Long value) {
            return machine.withBranches(machine.branches().with(number, value));
        }

        @Override public Long of(Machine machine) {
            return machine.branches().get(number);
        }

        @Override public String toString() {
            return "b" + number;
        }
    }

    /// An application register by number, other than BSP.
    record Application(int number) implements Place<Long> {
        @Override public Machine with(Machine machine, Long value) {
            return machine.withApplication(number, value);
        }

        @Override public Long of(Machine machine) {
            return machine.application(number);
        }

        @Override public String toString() {
            return RegisterNames.name(OperandKind.APPLICATION, number);
        }
    }

    /// A control register by number.
    record Control(int number) implements Place<Long> {
        @Override public Machine with(Machine machine, Long value) {
            return machine.withControl(number, value);
        }

        @Override public Long of(Machine machine) {
            return machine.control(number);
        }

        @Override public String toString() {
            return RegisterNames.name(OperandKind.CONTROL, number);
        }
    }

    /// The external interrupts in service.
    enum InService implements Place<InterruptSet> {
        IN_SERVICE;

        @Override public Machine with(Machine machine, InterruptSet value) {
            return machine.withInService(value);
        }

        @Override public InterruptSet of(Machine machine) {
            return machine.inService();
        }

        @Override public String toString() {
            return "in service";
        }
    }

    /// The processor status register.
    enum Status implements Place<Psr> {
        PSR;

        @Override public Machine with(Machine machine, Psr value) {
            return machine.withPsr(value);
        }

        @Override public Psr of(Machine machine) {
            return machine.psr();
        }

        @Override public String toString() {
            return "psr";
        }
    }

    /// Whether a change of PSR.ic has not been serialised yet.
    enum InFlight implements Place<Boolean> {
        IN_FLIGHT;

        @Override public Machine with(Machine machine, Boolean value) {
            return machine.withAddressing(machine.addressing().withInFlight(value));
        }

        @Override public Boolean of(Machine machine) {
            return machine.addressing().inFlight();
        }

        @Override public String toString() {
            return "psr.ic in flight";
        }
    }

    /// The current frame marker.
    enum Frame implements Place<Cfm> {
        CFM;

        @Override public Machine with(Machine machine, Cfm value) {
            return machine.withCfm(value);
        }

        @Override public Cfm of(Machine machine) {
            return machine.cfm();
        }

        @Override public String toString() {
            return "cfm";
        }
    }

    /// Where the frame lies in the stacked registers.
    enum Stack implements Place<RegisterStack> {
        STACK;

        @Override public Machine with(Machine machine, RegisterStack value) {
            return machine.withStack(value);
        }

        @Override public RegisterStack of(Machine machine) {
            return machine.stack();
        }

        @Override public String toString() {
            return "rse";
        }
    }

    /// A stacked register by its number in the register file, 0 up, whether or not it belongs to the frame.
    record Stacked(int number) implements Place<GeneralValue> {
        @Override public Machine with(Machine machine, GeneralValue value) {
            return machine.withGeneral(machine.general().with(GeneralRegisters.STACKED + number, value));
        }

        @Override public GeneralValue of(Machine machine) {
            return machine.general().get(GeneralRegisters.STACKED + number);
        }

        @Override public String toString() {
            return "stacked" + number;
        }
    }

    /// Bytes of memory as a little-endian number, 1 to 8 of them in one aligned group of eight.
    record Bytes(PhysicalAddress at, int size) implements Place<Long> {
        @Override public Machine with(Machine machine, Long value) {
            return machine.withMemory(machine.memory().with(at, size, value));
        }

        @Override public Long of(Machine machine) {
            return machine.memory().read(at, size);
        }

        @Override public String toString() {
            return "mem" + 8 * size + " " + at;
        }
    }

    /// What an advanced load to a register remembers.
    record Advanced(Alat.Tag tag) implements Place<Option<Alat.Range>> {
        @Override public Machine with(Machine machine, Option<Alat.Range> value) {
            return machine.withAlat(machine.alat().with(tag, value));
        }

        @Override public Option<Alat.Range> of(Machine machine) {
            return machine.alat().get(tag);
        }

        @Override public String toString() {
            return "alat " + tag;
        }
    }

    /// All that advanced loads remember.
    enum AdvancedAll implements Place<Alat> {
        ALAT;

        @Override public Machine with(Machine machine, Alat value) {
            return machine.withAlat(value);
        }

        @Override public Alat of(Machine machine) {
            return machine.alat();
        }

        @Override public String toString() {
            return "alat";
        }
    }

    /// A part of what translation reads.
    sealed interface OfAddressing<T> extends Place<T> {
        Addressing with(Addressing addressing, T value);

        T of(Addressing addressing);

        @Override default Machine with(Machine machine, T value) {
            return machine.withAddressing(with(machine.addressing(), value));
        }

        @Override default T of(Machine machine) {
            return of(machine.addressing());
        }
    }

    /// A region register.
    record Region(int number) implements OfAddressing<RegionRegister> {
        @Override public Addressing with(Addressing addressing, RegionRegister value) {
            return addressing.withRegions(addressing.regions().with(number, value));
        }

        @Override public RegionRegister of(Addressing addressing) {
            return addressing.regions().get(number);
        }

        @Override public String toString() {
            return "rr" + number;
        }
    }

    /// A protection-key register.
    record Key(int number) implements OfAddressing<ProtectionKeyRegister> {
        @Override public Addressing with(Addressing addressing, ProtectionKeyRegister value) {
            return addressing.withKeys(addressing.keys().with(number, value));
        }

        @Override public ProtectionKeyRegister of(Addressing addressing) {
            return addressing.keys().get(number);
        }

        @Override public String toString() {
            return "pkr" + number;
        }
    }

    /// A breakpoint or performance monitor register.
    record Indirect(IndirectRegisters.File file, int number) implements OfAddressing<Long> {
        @Override public Addressing with(Addressing addressing, Long value) {
            return addressing.withIndirect(addressing.indirect().with(file, number, value));
        }

        @Override public Long of(Addressing addressing) {
            return addressing.indirect().file(file).get(number);
        }

        @Override public String toString() {
            return file.name().toLowerCase(Locale.ROOT) + number;
        }
    }

    /// A translation register, which may be empty.
    record Pinned(Stream stream, int slot) implements OfAddressing<Option<Translation>> {
        @Override public Addressing with(Addressing addressing, Option<Translation> value) {
            return addressing.withTlb(addressing.tlb().withRegister(stream, slot, value));
        }

        @Override public Option<Translation> of(Addressing addressing) {
            return addressing.tlb().register(stream, slot);
        }

        @Override public String toString() {
            return stream.name().toLowerCase(Locale.ROOT).charAt(0) + "tr" + slot;
        }
    }

    /// Whether a translation cache holds a translation.
    record Cached(Stream stream, Translation translation) implements OfAddressing<Boolean> {
        @Override public Addressing with(Addressing addressing, Boolean value) {
            return addressing.withTlb(addressing.tlb().withCached(stream, translation, value));
        }

        @Override public Boolean of(Addressing addressing) {
            return addressing.tlb().isCached(stream, translation);
        }

        @Override public String toString() {
            return stream.name().toLowerCase(Locale.ROOT).charAt(0) + "tc " + translation;
        }
    }
}
