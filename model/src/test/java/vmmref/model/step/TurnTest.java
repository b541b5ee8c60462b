package vmmref.model.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.model.bundle.Bundle;
import vmmref.model.instruction.AssembledBundle;
import vmmref.model.instruction.Assembler;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Addressing;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.model.register.Dcr;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.ProtectionKeyRegisters;
import vmmref.model.register.Psr;
import vmmref.model.register.RegionRegister;
import vmmref.model.register.RegionRegisters;
import vmmref.model.register.RegisterNumber;
import vmmref.model.semantics.Semantics;
import vmmref.model.step.Turn.Turned;
import vmmref.model.tlb.Tlb;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Freedom;
import vmmref.spec.Executions;
import vmmref.spec.Interruptions;

class TurnTest {
    private static final Turn TURN = Turn.of(Semantics.architected(Profile.named("merced").get()));
    private static final Turn LATE = Turn.of(Semantics.architected(Profile.named("minimal").get()));
    private static final long AT = 0x4000;
    private static final long LAST = 0x3ff0;
    private static final long IC = 1L << 13;

    /// {@return a machine without translation that executes a slot of a bundle next; r9 is 0, r10 is not a thing, p6 is 0, b6 holds 8000, and the last bundle was at 3ff0}
    private static Machine at(long psr, int slot, String notation, String... texts) {
        Bundle bundle = ((AssembledBundle.Done) Assembler.architected().bundle(notation, Vector.of(texts))).bundle();
        Machine machine = Machine.of(new Addressing(new Psr(psr), false, false, new Dcr(0), RegionRegisters.of(Vector.fill(8, new RegionRegister(0x101 << 8 | 14 << 2))), ProtectionKeyRegisters.zero(16), Tlb.EMPTY));
        return new Place.Branch(6).with(new Place.General(10).with(machine, new GeneralValue(0, true)), 0x8000L)
            .withMemory(machine.memory().with(new PhysicalAddress(AT), 8, bundle.low()).with(new PhysicalAddress(AT + 8), 8, bundle.high()))
            .withPosition(new Position(new VirtualAddress(AT), slot, Option.none())).withLast(new VirtualAddress(LAST));
    }

    private static Machine after(Machine machine, Turned turned) {
        return machine.with(assertInstanceOf(Executed.Done.class, turned.executed()).effects());
    }

    private static Seq<String> collected(Machine after) {
        return Vector.of(RegisterNumber.ISR, RegisterNumber.IIP, RegisterNumber.IPSR, RegisterNumber.IIPA).map(register -> Long.toHexString(after.control(register)));
    }

