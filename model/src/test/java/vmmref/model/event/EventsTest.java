package vmmref.model.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vmmref.model.alat.Alat;
import vmmref.model.machine.Addressing;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.register.Dcr;
import vmmref.model.register.ProtectionKeyRegisters;
import vmmref.model.register.Psr;
import vmmref.model.register.RegionRegister;
import vmmref.model.register.RegionRegisters;
import vmmref.model.register.RegisterNumber;
import vmmref.model.tlb.Tlb;
import vmmref.spec.Interruptions;

class EventsTest {
    private static final Machine MACHINE = Machine.of(new Addressing(new Psr(0), false, false, new Dcr(0), RegionRegisters.of(Vector.fill(8, new RegionRegister(0))), ProtectionKeyRegisters.zero(16), Tlb.EMPTY));
    private static final Place<Long> ITC = new Place.Application(RegisterNumber.ITC);

    private static Alat.Range range(long at, int size) {
        return new Alat.Range(new PhysicalAddress(at), size);
    }

    @Test
    void anInterruptIsRaised() {
        assertEquals(Effects.of(new Place.Control(68), 1L, Interruptions.INTERRUPT_RAISED), Events.of(MACHINE, new Event.Raise(0)));
        assertEquals(Effects.of(new Place.Control(68), 1L << 63, Interruptions.INTERRUPT_RAISED), Events.of(MACHINE, new Event.Raise(63)));
        Machine pending = new Place.Control(71).with(MACHINE, 5L);
        assertEquals(Effects.of(new Place.Control(71), 1L << 63 | 5, Interruptions.INTERRUPT_RAISED), Events.of(pending, new Event.Raise(255)));
        assertEquals(Effects.of(new Place.Control(70), 1L, Interruptions.INTERRUPT_RAISED), Events.of(pending, new Event.Raise(128)));
    }

    /// ITC, ITM, ITV, how many ticks, ITC afterwards, and which interrupt is raised.
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "10               | 12               | 41    | 1                | 11 | ''",
        "10               | 12               | 41    | 2                | 12 | 41",
        "10               | 12               | 41    | 3                | 13 | 41",
        "10               | 12               | 10041 | 3                | 13 | ''",
        "10               | 12               | fffffffffffe0041 | 3     | 13 | 41",
        "10               | 12               | 0     | 3                | 13 | 0",
        "10               | 12               | 1     | 3                | 13 | ''",
        "10               | 12               | f     | 3                | 13 | ''",
        "10               | 10               | 41    | 5                | 15 | ''",
        "10               | 10               | 41    | ffffffffffffffff | f  | ''",
        "10               | f                | 41    | ffffffffffffffff | f  | 41",
        "10               | 12               | 41    | 0                | 10 | ''",
        "fffffffffffffffe | 1                | 41    | 2                | 0  | ''",
        "fffffffffffffffe | 1                | 41    | 3                | 1  | 41",
        "fffffffffffffffe | ffffffffffffffff | 41    | 8000000000000000 | 7ffffffffffffffe | 41"})
    void timePasses(String itc, String itm, String itv, String ticks, String after, String raised) {
        Machine machine = new Place.Control(RegisterNumber.ITV).with(new Place.Control(RegisterNumber.ITM).with(ITC.with(MACHINE, number(itc)), number(itm)), number(itv));
        Effects time = Effects.of(ITC, number(after), Interruptions.TIME_PASSED);
        int vector = raised.isEmpty() ? -1 : Integer.parseInt(raised, 16);
        assertEquals(vector < 0 ? time : time.then(new Place.Control(68 + vector / 64), 1L << vector, Interruptions.TIMER_EXPIRED), Events.of(machine, new Event.Tick(number(ticks))));
    }

    private static long number(String text) {
        return Long.parseUnsignedLong(text, 16);
    }

    @Test
    void anotherAgentWrites() {
        Alat.Tag hit = new Alat.Tag(false, 8);
        Alat.Tag other = new Alat.Tag(true, 8);
        Alat alat = Alat.EMPTY.with(hit, Option.some(range(0x8000, 8))).with(other, Option.some(range(0x8008, 8)));
        Machine machine = MACHINE.withAlat(alat).withMemory(MACHINE.memory().with(new PhysicalAddress(0x8000), 8, -1));
        Effects effects = Events.of(machine, new Event.Write(new PhysicalAddress(0x8006), 2, 0x123456));
        assertEquals(Effects.of(new Place.Bytes(new PhysicalAddress(0x8006), 2), 0x3456L, Interruptions.MEMORY_WRITTEN).then(Place.AdvancedAll.ALAT, alat.with(hit, Option.none()), Interruptions.MEMORY_WRITTEN), effects);
        assertEquals(0x3456ffffffffffffL, machine.with(effects).memory().read(new PhysicalAddress(0x8000), 8));
        assertEquals(0x123456789abcdef0L, machine.with(Events.of(machine, new Event.Write(new PhysicalAddress(0x8000), 8, 0x123456789abcdef0L))).memory().read(new PhysicalAddress(0x8000), 8));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1, 3, 15, 256})
    void vectorsThatDoNotExist(int vector) {
        assertEquals("no external interrupt has the vector " + vector + ": they are 0, 2, and 16 to 255", assertThrows(IllegalArgumentException.class, () -> new Event.Raise(vector)).getMessage());
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 3", "0, 16", "7, 2", "5, 4", "1, 8"})
    void writesThatLeaveTheirGroup(long at, int size) {
        assertThrows(IllegalArgumentException.class, () -> new Event.Write(new PhysicalAddress(0x8000 + at), size, 0));
    }

    @ParameterizedTest
    @CsvSource({"0, 8", "7, 1", "6, 2", "5, 2", "4, 4", "3, 4"})
    void writesWithinTheirGroup(long at, int size) {
        assertEquals(size, new Event.Write(new PhysicalAddress(0x8000 + at), size, 0).size());
    }
}
