package vmmref.model.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static vmmref.model.execute.MemoryExample.AT;
import static vmmref.model.execute.MemoryExample.BE;
import static vmmref.model.execute.MemoryExample.DFH;
import static vmmref.model.execute.MemoryExample.DFL;
import static vmmref.model.execute.MemoryExample.MACHINE;
import static vmmref.model.execute.MemoryExample.executed;
import static vmmref.model.execute.MemoryExample.paged;
import static vmmref.model.execute.MemoryExample.told;
import static vmmref.model.execute.MemoryExample.with;

import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.model.alat.Alat;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.real.FloatFormat;
import vmmref.model.register.GeneralValue;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Freedom;

class LoadsTest {
    /// The page of 64 KB at 0, readable and writable, with the memory attributes WB and UC.
    private static final long CACHED = 3 << 9 | 3 << 7;
    private static final long UNCACHED = CACHED | 4 << 2;
    private static final long EXPORTED = CACHED | 5 << 2;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ld1 r8=[r9]            | VALUE_LOADED: r8=0000000000000080 VALUE_LOADED",
        "ld2.acq r8=[r9]        | VALUE_LOADED: r8=0000000000008180 VALUE_LOADED",
        "ld4.bias r39=[r9]      | VALUE_LOADED: r39=0000000083828180 VALUE_LOADED",
        "ld8.nta r8=[r9]        | VALUE_LOADED: r8=8786858483828180 VALUE_LOADED",
        "ld8 r8=[r9],r10        | VALUE_LOADED: r8=8786858483828180 VALUE_LOADED r9=112233445566f788 BASE_UPDATED",
        "ld8 r8=[r9],r11        | VALUE_LOADED: r8=8786858483828180 VALUE_LOADED r9=NaT BASE_UPDATED",
        "ld1 r8=[r9],-256       | VALUE_LOADED: r8=0000000000000080 VALUE_LOADED r9=0000000000007f00 BASE_UPDATED",
        "ld1 r9=[r9]            | VALUE_LOADED: r9=0000000000000080 VALUE_LOADED",
        "ld16 r8,ar.csd=[r9]    | WIDE_LOADED: r8=8786858483828180 WIDE_LOADED ar.csd=8f8e8d8c8b8a8988 WIDE_LOADED",
        "ldfs f8=[r9]           | FLOAT_LOADED: f8=1:0ff87:8281800000000000 FLOAT_LOADED",
        "ldf8 f8=[r9],8         | FLOAT_LOADED: f8=0:1003e:8786858483828180 FLOAT_LOADED r9=0000000000008008 BASE_UPDATED",
        "ldfe f127=[r9]         | FLOAT_LOADED: f127=1:0c988:8786858483828180 FLOAT_LOADED",
        "ldf.fill f8=[r9],r10   | FLOAT_LOADED: f8=1:08988:8786858483828180 FLOAT_LOADED r9=112233445566f788 BASE_UPDATED",
        "ldfps f8,f9=[r9]       | PAIR_LOADED: f8=1:0ff87:8281800000000000 PAIR_LOADED f9=1:0ff8f:8685840000000000 PAIR_LOADED",
        "ldfps f8,f9=[r9],8     | PAIR_LOADED: f8=1:0ff87:8281800000000000 PAIR_LOADED f9=1:0ff8f:8685840000000000 PAIR_LOADED r9=0000000000008008 BASE_UPDATED",
        "ldfp8 f9,f40=[r9],16   | PAIR_LOADED: f9=0:1003e:8786858483828180 PAIR_LOADED f40=0:1003e:8f8e8d8c8b8a8988 PAIR_LOADED r9=0000000000008010 BASE_UPDATED"})
    void whatLoadsDo(String text, String expected) {
        assertEquals(expected, told(MACHINE, text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ld1 r8=[r9]            | VALUE_LOADED: r8=0000000000000080 VALUE_LOADED",
        "ld2 r8=[r9]            | VALUE_LOADED: r8=0000000000008081 VALUE_LOADED",
        "ld4 r8=[r9]            | VALUE_LOADED: r8=0000000080818283 VALUE_LOADED",
        "ld8 r8=[r9]            | VALUE_LOADED: r8=8081828384858687 VALUE_LOADED",
        "ld8.fill r8=[r9]       | FILL_LOADED: r8=8081828384858687 FILL_LOADED",
        "ld16.acq r8,ar.csd=[r9]| WIDE_LOADED: r8=8081828384858687 WIDE_LOADED ar.csd=88898a8b8c8d8e8f WIDE_LOADED",
        "ldfe f8=[r9]           | FLOAT_LOADED: f8=1:0c081:8283848586878889 FLOAT_LOADED",
        "ldf.fill f8=[r9]       | FLOAT_LOADED: f8=0:18687:88898a8b8c8d8e8f FLOAT_LOADED",
        "ldfp8 f8,f9=[r9]       | PAIR_LOADED: f8=0:1003e:8081828384858687 PAIR_LOADED f9=0:1003e:88898a8b8c8d8e8f PAIR_LOADED"})
    void whatLoadsDoToBigEndianData(String text, String expected) {
        assertEquals(expected, told(with(BE), text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ld8 r0=[r9]            | ILLEGAL_OPERATION by TARGET_ILLEGAL",
        "ld8 r40=[r9]           | ILLEGAL_OPERATION by TARGET_ILLEGAL",
        "ld8 r8=[r0],8          | ILLEGAL_OPERATION by TARGET_ILLEGAL",
        "ldfs f8=[r0],4         | ILLEGAL_OPERATION by TARGET_ILLEGAL",
        "ldfps f8,f9=[r40],8    | ILLEGAL_OPERATION by TARGET_ILLEGAL",
        "ldfs f0=[r9]           | ILLEGAL_OPERATION by FLOATING_TARGET_ILLEGAL",
        "ldfs f1=[r9]           | ILLEGAL_OPERATION by FLOATING_TARGET_ILLEGAL",
        "ldfps f1,f2=[r9]       | ILLEGAL_OPERATION by FLOATING_TARGET_ILLEGAL",
        "ldfps f3,f0=[r9]       | ILLEGAL_OPERATION by FLOATING_TARGET_ILLEGAL",
        "ld8 r8=[r11]           | REGISTER_NAT_CONSUMPTION by NAT_CONSUMED",
        "ld8.a r8=[r11]         | REGISTER_NAT_CONSUMPTION by NAT_CONSUMED",
        "ldfd f8=[r11]          | REGISTER_NAT_CONSUMPTION by NAT_CONSUMED",
        "ld8.c.nc r8=[r11]      | REGISTER_NAT_CONSUMPTION by NAT_CONSUMED",
        "ldfd.c.clr f8=[r11]    | REGISTER_NAT_CONSUMPTION by NAT_CONSUMED"})
    void whatLoadsRaise(String text, String expected) {
        assertEquals(expected, told(MACHINE, text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1 | ld2 r8=[r9]           | UNALIGNED_DATA_REFERENCE at 8001 by ADDRESS_MISALIGNED",
        "4 | ld8.fill r8=[r9]      | UNALIGNED_DATA_REFERENCE at 8004 by ADDRESS_MISALIGNED",
        "8 | ldfe f8=[r9]          | UNALIGNED_DATA_REFERENCE at 8008 by ADDRESS_MISALIGNED",
        "8 | ldf.fill f8=[r9]      | UNALIGNED_DATA_REFERENCE at 8008 by ADDRESS_MISALIGNED",
        "8 | ldfpd f8,f9=[r9]      | UNALIGNED_DATA_REFERENCE at 8008 by ADDRESS_MISALIGNED",
        "4 | ldfps f8,f9=[r9]      | UNALIGNED_DATA_REFERENCE at 8004 by ADDRESS_MISALIGNED",
        "8 | ld16 r8,ar.csd=[r9]   | UNALIGNED_DATA_REFERENCE at 8008 by ADDRESS_MISALIGNED"})
    void whatMisalignedLoadsRaise(int offset, String text, String expected) {
        Machine machine = with(MACHINE, 9, AT + offset);
        assertEquals(expected, told(machine, text));
        assertEquals(offset == 1 ? "VALUE_LOADED: r8=0000000000008281 VALUE_LOADED" : expected, told(machine, text, Choice.of(Freedom.MISALIGNED)));
    }

    /// A register is written twice by no load that updates, and the check comes after those of single registers.
    @Test
    void oneRegisterTwice() {
        Machine machine = with(MACHINE, 8, AT);
        Operands twice = new Operands(0, 8, 10, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0);
        Execution execution = new Execution(null, machine, twice, Choice.USUAL);
        assertEquals("BASE_TARGET_ILLEGAL", new LoadTarget.General(8).illegal(execution, Base.BY_IMMEDIATE).get().because().name());
        assertEquals("BASE_TARGET_ILLEGAL", new LoadTarget.Filled().illegal(execution, Base.BY_REGISTER).get().because().name());
        assertEquals(true, new LoadTarget.General(8).illegal(execution, Base.KEPT).isEmpty());
        assertEquals("TARGET_ILLEGAL", new LoadTarget.General(8).illegal(new Execution(null, machine, Operands.NONE, Choice.USUAL), Base.BY_REGISTER).get().because().name());
        assertThrows(IllegalArgumentException.class, () -> LoadTarget.of("st8"));
    }

    @Test
    void pairsHaveAnEvenAndAnOddRegister() {
        Operands even = new Operands(0, 0, 0, 9, 8, 40, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        assertEquals("PAIR_PARITY_ILLEGAL", new LoadTarget.Pair(FloatFormat.SINGLE).illegal(new Execution(null, MACHINE, even, Choice.USUAL), Base.KEPT).get().because().name());
        assertEquals("DISABLED_FP_REGISTER by FLOATING_DISABLED", told(with(DFL), "ldfpd f40,f9=[r9]"));
        assertEquals("DISABLED_FP_REGISTER by FLOATING_DISABLED", told(with(DFH), "ldfpd f40,f9=[r9]"));
        assertEquals("DISABLED_FP_REGISTER by FLOATING_DISABLED", told(with(DFL), "ldfd f9=[r11]"));
        assertEquals("FLOAT_LOADED", executed(with(DFH), "ldfd f9=[r9]", Choice.USUAL).because().name());
    }

    @Test
    void bothPartitionsAreModified() {
        Machine fresh = MACHINE.withPsr(MemoryExample.STATUS.with(4, false).with(5, false));
        assertEquals(0x2030, MemoryExample.after(fresh, "ldfps f8,f41=[r9]").psr().bits());
        assertEquals(0x2010, MemoryExample.after(fresh, "ldfps f8,f9=[r9]").psr().bits());
        assertEquals(0x2020, MemoryExample.after(fresh, "ldfs f32=[r9]").psr().bits());
        assertEquals(0x2010, MemoryExample.after(fresh, "ldfs f31=[r9]").psr().bits());
    }

    @Test
    void fillsTakeNaTFromUnat() {
        Machine machine = new Place.Application(36).with(with(MACHINE, 9, AT + 0x18), 1L << 3);
        assertEquals("FILL_LOADED: r8=NaT FILL_LOADED", told(machine, "ld8.fill r8=[r9]"));
        assertEquals(0x9f9e9d9c9b9a9998L, MemoryExample.after(machine, "ld8.fill r8=[r9]").general(8).bits());
        assertEquals("FILL_LOADED: r8=9796959493929190 FILL_LOADED r9=0000000000008018 BASE_UPDATED", told(with(machine, 9, AT + 0x10), "ld8.fill r8=[r9],8"));
        Machine last = new Place.Application(36).with(with(MACHINE, 9, 0x9ff8), 1L << 63);
        assertEquals("FILL_LOADED: r8=NaT FILL_LOADED", told(last, "ld8.fill r8=[r9]"));
    }

    @Test
    void sixteenBytesAreOfCacheableMemory() {
        String wide = "ld16 r8,ar.csd=[r9]";
        assertEquals("WIDE_LOADED", executed(paged(MACHINE, CACHED), wide, Choice.USUAL).because().name());
        assertEquals("UNSUPPORTED_DATA_REFERENCE at 8000 by WIDE_ATTRIBUTE_UNSUPPORTED", told(paged(MACHINE, UNCACHED), wide));
        assertEquals("UNSUPPORTED_DATA_REFERENCE at 8000 by WIDE_ATTRIBUTE_UNSUPPORTED", told(paged(MACHINE, CACHED | 6 << 2), wide));
        assertEquals("FLOAT_LOADED", executed(paged(MACHINE, UNCACHED), "ldf.fill f8=[r9]", Choice.USUAL).because().name());
        assertEquals("ALTERNATE_DATA_TLB at 8000 by MISS_ALTERNATE", told(paged(MACHINE, CACHED).withTlb(MACHINE.addressing().tlb()), wide));
    }

    @Test
    void deferredLoadsLeaveNothing() {
        assertEquals("TARGET_DEFERRED: r8=NaT TARGET_DEFERRED r9=0000000000008008 BASE_UPDATED", told(MACHINE, "ld8.s r8=[r9],8"));
        assertEquals("TARGET_DEFERRED: r8=NaT TARGET_DEFERRED r11=NaT BASE_UPDATED", told(MACHINE, "ld8.sa r8=[r11],8"));
        assertEquals(new GeneralValue(0, true), MemoryExample.after(with(MACHINE, 8, 5), "ld8.s r8=[r9]").general(8));
        assertEquals("TARGET_DEFERRED: f8=0:1fffe:0000000000000000 TARGET_DEFERRED", told(MACHINE, "ldfe.s f8=[r9]"));
        assertEquals("TARGET_DEFERRED: f8=0:1fffe:0000000000000000 TARGET_DEFERRED f9=0:1fffe:0000000000000000 TARGET_DEFERRED", told(MACHINE, "ldfpd.sa f8,f9=[r9]"));
        assertEquals("VALUE_LOADED: r8=8786858483828180 VALUE_LOADED", told(paged(MACHINE, CACHED), "ld8.s r8=[r9]"));
        assertEquals("VALUE_LOADED: r8=8786858483828180 VALUE_LOADED alat Tag[floating=false, physical=8]=Some(Range[start=0000000000008000, size=8]) ALAT_ENTRY_MADE",
            told(paged(MACHINE, CACHED), "ld8.sa r8=[r9]"));
    }

    @Test
    void advancedLoadsAreRemembered() {
        assertEquals("VALUE_LOADED: r8=0000000083828180 VALUE_LOADED alat Tag[floating=false, physical=8]=Some(Range[start=0000000000008000, size=4]) ALAT_ENTRY_MADE r9=0000000000008004 BASE_UPDATED",
            told(MACHINE, "ld4.a r8=[r9],4"));
        assertEquals("FLOAT_LOADED: f8=1:0c988:8786858483828180 FLOAT_LOADED alat Tag[floating=true, physical=8]=Some(Range[start=0000000000008000, size=10]) ALAT_ENTRY_MADE", told(MACHINE, "ldfe.a f8=[r9]"));
        assertEquals(new Alat.Range(new PhysicalAddress(AT), 16), MemoryExample.after(MACHINE, "ldfp8.a f40,f9=[r9]").alat().get(new Alat.Tag(true, 40)).get());
        assertEquals("ALAT_ENTRY_REFUSED: r8=0000000000000000 ALAT_ENTRY_REFUSED r9=0000000000008008 BASE_UPDATED", told(paged(MACHINE, UNCACHED), "ld8.a r8=[r9],8"));
        assertEquals("ALAT_ENTRY_REFUSED: f8=0:1003e:0000000000000000 ALAT_ENTRY_REFUSED", told(paged(MACHINE, EXPORTED), "ldf8.a f8=[r9]"));
        assertEquals("ALAT_ENTRY_REFUSED: f8=0:00000:0000000000000000 ALAT_ENTRY_REFUSED f9=0:00000:0000000000000000 ALAT_ENTRY_REFUSED", told(paged(MACHINE, UNCACHED), "ldfpd.a f8,f9=[r9]"));
        assertEquals("ALAT_ENTRY_MADE", ((vmmref.model.machine.Executed.Done) executed(paged(MACHINE, CACHED | 6 << 2), "ld8.a r8=[r9]", Choice.USUAL)).effects().writes().last().because().name());
    }

    /// Entries that were there go where an advanced load leaves none, and where a check found none.
    @Test
    void oldEntriesGo() {
        Machine held = MemoryExample.after(MACHINE, "ld8.a r8=[r9]");
        assertEquals("TARGET_DEFERRED: r8=NaT TARGET_DEFERRED alat Tag[floating=false, physical=8]=None TARGET_DEFERRED", told(held, "ld8.sa r8=[r9]"));
        assertEquals("TARGET_DEFERRED: r8=NaT TARGET_DEFERRED", told(held, "ld8.s r8=[r9]"));
        assertEquals("ALAT_ENTRY_REFUSED: r8=0000000000000000 ALAT_ENTRY_REFUSED alat Tag[floating=false, physical=8]=None ALAT_ENTRY_REFUSED", told(paged(held, UNCACHED), "ld8.a r8=[r9]"));
        assertEquals("VALUE_LOADED: r8=8786858483828180 VALUE_LOADED", told(held, "ld8 r8=[r9]"));
    }

    @Test
    void checkLoads() {
        Machine held = with(MemoryExample.after(MACHINE, "ld8.a r8=[r9]"), 8, 5);
        Choice gone = Choice.of(Freedom.ALAT);
        assertEquals("CHECK_LOAD_HIT: r9=0000000000008008 BASE_UPDATED", told(held, "ld8.c.nc r8=[r9],8"));
        assertEquals("CHECK_LOAD_HIT: alat Tag[floating=false, physical=8]=None CHECK_LOAD_HIT", told(held, "ld8.c.clr.acq r8=[r9]"));
        assertEquals("VALUE_LOADED: r8=8786858483828180 VALUE_LOADED", told(MACHINE, "ld8.c.clr r8=[r9]"));
        String made = "VALUE_LOADED: r8=8786858483828180 VALUE_LOADED alat Tag[floating=false, physical=8]=Some(Range[start=0000000000008000, size=8]) ALAT_ENTRY_MADE";
        assertEquals(made, told(MACHINE, "ld8.c.nc r8=[r9]"));
        assertEquals(made, told(held, "ld8.c.nc r8=[r9]", gone));
        assertEquals("VALUE_LOADED: r8=8786858483828180 VALUE_LOADED alat Tag[floating=false, physical=8]=None ALAT_ENTRY_GONE", told(held, "ld8.c.clr r8=[r9]", gone));
        assertEquals("VALUE_LOADED: r8=8786858483828180 VALUE_LOADED alat Tag[floating=false, physical=8]=None ALAT_ENTRY_GONE", told(paged(held, UNCACHED), "ld8.c.nc r8=[r9]", gone));
        assertEquals("VALUE_LOADED: r8=8786858483828180 VALUE_LOADED", told(paged(MACHINE, UNCACHED), "ld8.c.nc r8=[r9]"));
        assertEquals("ILLEGAL_OPERATION by TARGET_ILLEGAL", told(held, "ld8.c.nc r0=[r9]"));
        Machine floating = MemoryExample.after(MACHINE, "ldfps.a f8,f9=[r9]");
        assertEquals("CHECK_LOAD_HIT:", told(floating, "ldfps.c.nc f8,f9=[r9]"));
        assertEquals("PAIR_LOADED", executed(floating, "ldfps.c.nc f9,f8=[r9]", Choice.USUAL).because().name());
    }

    @Test
    void modes() {
        assertEquals(Vector.of(LoadMode.PLAIN, LoadMode.PLAIN, LoadMode.SPECULATIVE, LoadMode.ADVANCED, LoadMode.SPECULATIVE_ADVANCED, LoadMode.CHECK_CLEAR, LoadMode.CHECK_CLEAR, LoadMode.CHECK_KEEP, LoadMode.PLAIN),
            Vector.of("ld8", "ld8.acq", "ld8.s", "ldfs.a", "ld1.sa", "ld8.c.clr", "ld8.c.clr.acq", "ldfpd.c.nc", "ld8.fill").map(LoadMode::of));
        assertEquals(Vector.of(false, true, false, true, false, false), Vector.of(LoadMode.values()).map(LoadMode::speculates));
        assertEquals(Vector.of(false, false, true, true, false, false), Vector.of(LoadMode.values()).map(LoadMode::advances));
        assertEquals(Vector.of(false, false, false, false, true, true), Vector.of(LoadMode.values()).map(LoadMode::checks));
        assertEquals(Vector.of(false, false, true, true, false, true), Vector.of(LoadMode.values()).map(LoadMode::isRemembered));
    }
}
