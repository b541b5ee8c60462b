package vmmref.vmm.monitor;

import io.vavr.collection.List;
import vmmref.model.alat.Alat;
import vmmref.model.execute.Execution;
import vmmref.model.execute.Meanings;
import vmmref.model.execute.Operands;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Forms;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Write;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.register.FloatingValue;
import vmmref.model.register.Renaming;
import vmmref.model.semantics.Semantics;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Instruction;
import vmmref.spec.Guests;

/// What the monitor does to the machine. Its answer to an exit is a sequence of these, and how many they are is what the exit costs.
public sealed interface Privileged {
    /// {@return what comes of it}
    Executed on(Semantics rules, Machine machine);

    /// An instruction that changes translations, or a region or protection-key register.
    record Translating(Instruction instruction) implements Privileged {
        @Override public Executed on(Semantics rules, Machine machine) {
            return rules.translator().execute(machine.addressing(), instruction, Choice.USUAL);
        }
    }

    /// A load of eight bytes of physical memory.
    record Loading(PhysicalAddress at) implements Privileged {
        @Override public Executed on(Semantics rules, Machine machine) {
            return new Executed.Done(Effects.NONE, Guests.ANSWER_PRIVILEGED);
        }
    }

    /// A store to physical memory, in one aligned group of eight bytes.
    ///
    /// @param size    bytes, 1 to 8
    /// @param release whether all that was stored before is there first
    record Storing(PhysicalAddress at, int size, long value, boolean release) implements Privileged {
        @Override public Executed on(Semantics rules, Machine machine) {
            return new Executed.Done(Effects.of(new Place.Bytes(at, size), value, Guests.ANSWER_PRIVILEGED)
                .then(Place.AdvancedAll.ALAT, machine.alat().without(new Alat.Range(at, size)), Guests.ANSWER_PRIVILEGED), Guests.ANSWER_PRIVILEGED);
        }
    }

    /// `stf.spill` of a floating-point register: sixteen bytes.
    ///
    /// @param register by physical number
    record Spilling(int register, PhysicalAddress at) implements Privileged {
        @Override public Executed on(Semantics rules, Machine machine) {
            FloatingValue value = machine.floating().get(register);
            return new Executed.Done(Effects.of(new Place.Bytes(at, 8), value.significand(), Guests.ANSWER_PRIVILEGED)
                .then(new Place.Bytes(new PhysicalAddress(at.bits() + 8), 8), value.head(), Guests.ANSWER_PRIVILEGED), Guests.ANSWER_PRIVILEGED);
        }
    }

    /// `ldf.fill` of a floating-point register: sixteen bytes.
    ///
    /// @param register by physical number
    record FloatFilling(int register, PhysicalAddress at) implements Privileged {
        @Override public Executed on(Semantics rules, Machine machine) {
            FloatingValue value = FloatingValue.of(machine.memory().read(new PhysicalAddress(at.bits() + 8), 8), machine.memory().read(at, 8));
            return new Executed.Done(Effects.of(new Place.Floating(Renaming.floatingNamed(register, machine.cfm())), value, Guests.ANSWER_PRIVILEGED), Guests.ANSWER_PRIVILEGED);
        }
    }

    /// `mf`: all that was stored before is there first. Memory is sequentially consistent here, and it changes nothing.
    enum Fencing implements Privileged {
        MF;

        @Override public Executed on(Semantics rules, Machine machine) {
            return new Executed.Done(Effects.NONE, Guests.ANSWER_PRIVILEGED);
        }
    }

    /// A move to a register, or to what a few instructions together restore: the register stack, interrupts in service, the ALAT, which only becomes empty.
    record Moving(Write<?> write) implements Privileged {
        @Override public Executed on(Semantics rules, Machine machine) {
            return new Executed.Done(Effects.of(List.of(write)), write.because());
        }
    }

    /// `rfi`, the last one.
    enum Returning implements Privileged {
        RFI;

        private static final Form FORM = Forms.architected().find(form -> form.syntax().plain().equals("rfi")).get();

        @Override public Executed on(Semantics rules, Machine machine) {
            return Meanings.of(FORM).get().of(new Execution(rules.translator(), rules.engine(), machine, Operands.NONE, Choice.USUAL));
        }
    }
}
