package vmmref.model.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import vmmref.model.alat.Alat;
import vmmref.model.bundle.Bundle;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Cfm;
import vmmref.model.register.Dcr;
import vmmref.model.register.FloatingRegisters;
import vmmref.model.register.FloatingValue;
import vmmref.model.register.GeneralRegisters;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.IndirectRegisters;
import vmmref.model.register.InterruptSet;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.model.register.ProtectionKeyRegisters;
import vmmref.model.register.Psr;
import vmmref.model.register.Pte;
import vmmref.model.register.RegionRegister;
import vmmref.model.register.RegionRegisters;
import vmmref.model.register.RegisterStack;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.model.word.Words;
import vmmref.spec.Protections;
import vmmref.spec.Translations;

class MachineTest {
    private static final Translation PAGE = new Translation(0x4000, 0x101, 14, 0x55, 0x7e1);
    private static final Translation OTHER = new Translation(0x8000, 0x101, 14, 0x55, 0x7e1);
    private static final Addressing ADDRESSING = new Addressing(new Psr(0), false, false, new Dcr(0), RegionRegisters.of(Vector.fill(8, new RegionRegister(0))), ProtectionKeyRegisters.zero(16), Tlb.EMPTY);
    private static final Machine ZERO = Machine.of(ADDRESSING);

    /// Each value is where it was put, and only there: whatever else is changed after it leaves it alone.
    @Test
    void eachPartIsChangedAlone() {
        RegionRegisters regions = RegionRegisters.of(Vector.fill(8, new RegionRegister(0x100)));
        Tlb tlb = Tlb.EMPTY.withCached(Stream.DATA, PAGE, true);
        Addressing all = ADDRESSING.withPsr(new Psr(1)).withInFlight(true).withCodeEd(true).withDcr(new Dcr(2)).withRegions(regions).withKeys(ProtectionKeyRegisters.zero(32)).withTlb(tlb);
        assertEquals(new Addressing(new Psr(1), true, true, new Dcr(2), regions, ProtectionKeyRegisters.zero(32), tlb), all);
        assertEquals(all, all.withPsr(new Psr(1)).withInFlight(true).withCodeEd(true).withDcr(new Dcr(2)).withRegions(regions).withKeys(ProtectionKeyRegisters.zero(32)).withTlb(tlb));
        assertEquals(new Addressing(new Psr(0), true, false, new Dcr(0), ADDRESSING.regions(), ADDRESSING.keys(), Tlb.EMPTY), ADDRESSING.withInFlight(true));
        assertEquals(new Addressing(new Psr(0), false, true, new Dcr(0), ADDRESSING.regions(), ADDRESSING.keys(), Tlb.EMPTY), ADDRESSING.withCodeEd(true));
    }

    private static <T> void holds(Place<T> place, T value, Machine expected) {
        assertNotEquals(value, place.of(ZERO));
        assertEquals(expected, place.with(ZERO, value));
        assertEquals(value, place.of(place.with(ZERO, value)));
        assertEquals(ZERO, place.with(place.with(ZERO, value), place.of(ZERO)));
    }

    @Test
    void placesHoldValues() {
        holds(new Place.Region(5), new RegionRegister(0x200), ZERO.withAddressing(ADDRESSING.withRegions(ADDRESSING.regions().with(5, new RegionRegister(0x200)))));
        holds(new Place.Key(5), new ProtectionKeyRegister(0x5501), ZERO.withAddressing(ADDRESSING.withKeys(ADDRESSING.keys().with(5, new ProtectionKeyRegister(0x5501)))));
        holds(new Place.Pinned(Stream.DATA, 5), Option.some(PAGE), ZERO.withTlb(Tlb.EMPTY.withRegister(Stream.DATA, 5, Option.some(PAGE))));
        holds(new Place.Pinned(Stream.INSTRUCTION, 0), Option.some(PAGE), ZERO.withTlb(Tlb.EMPTY.withRegister(Stream.INSTRUCTION, 0, Option.some(PAGE))));
        holds(new Place.Cached(Stream.DATA, PAGE), true, ZERO.withTlb(Tlb.EMPTY.withCached(Stream.DATA, PAGE, true)));
        holds(new Place.Cached(Stream.INSTRUCTION, PAGE), true, ZERO.withTlb(Tlb.EMPTY.withCached(Stream.INSTRUCTION, PAGE, true)));
    }

