package vmmref.model.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.model.delivery.Handling.Field;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Addressing;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.model.register.Dcr;
import vmmref.model.register.ProtectionKeyRegisters;
import vmmref.model.register.Psr;
import vmmref.model.register.RegionRegister;
import vmmref.model.register.RegionRegisters;
import vmmref.model.register.RegisterNumber;
import vmmref.model.tlb.Tlb;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Freedom;
import vmmref.model.translate.ReferenceType;
import vmmref.spec.Interruptions;

class DeliveryTest {
    private static final Delivery RULES = Delivery.architected(Profile.named("merced").get());
    private static final long IC = 1L << 13;
    private static final long OLD = 0x5555;
    private static final Seq<Integer> COLLECTING = Vector.of(RegisterNumber.IPSR, RegisterNumber.ISR, RegisterNumber.IIP, RegisterNumber.IFA, RegisterNumber.ITIR, RegisterNumber.IIPA, RegisterNumber.IFS, RegisterNumber.IIM);

    private static Addressing addressing(long psr) {
        return new Addressing(new Psr(psr), false, false, new Dcr(0), RegionRegisters.of(Vector.range(0, 8).map(number -> new RegionRegister((0x100L + number) << 8 | 14 << 2 | 1))), ProtectionKeyRegisters.zero(16), Tlb.EMPTY);
    }

    /// {@return a machine in slot 1 of 4000, whose last bundle was 3ff0, and whose collecting registers hold 5555}
    private static Machine machine(long psr) {
        Machine machine = Machine.of(addressing(psr)).withPosition(new Position(new VirtualAddress(0x4000), 1, Option.none())).withLast(new VirtualAddress(0x3ff0));
        return COLLECTING.foldLeft(machine, (each, register) -> new Place.Control(register).with(each, OLD));
    }

    private static Machine delivered(Machine machine, Cause cause) {
        return machine.with(RULES.of(machine, cause, Choice.USUAL));
    }

    private static Cause data(Interruption kind, ReferenceType type, long address) {
        return new Cause(kind, Vector.empty(), 1, Option.some(type), Option.some(new VirtualAddress(address)), 0, 0);
    }

    private static Seq<Long> held(Machine machine, int... registers) {
        return Vector.ofAll(registers).map(machine::control);
    }

    @Test
    void whatSaysWhereToGoOn() {
        Machine after = delivered(machine(IC | 0x3a), Cause.of(Interruption.ILLEGAL_OPERATION, 1));
        assertEquals(Vector.of(IC | 0x3aL | 1L << 41, 0x4000L, 0x3ff0L, 0L), held(after, RegisterNumber.IPSR, RegisterNumber.IIP, RegisterNumber.IIPA, RegisterNumber.IFS));
        assertEquals(Vector.of(OLD, OLD, OLD), held(after, RegisterNumber.IFA, RegisterNumber.ITIR, RegisterNumber.IIM));
    }

    @Test
    void whatReferencesReport() {
        Machine paged = delivered(machine(IC), data(Interruption.DIRTY_BIT, ReferenceType.STORE, 0x6000000000004008L));
        assertEquals(Vector.of(0x6000000000004008L, 0x10338L, OLD), held(paged, RegisterNumber.IFA, RegisterNumber.ITIR, RegisterNumber.IIM));
        Machine watched = delivered(machine(IC), data(Interruption.DATA_DEBUG, ReferenceType.STORE, 0x6000000000004008L));
        assertEquals(Vector.of(0x6000000000004008L, OLD, OLD), held(watched, RegisterNumber.IFA, RegisterNumber.ITIR, RegisterNumber.IIM));
        Machine broken = delivered(machine(IC), new Cause(Interruption.BREAK_INSTRUCTION, Vector.empty(), 1, Option.none(), Option.none(), 0, 0x1fffff));
        assertEquals(Vector.of(OLD, OLD, 0x1fffffL), held(broken, RegisterNumber.IFA, RegisterNumber.ITIR, RegisterNumber.IIM));
    }

    @Test
    void whatReferencesWithoutATranslationReport() {
        Machine machine = new Place.Control(RegisterNumber.PTA).with(machine(IC), 0xe000000010000161L);
        Machine missed = delivered(machine, data(Interruption.DATA_TLB, ReferenceType.LOAD, 0x2000000000012345L));
        assertEquals(Vector.of(0x2000000000012345L, 0x10138L, 0xe0000000100020a0L), held(missed, RegisterNumber.IFA, RegisterNumber.ITIR, RegisterNumber.IHA));
        Machine unmapped = delivered(machine, data(Interruption.VHPT_TRANSLATION, ReferenceType.LOAD, 0x2000000000012345L));
        assertEquals(Vector.of(0x2000000000012345L, 0x10738L, 0xe0000000100020a0L), held(unmapped, RegisterNumber.IFA, RegisterNumber.ITIR, RegisterNumber.IHA));
        Machine quiet = delivered(new Place.Control(RegisterNumber.PTA).with(machine(0), 0xe000000010000161L), data(Interruption.VHPT_TRANSLATION, ReferenceType.LOAD, 0x2000000000012345L));
        assertEquals(Vector.of(OLD, OLD, 0L), held(quiet, RegisterNumber.IFA, RegisterNumber.ITIR, RegisterNumber.IHA));
    }

