package vmmref.vmm.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.HashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import vmmref.model.alat.Alat;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.register.IndirectRegisters;
import vmmref.model.register.RegisterNumber;
import vmmref.vmm.memory.Backing;
import vmmref.vmm.memory.GuestMap;

class HostingTest {
    private final Monitoring rules = Fixture.rules("maximal");
    private static final Resources SOME = new Resources(15, 4, 1000, 1000);
    private static final long TABLE = 1L << 49;

    private Hosting of(Machine machine, GuestMap map) {
        return Hosting.of(rules, Vector.of(Guest.of(machine, map)), SOME);
    }

    private static Memory word(long at, long value) {
        return Memory.ZERO.with(new PhysicalAddress(at), 8, value);
    }

    private static GuestMap device() {
        return Fixture.map().with(new GuestMap.Run(8, 2, new Backing.Device(3, 1)));
    }

    @Test
    void aGuestRunsAtLevelOneWithEverythingTranslated() {
        Hosting hosting = of(Fixture.machine(rules), Fixture.map());
        assertEquals(1, hosting.machine().psr().cpl());
        assertEquals(Position.at(0x1000), hosting.machine().position());
        assertTrue(hosting.machine().psr().it() && hosting.machine().psr().dt() && hosting.machine().psr().rt() && hosting.machine().psr().ic() && hosting.machine().psr().lp());
        assertEquals(Fixture.machine(rules).psr(), hosting.believed().psr());
        assertFalse(hosting.isExit());
        assertEquals(0xe800000000000000L, hosting.machine().control(RegisterNumber.IVA));
    }

    @Test
    void theTableIsWalkedWhereAllReferencesMeanTheSame() {
        Machine split = Fixture.machine(rules).withPsr(Fixture.TRANSLATED.with(27, false));
        assertTrue(Vector.range(0, 8).forAll(region -> of(Fixture.machine(rules), Fixture.map()).machine().addressing().regions().get(region).ve()));
        assertFalse(Vector.range(0, 8).exists(region -> of(split, Fixture.map()).machine().addressing().regions().get(region).ve()));
    }

    @Test
    void onlyAtLevelZeroAVectorIsAnExit() {
        Hosting hosting = of(Fixture.machine(rules), Fixture.map());
        Machine there = hosting.machine().withPosition(Position.at(0xe800000000000400L));
        assertFalse(hosting.with(there).isExit());
        assertTrue(hosting.with(there.withPsr(there.psr().withCpl(0))).isExit());
    }

    @Test
    void memoryLiesWhereTheMapSays() {
        Hosting hosting = of(Fixture.machine(rules).withMemory(word(0x5018, 77)), Fixture.map());
        assertEquals(77, hosting.machine().memory().read(new PhysicalAddress(Fixture.FIRST + 0x5018), 8));
        assertEquals(word(0x5018, 77), hosting.memory(0));
    }

    @Test
    void registersOfADeviceAreTheMonitors() {
        Hosting hosting = of(Fixture.machine(rules).withMemory(word(0x9018, 77)), device());
        assertEquals(77, hosting.monitor().devices().get(3).get().read(new PhysicalAddress(0x2018), 8));
        assertEquals(0, hosting.machine().memory().read(new PhysicalAddress(Fixture.FIRST + 0x9018), 8));
        assertEquals(word(0x9018, 77), hosting.memory(0));
    }

    @Test
    void theTableHasNoValidEntry() {
        Memory memory = of(Fixture.machine(rules), Fixture.map()).machine().memory();
        assertTrue(Vector.range(0, 1028).forAll(entry -> memory.read(new PhysicalAddress(TABLE + entry * 32L + 16), 8) == Long.MIN_VALUE));
        assertEquals(0, memory.read(new PhysicalAddress(TABLE + 1028 * 32L + 16), 8));
    }

    @Test
    void whatTheHardwareShowsIsShown() {
        Machine zero = new Place.Application(RegisterNumber.RSC).with(Fixture.machine(rules), 0x10L);
        assertEquals(0x14, of(zero, Fixture.map()).machine().application(RegisterNumber.RSC));
        Machine two = new Place.Application(RegisterNumber.RSC).with(Fixture.machine(rules), 0x8L);
        assertEquals(0x8, of(two, Fixture.map()).machine().application(RegisterNumber.RSC));
        Machine three = new Place.Application(RegisterNumber.RSC).with(Fixture.machine(rules), 0xcL);
        assertEquals(0xc, of(three, Fixture.map()).machine().application(RegisterNumber.RSC));
    }

    @Test
    void breakpointsWatchWhereLevelZeroRuns() {
        Machine machine = new Place.Indirect(IndirectRegisters.File.DBR, 3).with(Fixture.machine(rules), 0x8100000000000000L);
        assertEquals(0x8200000000000000L, of(machine, Fixture.map()).machine().addressing().indirect().file(IndirectRegisters.File.DBR).get(3));
    }

    @Test
    void advancedLoadsAreNotRemembered() {
        Alat alat = new Alat(HashMap.of(new Alat.Tag(false, 8), new Alat.Range(new PhysicalAddress(0x5000), 8)));
        assertTrue(of(Fixture.machine(rules).withAlat(alat), Fixture.map()).machine().alat().isEmpty());
    }

    @Test
    void whatAGuestCannotHave() {
        Machine machine = Fixture.machine(rules);
        assertThrows(IllegalArgumentException.class, () -> of(machine.withMemory(word(0x40000, 1)), Fixture.map()));
        assertThrows(IllegalArgumentException.class, () -> of(machine, Fixture.map(TABLE)));
        assertThrows(IllegalArgumentException.class, () -> of(machine, Fixture.map((1L << 50) - 0x3f000)));
        assertEquals(1, of(machine, Fixture.map((1L << 50) - 0x40000)).monitor().maps().size());
        assertThrows(IllegalArgumentException.class, () -> new Guest(Vector.empty(), Fixture.map()));
        assertThrows(IllegalArgumentException.class, () -> Hosting.of(rules, Vector.of(Guest.of(machine, Fixture.map())), new Resources(15, 0, 1 << 24, 100)));
        assertThrows(IllegalArgumentException.class, () -> Hosting.of(rules, Vector.of(Guest.of(machine, Fixture.map())), new Resources(15, 0, 100, 1 << 24)));
    }

    @Test
    void allThatTheHostHas() {
        Hosting hosting = Hosting.of(rules, Vector.of(Guest.of(Fixture.machine(rules), Fixture.map())));
        assertEquals((1 << 24) - 16, hosting.monitor().regions().number());
        assertEquals(16, hosting.monitor().table().sizeLog2());
        assertEquals(Option.some(Fixture.map()), hosting.monitor().maps().headOption());
    }
}