    /// PSR but for ic, which is 1, the bundle and the slot, then what is taken, and ISR, IIP, IPSR and IIPA, typed from the manual.
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "0           | 1 | MII | nop.m 0; break.i 0x5; nop.i 0              | BREAK_INSTRUCTION                      | 20000000000 | 4000 | 20000002000 | 3ff0",
        "0           | 0 | MII | ld8 r8=[r10]; nop.i 0; nop.i 0             | REGISTER_NAT_CONSUMPTION               | 400000010   | 4000 | 2000        | 3ff0",
        "20000       | 0 | MII | ld8 r8=[r9]; nop.i 0; nop.i 0              | ALTERNATE_DATA_TLB                     | 400000000   | 4000 | 22000       | 3ff0",
        "20000       | 0 | MII | st8 [r9]=r0; nop.i 0; nop.i 0              | ALTERNATE_DATA_TLB                     | 200000000   | 4000 | 22000       | 3ff0",
        "20000       | 1 | MMI | nop.m 0; xchg8 r8=[r9],r0; nop.i 0         | ALTERNATE_DATA_TLB                     | 20600000000 | 4000 | 20000022000 | 3ff0",
        "300000000   | 0 | MII | mov r8=psr; nop.i 0; nop.i 0               | PRIVILEGED_OPERATION                   | 10          | 4000 | 300002000   | 3ff0",
        "0           | 0 | MII | setf.sig f40=r0; nop.i 0; nop.i 0          | ''                                     | 0           | 0    | 0           | 0",
        "80000       | 0 | MII | setf.sig f40=r0; nop.i 0; nop.i 0          | DISABLED_FP_REGISTER                   | 2           | 4000 | 82000       | 3ff0",
        "0           | 2 | MLX | nop.m 0; nop.x 0                           | ILLEGAL_OPERATION                      | 40000000000 | 4000 | 40000002000 | 3ff0",
        "1000000000  | 2 | MII | nop.m 0; nop.i 0; nop.i 0                  | ALTERNATE_INSTRUCTION_TLB              | 40100000000 | 4000 | 41000002000 | 3ff0",
        "10000000000 | 0 | MII | nop.m 0; nop.i 0; nop.i 0                  | SINGLE_STEP                            | 8           | 4000 | 30000002000 | 4000",
        "10000000000 | 2 | MII | nop.m 0; nop.i 0; (p6) nop.i 0             | SINGLE_STEP                            | 40000000008 | 4010 | 10000002000 | 4000",
        "10000000000 | 1 | MLX | nop.m 0; nop.x 0                           | SINGLE_STEP                            | 40000000008 | 4010 | 10000002000 | 4000",
        "10000000000 | 0 | MLX | nop.m 0; nop.x 0                           | SINGLE_STEP                            | 8           | 4000 | 30000002000 | 4000",
        "10000000000 | 1 | MMI | nop.m 0; nop.m 0; nop.i 0                  | SINGLE_STEP                            | 20000000008 | 4000 | 50000002000 | 4000",
        "10004000000 | 2 | BBB | nop.b 0; nop.b 0; br.cond.sptk.few .+0x120 | TAKEN_BRANCH SINGLE_STEP               | 4000000000c | 4120 | 10004002000 | 4000",
        "4000000     | 2 | BBB | nop.b 0; nop.b 0; (p6) br.cond.sptk.few b6 | ''                                     | 0           | 0    | 0           | 0",
        "4000000     | 0 | MII | chk.s.m r10,.+0x20; nop.i 0; nop.i 0       | TAKEN_BRANCH                           | 4           | 4020 | 4002000     | 4000",
        "6000000     | 2 | BBB | nop.b 0; nop.b 0; br.ret.sptk.few b6       | LOWER_PRIVILEGE_TRANSFER TAKEN_BRANCH  | 40000000006 | 8000 | 306002000   | 4000",
        "102000000   | 2 | BBB | nop.b 0; nop.b 0; br.ret.sptk.few b6       | LOWER_PRIVILEGE_TRANSFER               | 40000000002 | 8000 | 302002000   | 4000",
        "302000000   | 2 | BBB | nop.b 0; nop.b 0; br.ret.sptk.few b6       | ''                                     | 0           | 0    | 0           | 0"})
    void turns(String psr, int slot, String notation, String texts, String taken, String isr, String iip, String ipsr, String iipa) {
        Machine machine = new Place.Application(RegisterNumber.PFS).with(at(Long.parseLong(psr, 16) | IC, slot, notation, texts.split("; ")), 3L << 62);
        Turned turned = TURN.next(machine, Choice.USUAL);
        assertEquals(taken, turned.taken().map(Interruption::name).mkString(" "));
        assertEquals(Vector.of(isr, iip, ipsr, iipa), collected(after(machine, turned)));
    }

    /// Where the parameter says so, a trap of an instruction of two slots tells the first of them.
    @Test
    void trapsOfLongInstructions() {
        Machine stepped = at(IC | 1L << 40, 1, "MLX", "nop.m 0", "nop.x 0");
        assertEquals(Vector.of("20000000008", "4010", "10000002000", "4000"), collected(after(stepped, LATE.next(stepped, Choice.USUAL))));
    }

    @Test
    void anExternalInterruptComesFirst() {
        Machine machine = new Place.Control(RegisterNumber.IRR).with(at(IC | 1L << 14 | 1L << 36, 1, "MII", "nop.m 0", "break.i 1", "nop.i 0"), 1L << 40);
        Turned turned = Turn.of(TURN.rules()).next(machine, Choice.USUAL);
        assertEquals(Vector.of(Interruption.EXTERNAL_INTERRUPT), turned.taken());
        assertEquals(Interruptions.INTERRUPT_TAKEN, turned.executed().because());
        assertEquals(Vector.of("20000000000", "4000", "21000006000", "3ff0"), collected(after(machine, turned)));
        assertEquals(1L << 40, after(machine, turned).control(RegisterNumber.IRR));
        assertEquals(0x3000, after(machine, turned).position().bundle().bits());
        assertEquals(Vector.of(Interruption.ALTERNATE_INSTRUCTION_TLB), TURN.next(machine.withPsr(machine.psr().with(14, false)), Choice.USUAL).taken());
    }

    @Test
    void immediates() {
        Machine broken = at(IC, 1, "MII", "nop.m 0", "break.i 0x1ffff5", "nop.i 0");
        assertEquals(0x1ffff5, after(broken, TURN.next(broken, Choice.USUAL)).control(RegisterNumber.IIM));
        Machine branching = at(IC, 0, "BBB", "break.b 0x1ff", "nop.b 0", "nop.b 0");
        assertEquals(0, after(branching, TURN.next(branching, Choice.USUAL)).control(RegisterNumber.IIM));
        Machine extended = at(IC, 1, "MLX", "nop.m 0", "break.x 0x3fffffffffffff7");
        assertEquals(0x1ffff7, after(extended, TURN.next(extended, Choice.USUAL)).control(RegisterNumber.IIM));
        Machine checked = at(IC, 0, "MII", "chk.s.m r10,.-0x20", "nop.i 0", "nop.i 0");
        Turned turned = TURN.next(checked, Choice.of(Freedom.CHECK));
        assertEquals(Vector.of(Interruption.SPECULATIVE_OPERATION), turned.taken());
        assertEquals(0x1ffffe, after(checked, turned).control(RegisterNumber.IIM));
        assertEquals(1, after(checked, turned).control(RegisterNumber.ISR));
    }

    @Test
    void whatIsNotSaidIsNotDelivered() {
        Machine machine = new Place.Control(RegisterNumber.IPSR).with(at(1L << 40, 2, "BBB;", "nop.b 0", "nop.b 0", "rfi"), 3L << 41);
        assertEquals(new Turned(new Executed.Unspecified(Interruptions.RETURN_RESERVED), Vector.empty()), TURN.next(machine, Choice.USUAL));
    }

    @Test
    void bundlesThatWereFetched() {
        Machine machine = at(IC, 0, "MII", "nop.m 0", "break.i 1", "nop.i 0");
        Machine second = after(machine, TURN.next(machine, Choice.USUAL));
        assertEquals(new VirtualAddress(AT), second.last());
        assertEquals(Vector.of(Interruption.BREAK_INSTRUCTION), TURN.next(second.withMemory(Machine.of(machine.addressing()).memory()), Choice.USUAL).taken());
        Machine quiet = machine.withPsr(new Psr(0));
        assertEquals(new VirtualAddress(LAST), after(quiet, TURN.next(quiet, Choice.USUAL)).last());
    }

    /// PSR, a target and its implemented bits: 51 of the offset in a region, and 44 of physical addresses.
    @ParameterizedTest
    @CsvSource({"0, 100000000000, 0", "0, ffffffffffff, fffffffffff", "1000000000, 2004000000000000, 3ffc000000000000"})
    void anAddressThatIsNotImplemented(String psr, String target, String expected) {
        long to = Long.parseLong(target, 16) & -16;
        long implemented = Long.parseLong(expected, 16) & -16;
        long status = Long.parseLong(psr, 16) | IC;
        Machine plain = at(0, 2, "BBB;", "nop.b 0", "nop.b 0", "rfi");
        Machine machine = new Place.Control(RegisterNumber.IPSR).with(new Place.Control(RegisterNumber.IIP).with(plain, to), status | 2L << 41);
        Turned trapped = TURN.next(machine, Choice.USUAL);
        assertEquals(Vector.of(Interruption.UNIMPLEMENTED_INSTRUCTION_ADDRESS_TRAP), trapped.taken());
        assertEquals(Vector.of("40000000010", Long.toHexString(implemented), Long.toHexString(status | 2L << 41), "3ff0"), collected(after(machine, trapped)));
        Turned going = LATE.next(machine, Choice.USUAL);
        assertEquals(Vector.empty(), going.taken());
        Machine there = after(machine, going);
        assertEquals(to, there.position().bundle().bits());
        Turned faulted = LATE.next(there, Choice.USUAL);
        assertEquals(Vector.of(Interruption.UNIMPLEMENTED_INSTRUCTION_ADDRESS), faulted.taken());
        assertEquals(Interruptions.FETCH_UNIMPLEMENTED, faulted.executed().because());
        assertEquals(Vector.of("40000000010", Long.toHexString(implemented), Long.toHexString(status | 2L << 41), "3ff0"), collected(after(there, faulted)));
        assertEquals(to, after(there, faulted).control(RegisterNumber.IFA));
    }

    /// A handler that restores IIPA and returns: what faults next tells the restored bundle.
    @Test
    void whatIsMovedToTheLastBundleIsCollected() {
        Machine moving = new Place.General(10).with(at(0, 0, "MII", "mov cr.iipa=r10", "nop.i 0", "nop.i 0"), GeneralValue.of(0x123456789abcdef5L));
        Machine moved = after(moving, TURN.next(moving, Choice.USUAL));
        assertEquals(0x123456789abcdef5L, moved.control(RegisterNumber.IIPA));
        Machine quiet = after(moved, TURN.next(moved, Choice.USUAL));
        Machine broken = at(IC, 1, "MII", "nop.m 0", "break.i 0", "nop.i 0").withLast(quiet.last());
        assertEquals(0x123456789abcdef5L, after(broken, TURN.next(broken, Choice.USUAL)).control(RegisterNumber.IIPA));
        Machine counted = broken.withPosition(broken.position().withSlot(2));
        Machine done = after(counted, TURN.next(counted, Choice.USUAL));
        assertEquals(AT, done.last().bits());
    }

    /// Slot, template, PSR, and whether the return is one.
    @ParameterizedTest
    @CsvSource({"2, BBB;, 0, true", "2, BBB, 0, false", "1, BBB;, 0, false", "0, BBB;, 0, false", "2, MIB;, 0, true", "2, MIB, 0, false", "2, BBB, 300000000, false", "2, BBB, 2000, false"})
    void aStopFollowsAReturn(int slot, String notation, String psr, boolean returns) {
        String[] texts = notation.startsWith("MI") ? new String[] {"nop.m 0", "nop.i 0", "nop.b 0"} : new String[] {"nop.b 0", "nop.b 0", "nop.b 0"};
        texts[slot] = "rfi";
        Machine machine = at(Long.parseLong(psr, 16), slot, notation, texts);
        Turned turned = TURN.next(machine, Choice.USUAL);
        assertEquals(returns ? Vector.empty() : Vector.of(Interruption.ILLEGAL_OPERATION), turned.taken());
        assertEquals(returns ? Interruptions.STATUS_RESTORED : Interruptions.RETURN_UNSTOPPED, turned.executed().because());
    }

    @Test
    void theClauseIsThatOfTheInstruction() {
        Machine stepping = at(IC | 1L << 40, 0, "MII", "nop.m 0", "nop.i 0", "nop.i 0");
        assertEquals(Executions.NOTHING_DONE, TURN.next(stepping, Choice.USUAL).executed().because());
        Machine broken = at(IC, 0, "MII", "break.m 0", "nop.i 0", "nop.i 0");
        assertEquals(Executions.BREAK_RAISED, TURN.next(broken, Choice.USUAL).executed().because());
    }
}