    @Test
    void withoutCollectionOnlyTheCauseIsWritten() {
        Machine before = machine(0);
        Machine after = delivered(before, data(Interruption.DIRTY_BIT, ReferenceType.STORE, 0x8000));
        assertEquals(0x0000028200000000L, after.control(RegisterNumber.ISR));
        for (int register : COLLECTING.remove(RegisterNumber.ISR)) assertEquals(OLD, after.control(register));
        Effects nested = RULES.of(before, data(Interruption.DATA_NESTED_TLB, ReferenceType.LOAD, 0x8000), Choice.USUAL);
        assertEquals(Vector.of(Interruptions.STATUS_ENTERED, Interruptions.VECTOR_ENTERED), nested.writes().map(write -> write.because()).toVector());
    }

    /// The manual's rules of PSR on one value: bn, it, cpl 3, rt, dt, dfl, pk, i, ic, mfh, mfl, ac, up and be.
    @ParameterizedTest
    @CsvSource({"0, 1008028034", "1, 1008228034", "2, 1008028036", "3, 1008228036", "7ffc, 1008028034"})
    void theStatusAtTheVector(String dcr, String expected) {
        long psr = 0x000010130806E03EL;
        Machine machine = new Place.Control(RegisterNumber.DCR).with(machine(psr), Long.parseLong(dcr, 16));
        Machine after = delivered(machine, Cause.of(Interruption.ILLEGAL_OPERATION, 1));
        assertEquals(Long.parseLong(expected, 16), after.psr().bits());
        assertEquals(psr | 1L << 41, after.control(RegisterNumber.IPSR));
        assertEquals(0x0000001808028034L, delivered(machine(-1L & ~(3L << 41 | 2 | 1L << 21)), Cause.of(Interruption.ILLEGAL_OPERATION, 1)).psr().bits());
    }

    @Test
    void aChangeOfCollectionIsSerialised() {
        Machine quiet = machine(IC);
        Machine inFlight = quiet.withAddressing(quiet.addressing().withInFlight(true));
        assertFalse(delivered(inFlight, Cause.of(Interruption.ILLEGAL_OPERATION, 1)).addressing().inFlight());
        assertEquals(0x0000028000000000L, delivered(inFlight, Cause.of(Interruption.ILLEGAL_OPERATION, 1)).control(RegisterNumber.ISR));
        assertTrue(RULES.of(inFlight, Cause.of(Interruption.ILLEGAL_OPERATION, 1), Choice.USUAL).writes().exists(write -> write.place() == Place.InFlight.IN_FLIGHT));
        assertFalse(RULES.of(quiet, Cause.of(Interruption.ILLEGAL_OPERATION, 1), Choice.USUAL).writes().exists(write -> write.place() == Place.InFlight.IN_FLIGHT));
    }

    @Test
    void theVector() {
        Machine machine = new Place.Control(RegisterNumber.IVA).with(machine(IC), 0x123456789abcdef1L);
        assertEquals(Position.at(0x123456789abca000L), delivered(machine, data(Interruption.DIRTY_BIT, ReferenceType.STORE, 0)).position());
        assertEquals(Position.at(0x6100), delivered(machine(0), Cause.of(Interruption.VIRTUALIZATION, 1)).position());
    }

    /// PSR, where the machine is, and IIP: 51 bits of a region and 44 physical ones are implemented; there are no virtual machines.
    @ParameterizedTest
    @CsvSource({
        "1000002000, 2004000000000000, 3ffc000000000000",
        "1000002000, 2008000000004000, 2000000000004000",
        "1000002000, 2010000000004000, 2000000000004000",
        "1000002000, 300c000000004000, 3ffc000000004000",
        "401000002000, 2002000000004000, 2002000000004000",
        "2000, 8010000000004000, 8000000000004000",
        "2000, 7fffffffffffffe0, 00000fffffffffe0"})
    void anAddressThatIsNotImplemented(String psr, String bundle, String expected) {
        Machine machine = machine(Long.parseLong(psr, 16)).withPosition(Position.at(Long.parseUnsignedLong(bundle, 16)));
        for (Interruption kind : Vector.of(Interruption.UNIMPLEMENTED_INSTRUCTION_ADDRESS, Interruption.UNIMPLEMENTED_INSTRUCTION_ADDRESS_TRAP))
            assertEquals(Long.parseUnsignedLong(expected, 16), delivered(machine, Cause.fetch(kind, 0, machine.position().bundle())).control(RegisterNumber.IIP));
        assertEquals(machine.position().bundle().bits(), delivered(machine, Cause.of(Interruption.EXTERNAL_INTERRUPT, 0)).control(RegisterNumber.IIP));
    }

