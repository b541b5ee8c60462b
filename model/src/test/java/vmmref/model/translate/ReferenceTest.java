package vmmref.model.translate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.model.translate.Example.PAGE;
import static vmmref.model.translate.Example.at;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.model.tlb.Stream;

class ReferenceTest {
    private static final Seq<ReferenceType> TYPES = Vector.of(ReferenceType.values());

    @Test
    void referencesHaveTheirUsualParts() {
        assertEquals(new Reference(ReferenceType.FETCH, PAGE, 16, 0, false), Reference.fetch(PAGE));
        assertEquals(new Reference(ReferenceType.STORE, PAGE, 4, 0, false), Reference.data(ReferenceType.STORE, PAGE, 4));
        assertEquals(new Reference(ReferenceType.TPA, PAGE, 1, 0, false), Reference.query(ReferenceType.TPA, PAGE));
        assertEquals(new Reference(ReferenceType.PROBE_W, PAGE, 1, 3, false), Reference.probe(ReferenceType.PROBE_W, PAGE, 3));
        assertEquals(new Reference(ReferenceType.PROBE_W, PAGE, 1, 3, true), Reference.probe(ReferenceType.PROBE_W, PAGE, 3).withNat());
        assertEquals(new Reference(ReferenceType.PROBE_W, at(1), 1, 3, true), Reference.probe(ReferenceType.PROBE_W, PAGE, 3).withNat().at(at(1)));
    }

    @Test
    void sizesArePowersOfTwo() {
        for (int size : new int[] {1, 2, 4, 8}) assertEquals(size, Reference.data(ReferenceType.LOAD, PAGE, size).size());
        for (ReferenceType type : TYPES.filter(each -> each.touchesMemory() && !each.isSemaphore())) assertEquals(16, new Reference(type, PAGE, 16, 0, false).size());
        assertEquals("a reference EXCHANGE of 16 bytes", assertThrows(IllegalArgumentException.class, () -> Reference.data(ReferenceType.EXCHANGE, PAGE, 16)).getMessage());
        assertEquals("a reference FC of 16 bytes", assertThrows(IllegalArgumentException.class, () -> Reference.data(ReferenceType.FC, PAGE, 16)).getMessage());
        for (int size : new int[] {-1, 0, 3, 5, 6, 7, 9, 32}) {
            assertThrows(IllegalArgumentException.class, () -> Reference.data(ReferenceType.LOAD, PAGE, size), "size " + size);
        }
        assertThrows(IllegalArgumentException.class, () -> new Reference(ReferenceType.FETCH, PAGE, 32, 0, false));
    }

    @Test
    void onlyProbesAskAtALevel() {
        for (ReferenceType type : TYPES.filter(ReferenceType::isProbe)) {
            assertEquals(3, Reference.probe(type, PAGE, 3).level());
            assertThrows(IllegalArgumentException.class, () -> Reference.probe(type, PAGE, 4));
            assertThrows(IllegalArgumentException.class, () -> Reference.probe(type, PAGE, -1));
        }
        assertEquals("a reference TPA at the level 1", assertThrows(IllegalArgumentException.class, () -> Reference.probe(ReferenceType.TPA, PAGE, 1)).getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "FETCH,            FETCH,        EXECUTE,    INSTRUCTION",
        "LOAD,             DATA,         READ,       DATA",
        "SPECULATIVE_LOAD, DATA,         READ,       DATA",
        "STORE,            DATA,         WRITE,      DATA",
        "EXCHANGE,         DATA,         READ_WRITE, DATA",
        "FETCHADD,         DATA,         READ_WRITE, DATA",
        "LFETCH,           LFETCH,       READ,       DATA",
        "LFETCH_FAULT,     LFETCH_FAULT, READ,       DATA",
        "FC,               FC,           READ,       DATA",
        "PROBE_R,          PROBE,        READ,       DATA",
        "PROBE_W,          PROBE,        WRITE,      DATA",
        "PROBE_R_FAULT,    PROBE_FAULT,  READ,       DATA",
        "PROBE_W_FAULT,    PROBE_FAULT,  WRITE,      DATA",
        "PROBE_RW_FAULT,   PROBE_FAULT,  READ_WRITE, DATA",
        "TPA,              TPA,          READ,       DATA",
        "TAK,              TAK,          READ,       DATA"})
    void typesHaveAColumnAnAccessAndAStream(ReferenceType type, Column column, String access, Stream stream) {
        assertEquals(column, type.column());
        assertEquals(access, type.access().name());
        assertEquals(stream, type.stream());
        assertEquals(column, new Reference(type, PAGE, 1, 0, false).column());
    }

    private static Seq<String> names(Seq<ReferenceType> types) {
        return types.map(ReferenceType::name);
    }

    @Test
    void typesOfAKind() {
        assertEquals(Vector.of("EXCHANGE", "FETCHADD"), names(TYPES.filter(ReferenceType::isSemaphore)));
        assertEquals(Vector.of("PROBE_R", "PROBE_W", "PROBE_R_FAULT", "PROBE_W_FAULT", "PROBE_RW_FAULT"), names(TYPES.filter(ReferenceType::isProbe)));
        assertEquals(Vector.of("STACK_LOAD", "STACK_STORE"), names(TYPES.filter(ReferenceType::isOfStack)));
        assertEquals(TYPES.dropRight(2), ReferenceType.ofInstructions());
        assertEquals(Vector.of("PROBE_R", "PROBE_W", "TPA", "TAK"), names(TYPES.filter(ReferenceType::isAlwaysTranslated)));
        assertEquals(Vector.of("FETCH", "LOAD", "SPECULATIVE_LOAD", "STORE", "EXCHANGE", "FETCHADD", "STACK_LOAD", "STACK_STORE"), names(TYPES.filter(ReferenceType::touchesMemory)));
    }

    @Test
    void alignment() {
        assertTrue(!Reference.data(ReferenceType.LOAD, at(0x4003), 1).isMisaligned());
        assertTrue(!Reference.data(ReferenceType.LOAD, at(0x4002), 2).isMisaligned());
        assertTrue(Reference.data(ReferenceType.LOAD, at(0x4003), 2).isMisaligned());
        assertTrue(!Reference.data(ReferenceType.LOAD, at(0x4008), 8).isMisaligned());
        assertTrue(Reference.data(ReferenceType.LOAD, at(0x4004), 8).isMisaligned());
        assertTrue(Reference.data(ReferenceType.LOAD, at(0x4008), 16).isMisaligned());
        assertTrue(!Reference.fetch(at(0x4010)).isMisaligned());
        assertTrue(Reference.fetch(at(0x4008)).isMisaligned());
    }

    @Test
    void columnsAreHeadingsOfTheTable() {
        assertEquals(Vector.of("itc", "itr", "purge", "ptc.e", "rr", "pkr", "fetch", "data", "lfetch", "lfetch.fault", "fc", "probe", "probe.fault", "tpa", "tak"),
            Vector.of(Column.values()).map(Column::heading));
        assertEquals(Vector.of("fetch", "data", "lfetch", "lfetch.fault", "fc", "probe", "probe.fault", "tpa", "tak"),
            Vector.of(Column.values()).filter(Column::isOfReferences).map(Column::heading));
    }
}