    private static <T> void holds(String name, Place<T> place, T value, Machine expected) {
        holds(place, value, expected);
        assertEquals(name, place.toString());
    }

    @Test
    void aFrameFitsIntoTheStackedRegisters() {
        RegisterStack dirty = new RegisterStack(5, 86, new VirtualAddress(0x7000), 8);
        assertEquals(ZERO.withCfm(Cfm.of(10, 4, 1)).withStack(dirty), ZERO.framed(Cfm.of(10, 4, 1), dirty));
        assertEquals("86 dirty registers and a frame of 11 are more than the 96 stacked registers", assertThrows(IllegalArgumentException.class, () -> ZERO.framed(Cfm.of(11, 4, 1), dirty)).getMessage());
        assertEquals("the fields of the frame marker 0000000305 do not fit each other", assertThrows(IllegalArgumentException.class, () -> ZERO.framed(new Cfm(0x305), dirty)).getMessage());
    }

    @Test
    void placesOfRegistersHoldValues() {
        Machine framed = ZERO.withCfm(Cfm.of(8, 0, 0));
        FloatingValue value = new FloatingValue(true, 0x10abc, 5);
        Alat.Tag tag = new Alat.Tag(true, 40);
        Option<Alat.Range> range = Option.some(new Alat.Range(new PhysicalAddress(0x4000), 8));
        RegisterStack stack = new RegisterStack(5, 6, new VirtualAddress(0x7000), 8);
        holds("ip", Place.Next.NEXT, Position.at(0x5000), ZERO.withPosition(Position.at(0x5000)));
        holds("last", Place.Last.LAST, new VirtualAddress(0x5000), ZERO.withLast(new VirtualAddress(0x5000)));
        holds("in service", Place.InService.IN_SERVICE, InterruptSet.NONE.with(33), ZERO.withInService(InterruptSet.NONE.with(33)));
        holds("r16", new Place.General(16), new GeneralValue(7, true), ZERO.withGeneral(GeneralRegisters.RESET.with(16, new GeneralValue(7, true))));
        holds("f40", new Place.Floating(40), value, ZERO.withFloating(FloatingRegisters.RESET.with(40, value)));
        holds("p17", new Place.Predicate(17), true, ZERO.withPredicates(0x20001));
        holds("pr", Place.Predicates.PREDICATES, 0x31L, ZERO.withPredicates(0x31));
        holds("b3", new Place.Branch(3), 9L, ZERO.withBranches(Words.zero(8).with(3, 9)));
        holds("ar.pfs", new Place.Application(64), 9L, ZERO.withApplication(Words.zero(128).with(64, 9)));
        holds("ar.bspstore", new Place.Application(18), 16L, ZERO.withStack(new RegisterStack(0, 0, new VirtualAddress(16), 0)));
        holds("ar.rnat", new Place.Application(19), 9L, ZERO.withStack(new RegisterStack(0, 0, new VirtualAddress(0), 9)));
        holds("cr.iva", new Place.Control(2), 9L, ZERO.withControl(Words.zero(128).with(2, 9)));
        holds("cr.dcr", new Place.Control(0), 9L, ZERO.withAddressing(ADDRESSING.withDcr(new Dcr(9))));
        holds("dbr5", new Place.Indirect(IndirectRegisters.File.DBR, 5), 9L, ZERO.withAddressing(ZERO.addressing().withIndirect(IndirectRegisters.RESET.with(IndirectRegisters.File.DBR, 5, 9))));
        assertEquals(IndirectRegisters.RESET, ZERO.indirect());
        holds("psr", Place.Status.PSR, new Psr(9), ZERO.withAddressing(ADDRESSING.withPsr(new Psr(9))));
        holds("psr.ic in flight", Place.InFlight.IN_FLIGHT, true, ZERO.withAddressing(ADDRESSING.withInFlight(true)));
        holds("cfm", Place.Frame.CFM, Cfm.of(8, 0, 0), framed);
        holds("rse", Place.Stack.STACK, stack, ZERO.withStack(stack));
        holds("mem16 0000000000004002", new Place.Bytes(new PhysicalAddress(0x4002), 2), 0x1234L, ZERO.withMemory(Memory.ZERO.with(new PhysicalAddress(0x4002), 2, 0x1234)));
        holds("alat " + tag, new Place.Advanced(tag), range, ZERO.withAlat(Alat.EMPTY.with(tag, range)));
        holds("alat", Place.AdvancedAll.ALAT, Alat.EMPTY.with(tag, range), ZERO.withAlat(Alat.EMPTY.with(tag, range)));
        assertEquals("rr5 pkr6 dtr7 itr8", Vector.of(new Place.Region(5), new Place.Key(6), new Place.Pinned(Stream.DATA, 7), new Place.Pinned(Stream.INSTRUCTION, 8)).mkString(" "));
        assertEquals("dtc " + PAGE, new Place.Cached(Stream.DATA, PAGE).toString());
        assertEquals("itc " + PAGE, new Place.Cached(Stream.INSTRUCTION, PAGE).toString());
        assertEquals(0x21, Place.Predicates.PREDICATES.with(ZERO, 0x20L).predicates());
        assertEquals(new GeneralValue(3, false), new Place.General(33).with(framed, GeneralValue.of(3)).general().get(49));
        Machine banked = ZERO.withPsr(new Psr(1L << 44));
        assertEquals(GeneralValue.of(3), new Place.General(16).with(banked, GeneralValue.of(3)).general().get(32));
        assertEquals(GeneralValue.of(3), new Place.General(16).of(new Place.General(16).with(banked, GeneralValue.of(3))));
    }