    /// In a virtual machine 60 of 61 bits are implemented.
    @Test
    void anAddressOfAVirtualMachine() {
        Machine machine = machine(IC | 1L << 36 | 1L << 46).withPosition(Position.at(0x2800_0000_0000_4000L));
        Cause cause = Cause.fetch(Interruption.UNIMPLEMENTED_INSTRUCTION_ADDRESS, 0, machine.position().bundle());
        assertEquals(0x3800_0000_0000_4000L, machine.with(RULES.on(Profile.named("maximal").get()).of(machine, cause, Choice.USUAL)).control(RegisterNumber.IIP));
        Machine plain = machine.withPsr(new Psr(IC | 1L << 36));
        assertEquals(0x2800_0000_0000_4000L, plain.with(RULES.on(Profile.named("maximal").get()).of(plain, cause, Choice.USUAL)).control(RegisterNumber.IIP));
    }

    @Test
    void anotherImplementation() {
        Profile wide = Profile.named("maximal").get();
        assertEquals(Delivery.architected(wide), RULES.on(wide));
        Delivering other = (machine, cause, choice) -> Effects.NONE;
        assertSame(other, other.on(wide));
    }

    private static final Handling EVERYTHING = new Handling(0x1000, 0x20, TreeSet.of(Field.values()), TreeSet.empty(), false);
    private static final Handling NOTHING = new Handling(0x1000, 0x20, TreeSet.empty(), TreeSet.empty(), false);

    /// What ISR tells of each kind of reference in slot 2, where the table says that everything is told; the bit ed of the code is 1.
    @ParameterizedTest
    @CsvSource({
        "FETCH, 0000040100000020", "LOAD, 00000c0400000020", "SPECULATIVE_LOAD, 00000c1400000020", "STORE, 00000c0200000020", "EXCHANGE, 00000c0600000020", "FETCHADD, 00000c0600000020",
        "LFETCH, 00000c0c00000024", "LFETCH_FAULT, 00000c0c00000024", "FC, 00000c0c00000021", "PROBE_R, 00000c0c00000022", "PROBE_W, 00000c0a00000022", "PROBE_R_FAULT, 00000c0c00000025",
        "PROBE_W_FAULT, 00000c0a00000025", "PROBE_RW_FAULT, 00000c0e00000025", "TPA, 00000c0800000020", "TAK, 00000c0800000023"})
    void whatIsToldOfReferences(ReferenceType type, String isr) {
        Cause cause = new Cause(Interruption.PAGE_NOT_PRESENT, Vector.empty(), 2, Option.some(type), Option.none(), 0, 0);
        Addressing machine = addressing(IC);
        assertEquals(isr, Telling.of(machine.withCodeEd(true), cause, EVERYTHING, Choice.USUAL).toString());
        assertEquals(Long.parseLong(isr, 16) & ~(1L << 43), Telling.of(machine, cause, EVERYTHING, Choice.USUAL).bits());
        assertEquals(0x40000000020L, Telling.of(machine.withCodeEd(true), cause, NOTHING, Choice.USUAL).bits());
        assertEquals(0x48000000020L, Telling.of(machine.withPsr(new Psr(0)), cause, NOTHING, Choice.USUAL).bits());
        assertEquals(0x48000000020L, Telling.of(machine.withInFlight(true), cause, NOTHING, Choice.USUAL).bits());
        assertEquals(0x40000000020L, Telling.of(machine.withInFlight(true), cause, NOTHING, Choice.of(Freedom.IN_FLIGHT)).bits());
        assertEquals(0x48000000020L, Telling.of(machine.withInFlight(true).withPsr(new Psr(0)), cause, NOTHING, Choice.of(Freedom.IN_FLIGHT)).bits());
    }

    @Test
    void codesAreJoined() {
        Cause disabled = new Cause(Interruption.DISABLED_FP_REGISTER, Vector.empty(), 1, Option.none(), Option.none(), 3, 0);
        assertEquals(0x20000000023L, Telling.of(addressing(IC), disabled, NOTHING, Choice.USUAL).bits());
        Cause traps = Cause.traps(Vector.of(Interruption.LOWER_PRIVILEGE_TRANSFER, Interruption.TAKEN_BRANCH, Interruption.SINGLE_STEP), 1);
        assertEquals(0x2000000000eL, delivered(machine(IC), traps).control(RegisterNumber.ISR));
        assertEquals(0x5e00, delivered(machine(IC), traps).position().bundle().bits());
        assertEquals(0x20000000008L, delivered(machine(IC), Cause.traps(Vector.of(Interruption.SINGLE_STEP), 1)).control(RegisterNumber.ISR));
    }
}
