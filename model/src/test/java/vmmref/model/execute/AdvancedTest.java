package vmmref.model.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.model.execute.MemoryExample.AT;
import static vmmref.model.execute.MemoryExample.MACHINE;
import static vmmref.model.execute.MemoryExample.told;
import static vmmref.model.execute.MemoryExample.with;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.model.alat.Alat;
import vmmref.model.interruption.Fault;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.register.Cfm;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Freedom;
import vmmref.spec.Memories;

class AdvancedTest {
    private static final Alat.Tag R8 = new Alat.Tag(false, 8);
    private static final Alat.Tag F8 = new Alat.Tag(true, 8);
    private static final String FALLEN = " ip=0000000000004040.0 ADVANCED_CHECKED";

    private static Machine holding(long from, int size) {
        Option<Alat.Range> range = Option.some(new Alat.Range(new PhysicalAddress(from), size));
        return MACHINE.withAlat(Alat.EMPTY.with(R8, range).with(F8, Option.some(new Alat.Range(new PhysicalAddress(0x9000), 4))));
    }

    @Test
    void checks() {
        Machine held = holding(AT, 8);
        Choice gone = Choice.of(Freedom.ALAT);
        assertEquals("ADVANCED_CHECKED:", told(held, "chk.a.nc r8,.+0x40"));
        assertEquals("ADVANCED_CHECKED: alat Tag[floating=false, physical=8]=None ADVANCED_CHECKED", told(held, "chk.a.clr r8,.+0x40"));
        assertEquals("ADVANCED_CHECKED:", told(held, "chk.a.nc f8,.+0x40"));
        assertEquals("ADVANCED_CHECKED: alat Tag[floating=true, physical=8]=None ADVANCED_CHECKED", told(held, "chk.a.clr f8,.+0x40"));
        assertEquals("ADVANCED_CHECKED:" + FALLEN, told(held, "chk.a.nc r12,.+0x40"));
        assertEquals("ADVANCED_CHECKED:" + FALLEN, told(held, "chk.a.clr f9,.+0x40"));
        assertEquals("ADVANCED_CHECKED:" + FALLEN, told(held, "chk.a.nc r0,.+0x40"));
        assertEquals("ADVANCED_CHECKED: alat Tag[floating=false, physical=8]=None ALAT_ENTRY_GONE" + FALLEN, told(held, "chk.a.nc r8,.+0x40", gone));
        assertEquals("ADVANCED_CHECKED: alat Tag[floating=false, physical=8]=None ALAT_ENTRY_GONE" + FALLEN, told(held, "chk.a.clr r8,.+0x40", gone));
    }

    @Test
    void failedChecksMayFault() {
        Machine held = holding(AT, 8);
        Choice faults = Choice.of(Freedom.CHECK);
        for (String text : Vector.of("chk.a.nc r12,.+0x40", "chk.a.clr f9,.+0x40")) assertEquals(new Executed.Raised(new Fault(Interruption.SPECULATIVE_OPERATION, Option.none()), Memories.CHECK_FAULTED), MemoryExample.executed(held, text, faults));
        for (String text : Vector.of("chk.a.nc r8,.+0x40", "chk.a.clr f8,.+0x40")) assertEquals(MemoryExample.executed(held, text, Choice.USUAL), MemoryExample.executed(held, text, faults));
        assertEquals(Memories.CHECK_FAULTED, MemoryExample.executed(held, "chk.a.nc r8,.+0x40", Choice.of(Vector.of(Freedom.ALAT, Freedom.CHECK))).because());
    }

    @Test
    void invalidations() {
        Machine held = holding(AT, 8);
        assertEquals("ALAT_INVALIDATED: alat Tag[floating=false, physical=8]=None ALAT_INVALIDATED", told(held, "invala.e r8"));
        assertEquals("ALAT_INVALIDATED: alat Tag[floating=true, physical=8]=None ALAT_INVALIDATED", told(held, "invala.e f8"));
        assertEquals("ALAT_INVALIDATED:", told(held, "invala.e f9"));
        assertEquals(Alat.EMPTY, MemoryExample.after(held, "invala").alat());
        assertEquals("ALAT_INVALIDATED", MemoryExample.executed(held, "invala", Choice.USUAL).because().name());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "8000 | 8 | st1 [r9]=r10         | true",
        "8001 | 1 | st1 [r9]=r10         | false",
        "7fff | 1 | st1 [r9]=r10         | false",
        "7fff | 2 | st1 [r9]=r10         | true",
        "8007 | 1 | st8 [r9]=r10         | true",
        "8008 | 1 | st8 [r9]=r10         | false",
        "8007 | 1 | st8.spill [r9]=r10   | true",
        "8008 | 8 | st16 [r9]=r10,ar.csd | true",
        "8010 | 8 | st16 [r9]=r10,ar.csd | false",
        "8009 | 1 | stfe [r9]=f10        | true",
        "800a | 1 | stfe [r9]=f10        | false",
        "800f | 1 | stf.spill [r9]=f10   | true",
        "8010 | 1 | stf.spill [r9]=f10   | false",
        "8001 | 1 | xchg2 r12=[r9],r10   | true",
        "8002 | 1 | xchg2 r12=[r9],r10   | false",
        "8003 | 1 | fetchadd4.acq r12=[r9],1 | true",
        "8004 | 1 | fetchadd4.acq r12=[r9],1 | false",
        "8000 | 1 | cmpxchg1.acq r12=[r9],r10,ar.ccv | true",
        "8001 | 1 | cmpxchg1.acq r12=[r9],r10,ar.ccv | false",
        "800f | 1 | cmp8xchg16.acq r12=[r9],r10,ar.csd,ar.ccv | true",
        "8010 | 1 | cmp8xchg16.acq r12=[r9],r10,ar.csd,ar.ccv | false",
        "8000 | 8 | ld8 r12=[r9]         | false"})
    void writesRemoveEntries(String from, int size, String text, boolean removed) {
        Machine after = MemoryExample.after(holding(Long.parseLong(from, 16), size), text);
        assertEquals(removed, after.alat().get(R8).isEmpty());
        assertEquals(true, after.alat().get(F8).isDefined());
    }

    /// A table that loses nothing is not written.
    @Test
    void writesElsewhereLeaveTheTable() {
        assertEquals("VALUE_STORED: mem8 0000000000008000=0000000000000088 VALUE_STORED", told(holding(0x8001, 1), "st1 [r9]=r10"));
        assertEquals(true, MemoryExample.after(with(holding(AT, 1), 9, AT + 8), "cmp8xchg16.acq r12=[r9],r10,ar.csd,ar.ccv").alat().get(R8).isEmpty());
    }

    @Test
    void registersAreKnownByTheirPhysicalNumbers() {
        Machine machine = MACHINE.withCfm(Cfm.of(16, 16, 1).rotated(3, 5, 0));
        assertEquals(new Alat.Tag(false, 48 + 3), Advanced.general(machine, 32));
        assertEquals(new Alat.Tag(false, 48 + 2), Advanced.general(machine, 39));
        assertEquals(new Alat.Tag(false, 16), Advanced.general(machine, 16));
        assertEquals(new Alat.Tag(false, 32), Advanced.general(machine.withPsr(machine.psr().with(44, true)), 16));
        assertEquals(new Alat.Tag(true, 37), Advanced.floating(machine, 32));
        assertEquals(new Alat.Tag(true, 31), Advanced.floating(machine, 31));
    }
}