    @Test
    void registersKeepAllBits() {
        for (FloatingValue value : Vector.of(new FloatingValue(true, 0, 0), new FloatingValue(false, 0x1ffff, -1), new FloatingValue(true, 0x15555, 3), FloatingValue.ONE, FloatingValue.NATVAL)) {
            FloatingRegisters registers = FloatingRegisters.RESET.with(9, value);
            assertEquals(value, registers.get(9));
            assertEquals(FloatingValue.ZERO, registers.get(8));
            assertEquals(registers, FloatingRegisters.RESET.with(9, FloatingValue.NATVAL).with(9, value));
        }
        GeneralRegisters registers = GeneralRegisters.RESET.with(63, new GeneralValue(1, true)).with(64, new GeneralValue(2, true)).with(65, new GeneralValue(3, false));
        assertEquals(Vector.of(new GeneralValue(1, true), new GeneralValue(2, true), new GeneralValue(3, false), new GeneralValue(0, false)), Vector.of(63, 64, 65, 127).map(registers::get));
        assertEquals(new GeneralValue(5, false), registers.with(64, GeneralValue.of(5)).get(64));
        assertEquals(new GeneralValue(5, true), registers.with(64, new GeneralValue(5, true)).get(64));
    }

    @Test
    void effectsComeOneAfterAnother() {
        Place.Pinned register = new Place.Pinned(Stream.DATA, 2);
        Effects first = Effects.of(register, Option.some(PAGE), Translations.REGISTER_INSERTED);
        Effects second = Effects.of(register, Option.some(OTHER), Translations.REGISTER_INSERTED);
        assertEquals(Option.some(OTHER), register.of(ZERO.with(first.then(second))));
        assertEquals(Option.some(PAGE), register.of(ZERO.with(second.then(first))));
        assertEquals(ZERO, ZERO.with(Effects.NONE));
        assertEquals(Effects.NONE, Effects.all(Vector.empty()));
        assertEquals(first.then(second), Effects.all(Vector.of(first, second)));
        assertEquals(Vector.of(new Write<>(register, Option.some(PAGE), Translations.REGISTER_INSERTED)), first.writes());
        assertEquals(Vector.of(Option.some(PAGE), Option.some(OTHER)), first.then(second).writes().map(Write::value));
    }

