package vmmref.model.multiprocessor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.model.alat.Alat;
import vmmref.model.bundle.Bundle;
import vmmref.model.event.Event;
import vmmref.model.instruction.AssembledBundle;
import vmmref.model.instruction.Assembler;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Addressing;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.model.register.Dcr;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.ProtectionKeyRegisters;
import vmmref.model.register.Psr;
import vmmref.model.register.Pte;
import vmmref.model.register.RegionRegister;
import vmmref.model.register.RegionRegisters;
import vmmref.model.register.RegisterNumber;
import vmmref.model.semantics.Semantics;
import vmmref.model.step.Turn;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Choice;

class MultiprocessorTest {
    private static final SharedTurn TURN = new SharedTurn(Turn.of(Semantics.architected(Profile.named("itanium2").get())));
    private static final long AT = 0x4000;
    private static final Alat.Tag TAG = new Alat.Tag(false, 12);
    private static final Translation PAGE = Translation.of(new VirtualAddress(0x4000_0000L), 0x101, new PageSize(14), 0, new Pte(0x661));

    /// {@return a machine without translation that executes an instruction in slot 0 next; r9 is 40000000, r10 is 38 = 14 << 2, r11 is 8000}
    private static Machine about(String text) {
        return about("MII", text, "nop.i 0", "nop.i 0");
    }

    private static Machine about(String notation, String... texts) {
        Bundle bundle = ((AssembledBundle.Done) Assembler.architected().bundle(notation, Vector.of(texts))).bundle();
        Machine machine = Machine.of(new Addressing(new Psr(1L << 13), false, false, new Dcr(0), RegionRegisters.of(Vector.fill(8, new RegionRegister(0x101 << 8 | 14 << 2))), ProtectionKeyRegisters.zero(16), Tlb.EMPTY));
        return new Place.General(9).with(new Place.General(10).with(new Place.General(11).with(machine, GeneralValue.of(0x8000)), GeneralValue.of(14 << 2)), GeneralValue.of(0x4000_0000L))
            .withMemory(machine.memory().with(new PhysicalAddress(AT), 8, bundle.low()).with(new PhysicalAddress(AT + 8), 8, bundle.high())).withPosition(Position.at(AT));
    }

    private static Machine other(Machine acting) {
        return acting.withTlb(Tlb.EMPTY.withCached(Stream.DATA, PAGE, true)).withAlat(Alat.EMPTY.with(TAG, Option.some(new Alat.Range(new PhysicalAddress(0x8004), 4))));
    }

    private static SharedTurn.After turned(String text, int number) {
        Machine acting = about(text);
        Machine other = other(acting);
        return TURN.next(Multiprocessor.of(acting.memory(), number == 0 ? Vector.of(acting, other) : Vector.of(other, acting)), number, Choice.USUAL);
    }

    @ParameterizedTest
    @CsvSource({"st8 [r11]=r10, 0, 38, false", "st4 [r11]=r10, 0, 38, true", "st8 [r11]=r10, 1, 38, false", "nop.m 0, 0, 0, true", "(p6) st8 [r11]=r10, 0, 0, true"})
    void storesAreSeen(String text, int number, String held, boolean remembered) {
        SharedTurn.After after = turned(text, number);
        assertEquals(Vector.of(held, held), after.all().processors().map(each -> Long.toHexString(each.memory().read(new PhysicalAddress(0x8000), 8))));
        assertEquals(remembered, after.all().processors().get(1 - number).alat().get(TAG).isDefined());
        assertEquals(AT, after.all().processors().get(1 - number).position().bundle().bits());
        assertEquals(1, after.all().processors().get(number).position().slot());
    }

    @ParameterizedTest
    @CsvSource({"'ptc.g r9,r10', 0, false", "'ptc.ga r9,r10', 1, false", "'ptc.l r9,r10', 0, true", "'(p6) ptc.g r9,r10', 0, true", "'ptc.g r11,r10', 0, true"})
    void globalPurgesReachAll(String text, int number, boolean held) {
        assertEquals(held, turned(text, number).all().processors().get(1 - number).addressing().tlb().isCached(Stream.DATA, PAGE));
    }

    /// What is purged says the region register of the one that purges.
    @Test
    void regionsAreThoseOfTheActingOne() {
        Machine acting = about("ptc.g r9,r10");
        Machine other = other(acting).withAddressing(other(acting).addressing().withRegions(RegionRegisters.of(Vector.fill(8, new RegionRegister(0x777 << 8 | 14 << 2)))));
        Multiprocessor after = TURN.next(Multiprocessor.of(acting.memory(), Vector.of(acting, other)), 0, Choice.USUAL).all();
        assertFalse(after.processors().get(1).addressing().tlb().isCached(Stream.DATA, PAGE));
        assertEquals(0x777 << 8 | 14 << 2, after.processors().get(1).addressing().regions().get(0).bits());
    }

