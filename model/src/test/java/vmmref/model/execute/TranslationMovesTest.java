package vmmref.model.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.model.bundle.Unit.M;
import static vmmref.spec.Protections.KEY_WRITTEN;
import static vmmref.spec.Translations.CACHE_EMPTIED;
import static vmmref.spec.Translations.CACHE_INSERTED;
import static vmmref.spec.Translations.CACHE_PURGED;
import static vmmref.spec.Translations.COLLECTION_ENABLED;
import static vmmref.spec.Translations.REGION_WRITTEN;
import static vmmref.spec.Translations.REGISTER_INSERTED;
import static vmmref.spec.Translations.REGISTER_OVERLAPPED;
import static vmmref.spec.Translations.REGISTER_PURGED;

import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.model.register.Pte;
import vmmref.model.register.RegionRegister;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Translation;

class TranslationMovesTest {
    private static final VirtualAddress AT = new VirtualAddress(0x2000_0000_0000_8000L);
    /// r9 holds a page-table entry, r10 the number 2, r11 the address, r12 the size 16 KB.
    private static final Moving START = Moving.start().register(9, 0x1_0661).register(10, 2).register(11, AT.bits()).register(12, 14 << 2).control(20, AT.bits()).control(21, 0x5500 | 14 << 2);
    private static final Translation PAGE = Translation.of(AT, 0x101, new PageSize(14), 0x55, new Pte(0x1_0661));

    private static boolean cached(Machine machine, Stream stream) {
        return machine.addressing().tlb().isCached(stream, PAGE);
    }

    @Test
    void insertions() {
        Machine data = START.done(M, "itc.d r9", CACHE_INSERTED).machine();
        assertTrue(cached(data, Stream.DATA) && !cached(data, Stream.INSTRUCTION));
        Machine code = START.done(M, "itc.i r9", CACHE_INSERTED).machine();
        assertTrue(cached(code, Stream.INSTRUCTION) && !cached(code, Stream.DATA));
        START.writes(M, "itr.d dtr[r10]=r9", new Place.Pinned(Stream.DATA, 2), Option.some(PAGE), REGISTER_INSERTED);
        START.writes(M, "itr.i itr[r10]=r9", new Place.Pinned(Stream.INSTRUCTION, 2), Option.some(PAGE), REGISTER_INSERTED);
        START.psr(1L << 13).raises(M, "itc.d r9", Interruption.ILLEGAL_OPERATION, COLLECTION_ENABLED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ptc.l", "ptc.g", "ptc.ga"})
    void purges(String purge) {
        Moving both = START.done(M, "itc.d r9", CACHE_INSERTED).done(M, "itc.i r9", CACHE_INSERTED);
        Machine none = both.done(M, purge + " r11,r12", CACHE_PURGED).machine();
        assertFalse(cached(none, Stream.DATA) || cached(none, Stream.INSTRUCTION));
        assertEquals(new Executed.MachineCheck(REGISTER_OVERLAPPED), START.done(M, "itr.d dtr[r10]=r9", REGISTER_INSERTED).executed(M, purge + " r11,r12"));
    }

    @Test
    void purgesOfRegisters() {
        Moving both = START.done(M, "itr.d dtr[r10]=r9", REGISTER_INSERTED).done(M, "itr.i itr[r10]=r9", REGISTER_INSERTED);
        both.writes(M, "ptr.d r11,r12", new Place.Pinned(Stream.DATA, 2), Option.none(), REGISTER_PURGED);
        both.writes(M, "ptr.i r11,r12", new Place.Pinned(Stream.INSTRUCTION, 2), Option.none(), REGISTER_PURGED);
    }

    @Test
    void purgesOfEverything() {
        Machine none = START.done(M, "itc.d r9", CACHE_INSERTED).done(M, "itc.i r9", CACHE_INSERTED).done(M, "ptc.e r11", CACHE_EMPTIED).machine();
        assertFalse(cached(none, Stream.DATA) || cached(none, Stream.INSTRUCTION));
    }

    @Test
    void registers() {
        START.writes(M, "mov rr[r11]=r12", new Place.Region(1), new RegionRegister(14 << 2), REGION_WRITTEN);
        START.register(9, 0x5501).writes(M, "mov pkr[r10]=r9", new Place.Key(2), new ProtectionKeyRegister(0x5501), KEY_WRITTEN);
    }
}