    @Test
    void aWriteChangesItsPlace() {
        Write<ProtectionKeyRegister> write = new Write<>(new Place.Key(1), new ProtectionKeyRegister(0x5501), Protections.KEY_WRITTEN);
        assertEquals(ADDRESSING.keys().with(1, new ProtectionKeyRegister(0x5501)), write.in(ZERO).addressing().keys());
        assertTrue(write.because() == Protections.KEY_WRITTEN);
    }

    /// The page of the instruction that comes next says whether its loads may be deferred.
    @Test
    void positionsTellThePage() {
        Position fresh = new Position(new VirtualAddress(0x4000), 1, Option.none());
        Bundle bundle = new Bundle(1, 2);
        Position without = fresh.withCode(new Code(bundle, Option.none()));
        Position plain = fresh.withCode(new Code(bundle, Option.some(new Pte(~(1L << 52)))));
        Position deferring = fresh.withCode(new Code(bundle, Option.some(new Pte(1L << 52))));
        Addressing deferred = ADDRESSING.withCodeEd(true);
        Vector.of(fresh, without, plain).forEach(position -> {
            assertEquals(position, ZERO.withPosition(position).position());
            assertEquals(ADDRESSING, ZERO.withPosition(position).addressing());
            assertEquals(ADDRESSING, ZERO.withAddressing(deferred).withPosition(position).addressing());
        });
        assertEquals(deferred, ZERO.withPosition(deferring).addressing());
        assertEquals(deferred, ZERO.withPosition(deferring).withPosition(deferring.withSlot(2)).addressing());
        assertEquals(new Position(new VirtualAddress(0x4000), 2, deferring.code()), deferring.withSlot(2));
        assertEquals(Position.at(0x4010), deferring.nextBundle());
        assertEquals(new Position(new VirtualAddress(0x4000), 1, Option.none()), deferring.unfetched());
        assertSame(fresh, fresh.unfetched());
        assertEquals(new VirtualAddress(0x4010), Position.at(0x401f).bundle());
        assertEquals("0000000000004000.1", deferring.toString());
        for (int slot : new int[] {-1, 3}) {
            assertEquals("a bundle has the slots 0 to 2, not " + slot, assertThrows(IllegalArgumentException.class, () -> new Position(new VirtualAddress(0), slot, Option.none())).getMessage());
        }
        assertEquals("a bundle is aligned to 16 bytes, not at 0000000000004008", assertThrows(IllegalArgumentException.class, () -> new Position(new VirtualAddress(0x4008), 0, Option.none())).getMessage());
    }

    @Test
    void effectsThatMove() {
        Effects elsewhere = Effects.of(Place.Next.NEXT, Position.at(16), Protections.KEY_WRITTEN);
        Effects other = Effects.of(new Place.Branch(1), 5L, Protections.KEY_WRITTEN);
        assertEquals(Option.some(Position.at(16)), elsewhere.next());
        assertEquals(Option.some(Position.at(16)), other.then(elsewhere).next());
        assertEquals(Option.none(), Effects.NONE.next());
        assertEquals(Option.none(), other.next());
        assertEquals(elsewhere.last(), other.then(elsewhere).last());
        assertSame(other, other.then(Effects.NONE));
        assertSame(other, Effects.NONE.then(other));
        assertEquals(other.then(elsewhere), other.then(Place.Next.NEXT, Position.at(16), Protections.KEY_WRITTEN));
        assertEquals(ADDRESSING.withPsr(new Psr(8)), ADDRESSING.with(other.then(Place.Status.PSR, new Psr(8), Protections.KEY_WRITTEN)));
    }
}
