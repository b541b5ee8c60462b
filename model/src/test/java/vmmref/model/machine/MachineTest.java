package vmmref.model.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import vmmref.model.register.Dcr;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.model.register.ProtectionKeyRegisters;
import vmmref.model.register.Psr;
import vmmref.model.register.RegionRegister;
import vmmref.model.register.RegionRegisters;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.spec.Protections;
import vmmref.spec.Translations;

class MachineTest {
    private static final Translation PAGE = new Translation(0x4000, 0x101, 14, 0x55, 0x7e1);
    private static final Translation OTHER = new Translation(0x8000, 0x101, 14, 0x55, 0x7e1);
    private static final Machine ZERO = new Machine(new Psr(0), false, false, new Dcr(0), RegionRegisters.of(Vector.fill(8, new RegionRegister(0))), ProtectionKeyRegisters.zero(16), Tlb.EMPTY);

    /// Each value is where it was put, and only there: whatever else is changed after it leaves it alone.
    @Test
    void eachPartIsChangedAlone() {
        RegionRegisters regions = RegionRegisters.of(Vector.fill(8, new RegionRegister(0x100)));
        Tlb tlb = Tlb.EMPTY.withCached(Stream.DATA, PAGE, true);
        Machine all = ZERO.withPsr(new Psr(1)).withInFlight(true).withCodeEd(true).withDcr(new Dcr(2)).withRegions(regions).withKeys(ProtectionKeyRegisters.zero(32)).withTlb(tlb);
        assertEquals(new Machine(new Psr(1), true, true, new Dcr(2), regions, ProtectionKeyRegisters.zero(32), tlb), all);
        assertEquals(all, all.withPsr(new Psr(1)).withInFlight(true).withCodeEd(true).withDcr(new Dcr(2)).withRegions(regions).withKeys(ProtectionKeyRegisters.zero(32)).withTlb(tlb));
        assertEquals(new Machine(new Psr(0), true, false, new Dcr(0), ZERO.regions(), ZERO.keys(), Tlb.EMPTY), ZERO.withInFlight(true));
        assertEquals(new Machine(new Psr(0), false, true, new Dcr(0), ZERO.regions(), ZERO.keys(), Tlb.EMPTY), ZERO.withCodeEd(true));
    }

    private static <T> void holds(Place<T> place, T value, Machine expected) {
        assertNotEquals(value, place.of(ZERO));
        assertEquals(expected, place.with(ZERO, value));
        assertEquals(value, place.of(place.with(ZERO, value)));
        assertEquals(ZERO, place.with(place.with(ZERO, value), place.of(ZERO)));
    }

    @Test
    void placesHoldValues() {
        holds(new Place.Region(5), new RegionRegister(0x200), ZERO.withRegions(ZERO.regions().with(5, new RegionRegister(0x200))));
        holds(new Place.Key(5), new ProtectionKeyRegister(0x5501), ZERO.withKeys(ZERO.keys().with(5, new ProtectionKeyRegister(0x5501))));
        holds(new Place.Pinned(Stream.DATA, 5), Option.some(PAGE), ZERO.withTlb(Tlb.EMPTY.withRegister(Stream.DATA, 5, Option.some(PAGE))));
        holds(new Place.Pinned(Stream.INSTRUCTION, 0), Option.some(PAGE), ZERO.withTlb(Tlb.EMPTY.withRegister(Stream.INSTRUCTION, 0, Option.some(PAGE))));
        holds(new Place.Cached(Stream.DATA, PAGE), true, ZERO.withTlb(Tlb.EMPTY.withCached(Stream.DATA, PAGE, true)));
        holds(new Place.Cached(Stream.INSTRUCTION, PAGE), true, ZERO.withTlb(Tlb.EMPTY.withCached(Stream.INSTRUCTION, PAGE, true)));
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
        assertEquals(ZERO.keys().with(1, new ProtectionKeyRegister(0x5501)), write.in(ZERO).keys());
        assertTrue(write.because() == Protections.KEY_WRITTEN);
    }
}
