package vmmref.model.tlb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.model.tlb.Stream.DATA;
import static vmmref.model.tlb.Stream.INSTRUCTION;

import io.vavr.collection.HashSet;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.VirtualAddress;

class TlbTest {
    private static final Translation ONE = new Translation(0x4000, 0x101, 14, 0, 0x7e1);
    private static final Translation OTHER = new Translation(0x8000, 0x101, 14, 0, 0x7e1);
    private static final VirtualAddress FIRST = new VirtualAddress(0x4000);

    @Test
    void streamsAreKeptApart() {
        Tlb tlb = Tlb.EMPTY.withCached(INSTRUCTION, ONE, true).withRegister(DATA, 3, Option.some(OTHER));
        assertEquals(HashSet.of(Entry.cached(ONE)), tlb.matching(INSTRUCTION, 0x101, FIRST).toSet());
        assertTrue(tlb.matching(DATA, 0x101, FIRST).isEmpty());
        assertEquals(HashSet.of(Entry.pinned(3, OTHER)), tlb.overlapping(DATA, 0x101, FIRST, new PageSize(16)).toSet());
        assertEquals(HashSet.of(Entry.cached(ONE)), tlb.overlapping(INSTRUCTION, 0x101, FIRST, new PageSize(16)).toSet());
        assertEquals(tlb.instruction(), tlb.entries(INSTRUCTION));
        assertEquals(tlb.data(), tlb.entries(DATA));
        assertEquals(Entries.none().with(Entry.cached(ONE)), tlb.instruction());
        assertEquals(Entries.none().with(Entry.pinned(3, OTHER)), tlb.data());
    }

    @Test
    void aRegisterHoldsOneTranslationOrNone() {
        Tlb tlb = Tlb.EMPTY.withRegister(DATA, 3, Option.some(ONE));
        assertEquals(Option.some(ONE), tlb.register(DATA, 3));
        assertEquals(Option.none(), tlb.register(DATA, 2));
        assertEquals(Option.none(), tlb.register(INSTRUCTION, 3));
        assertEquals(Tlb.EMPTY.withRegister(DATA, 3, Option.some(OTHER)), tlb.withRegister(DATA, 3, Option.some(OTHER)));
        assertEquals(Tlb.EMPTY, tlb.withRegister(DATA, 3, Option.none()));
        assertEquals(tlb, tlb.withRegister(DATA, 2, Option.none()));
        assertEquals(Option.some(ONE), tlb.withRegister(DATA, 2, Option.some(ONE)).register(DATA, 3));
        assertEquals(2, tlb.withRegister(DATA, 2, Option.some(ONE)).data().all().size());
    }

    @Test
    void theCacheHoldsATranslationOnce() {
        Tlb tlb = Tlb.EMPTY.withCached(DATA, ONE, true);
        assertEquals(tlb, tlb.withCached(DATA, ONE, true));
        assertEquals(1, tlb.withCached(DATA, ONE, true).data().all().size());
        assertTrue(tlb.isCached(DATA, ONE));
        assertTrue(!tlb.isCached(INSTRUCTION, ONE));
        assertTrue(!tlb.isCached(DATA, OTHER));
        assertEquals(Tlb.EMPTY, tlb.withCached(DATA, ONE, false));
        assertEquals(tlb, tlb.withCached(DATA, OTHER, false));
    }

    @Test
    void registersAreNoCache() {
        Tlb tlb = Tlb.EMPTY.withRegister(DATA, 0, Option.some(ONE));
        assertTrue(!tlb.isCached(DATA, ONE));
        assertEquals(tlb, tlb.withCached(DATA, ONE, false));
        assertEquals(HashSet.of(OTHER), tlb.withCached(DATA, OTHER, true).cached(DATA).toSet());
        assertEquals(HashSet.empty(), tlb.withCached(DATA, OTHER, true).cached(INSTRUCTION).toSet());
    }
}