    /// A translation register of another processor stays, and what its caches hold goes all the same, in both streams.
    @Test
    void translationRegistersOfOthersStay() {
        Machine acting = about("ptc.g r9,r10");
        Tlb pinned = Tlb.EMPTY.withRegister(Stream.DATA, 3, Option.some(PAGE));
        Machine other = other(acting).withTlb(pinned.withCached(Stream.DATA, PAGE, true).withCached(Stream.INSTRUCTION, PAGE, true));
        Multiprocessor after = TURN.next(Multiprocessor.of(acting.memory(), Vector.of(acting, other)), 0, Choice.USUAL).all();
        assertEquals(other.withTlb(pinned), after.processors().get(1));
    }

    /// What advanced loads remember goes with ptc.ga, everywhere but on the processor that executes it.
    @ParameterizedTest
    @CsvSource({"'ptc.ga r9,r10', true", "'ptc.g r9,r10', false", "'ptc.l r9,r10', false"})
    void advancedLoadsOfOthersGo(String text, boolean gone) {
        Machine acting = about(text).withAlat(other(about(text)).alat());
        Machine other = other(acting);
        Seq<Machine> after = TURN.next(Multiprocessor.of(acting.memory(), Vector.of(other, acting, other)), 1, Choice.USUAL).all().processors();
        assertEquals(Vector.of(gone ? Alat.EMPTY : other.alat(), acting.alat(), gone ? Alat.EMPTY : other.alat()), after.map(Machine::alat));
    }

    /// A purge is made although a trap follows it, but not when an external interrupt comes before it.
    @Test
    void purgesThatTrapAndPurgesThatWait() {
        Machine stepping = about("ptc.g r9,r10").withPsr(new Psr(1L << 13 | 1L << 40));
        SharedTurn.After trapped = TURN.next(Multiprocessor.of(stepping.memory(), Vector.of(stepping, other(stepping))), 0, Choice.USUAL);
        assertEquals(Vector.of(Interruption.SINGLE_STEP), trapped.turned().taken());
        assertFalse(trapped.all().processors().get(1).addressing().tlb().isCached(Stream.DATA, PAGE));
        Machine waiting = new Place.Control(RegisterNumber.IRR).with(stepping.withPsr(new Psr(1L << 13 | 1L << 14)), 1L << 40);
        SharedTurn.After taken = TURN.next(Multiprocessor.of(waiting.memory(), Vector.of(waiting, other(waiting))), 0, Choice.USUAL);
        assertEquals(Vector.of(Interruption.EXTERNAL_INTERRUPT), taken.turned().taken());
        assertTrue(taken.all().processors().get(1).addressing().tlb().isCached(Stream.DATA, PAGE));
    }

    @Test
    void memoryIsOneObject() {
        Machine one = about("nop.m 0");
        Machine other = one.withMemory(one.memory().with(new PhysicalAddress(0), 8, 1));
        assertEquals("the processors do not share a memory", assertThrows(IllegalArgumentException.class, () -> new Multiprocessor(Vector.of(one, other))).getMessage());
        assertEquals("there is no processor", assertThrows(IllegalArgumentException.class, () -> new Multiprocessor(Vector.empty())).getMessage());
    }

    /// A purge that faults purges nothing anywhere.
    @Test
    void faultsPurgeNothing() {
        Machine acting = about("ptc.g r9,r10");
        Machine low = acting.withPsr(new Psr(1L << 13 | 3L << 32));
        SharedTurn.After after = TURN.next(Multiprocessor.of(acting.memory(), Vector.of(low, other(acting))), 0, Choice.USUAL);
        assertEquals(1, after.turned().taken().size());
        assertTrue(after.all().processors().get(1).addressing().tlb().isCached(Stream.DATA, PAGE));
        assertEquals(0x5400, after.all().processors().get(0).position().bundle().bits());
    }

    /// What is not said of one processor changes none.
    @Test
    void whatIsNotSaidChangesNothing() {
        Machine acting = new Place.Control(RegisterNumber.IPSR).with(about("BBB;", "nop.b 0", "nop.b 0", "rfi"), 3L << 41).withPsr(new Psr(0));
        acting = acting.withPosition(acting.position().withSlot(2));
        Multiprocessor all = Multiprocessor.of(acting.memory(), Vector.of(acting, other(acting)));
        SharedTurn.After after = TURN.next(all, 0, Choice.USUAL);
        assertInstanceOf(Executed.Unspecified.class, after.turned().executed());
        assertEquals(all, after.all());
    }

    @Test
    void events() {
        Machine acting = about("nop.m 0");
        Multiprocessor all = Multiprocessor.of(Memory.ZERO, Vector.of(acting, other(acting)));
        Multiprocessor written = all.with(0, new Event.Write(new PhysicalAddress(0x8004), 1, 0x55));
        assertEquals(Vector.of(0x55L, 0x55L), written.processors().map(each -> each.memory().read(new PhysicalAddress(0x8004), 1)));
        assertTrue(written.processors().get(1).alat().get(TAG).isEmpty());
        assertEquals(Vector.of(2L, 0L), all.with(0, new Event.Raise(65)).processors().map(each -> each.control(RegisterNumber.IRR + 1)));
        assertEquals(Vector.of(7L, 7L), all.ticked(7).processors().map(each -> each.application(RegisterNumber.ITC)));
        assertEquals("there is no processor", assertThrows(IllegalArgumentException.class, () -> Multiprocessor.of(Memory.ZERO, Vector.empty())).getMessage());
    }
}
