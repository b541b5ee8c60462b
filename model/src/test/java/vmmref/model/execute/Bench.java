package vmmref.model.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Assembled;
import vmmref.model.instruction.Assembler;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.Instruction;
import vmmref.model.machine.Addressing;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.profile.Profile;
import vmmref.model.register.Cfm;
import vmmref.model.register.Dcr;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.ProtectionKeyRegisters;
import vmmref.model.register.Psr;
import vmmref.model.register.RegionRegister;
import vmmref.model.register.RegionRegisters;
import vmmref.model.semantics.Semantics;
import vmmref.model.tlb.Tlb;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Translator;

/// Executes one instruction for a test.
final class Bench {
    /// A machine with a frame of 16 registers.
    static final Machine MACHINE = Machine.of(new Addressing(new Psr(0), false, false, new Dcr(0), RegionRegisters.of(Vector.fill(8, new RegionRegister(0))), ProtectionKeyRegisters.zero(16), Tlb.EMPTY))
        .withCfm(Cfm.of(16, 0, 0));

    private static final Translator TRANSLATOR = Semantics.architected(Profile.named("itanium2").get()).translator();

    private Bench() { }

    /// {@return the machine with other values in r8, which is r3, too, and r9, which is r2, too}
    static Machine with(GeneralValue r8, GeneralValue r9) {
        return new Place.General(3).with(new Place.General(2).with(new Place.General(9).with(new Place.General(8).with(MACHINE, r8), r9), r9), r8);
    }

    static Machine with(long r8, long r9) {
        return with(GeneralValue.of(r8), GeneralValue.of(r9));
    }

    /// {@return what comes of an instruction, whose qualifying predicate is not looked at unless it looks itself}
    static Executed executed(Machine machine, String text) {
        Instruction instruction = Vector.of(Unit.I, Unit.X).flatMap(unit -> Assembler.architected().assemble(unit, text) instanceof Assembled.Done done
            ? Option.some(done.instruction()) : Option.<Instruction>none()).head();
        Ready ready = Ready.of(new Decoded.Assigned(instruction, Slot.ZERO, instruction.form().clause()), true, Meanings::of);
        return ready.meaning().of(new Execution(TRANSLATOR, machine, ready.operands(), Choice.USUAL));
    }

    /// Asserts what r10 becomes, line by line: an instruction, r8, r9 and r10, the last three in hexadecimal digits.
    static void computes(String lines) {
        lines.lines().forEach(line -> {
            Seq<String> parts = Vector.of(line.split(";")).map(String::strip);
            Machine machine = with(Long.parseUnsignedLong(parts.get(1), 16), Long.parseUnsignedLong(parts.get(2), 16));
            Executed executed = executed(machine, parts.get(0));
            Machine after = machine.with(assertInstanceOf(Executed.Done.class, executed, line).effects());
            assertEquals(GeneralValue.of(Long.parseUnsignedLong(parts.get(3), 16)), after.general(10), line);
            assertEquals(machine, new Place.General(10).with(after, machine.general(10)), line);
        });
    }
}
