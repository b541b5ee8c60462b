package vmmref.model.translate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import vmmref.spec.Clause;
import vmmref.spec.Memories;
import vmmref.spec.References;
import vmmref.spec.RegisterFiles;
import vmmref.spec.Stacks;
import vmmref.spec.Translations;
import vmmref.spec.Walks;

class ChoiceTest {

    @Test
    void eachFreedomIsABit() {
        assertEquals(new Choice(0), Choice.USUAL);
        assertEquals(new Choice(0b00001), Choice.of(Freedom.SEARCH));
        assertEquals(new Choice(0b00010), Choice.of(Freedom.CACHE));
        assertEquals(new Choice(0b00100), Choice.of(Freedom.REPLACED));
        assertEquals(new Choice(0b01000), Choice.of(Freedom.PURGE_SIZE));
        assertEquals(new Choice(0b10000), Choice.of(Freedom.MISALIGNED));
        assertEquals(new Choice(0b10001), Choice.of(Vector.of(Freedom.MISALIGNED, Freedom.SEARCH)));
        assertEquals(new Choice(0b00001), Choice.of(Vector.of(Freedom.SEARCH, Freedom.SEARCH)));
        assertEquals(Choice.USUAL, Choice.of(Vector.empty()));
    }

    @Test
    void aChoiceTakesFreedoms() {
        Choice choice = new Choice(0b01010);
        assertEquals(Vector.of(Freedom.CACHE, Freedom.PURGE_SIZE), choice.taken());
        assertTrue(choice.takes(Freedom.CACHE) && !choice.takes(Freedom.SEARCH) && !choice.takes(Freedom.MISALIGNED));
        assertEquals(Vector.of(Freedom.values()), new Choice(0b11111111111).taken());
        assertEquals("there are 11 freedoms: 800", assertThrows(IllegalArgumentException.class, () -> new Choice(0b100000000000)).getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Choice(-1));
    }

    @Test
    void choicesThatTakeFewerComeFirst() {
        Seq<Choice> all = Choice.all();
        assertEquals(2048, all.size());
        assertEquals(HashSet.range(0, 2048), all.map(Choice::bits).toSet());
        assertEquals(Choice.USUAL, all.head());
        assertEquals(Vector.of(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024), all.slice(1, 12).map(Choice::bits));
        assertEquals(new Choice(0b11111111111), all.last());
    }

    @Test
    void someFreedomsMakeFewChoices() {
        assertEquals(Vector.of(0, 0b10, 0b1000, 0b1010).map(Choice::new), Choice.among(Vector.of(Freedom.PURGE_SIZE, Freedom.CACHE)));
        assertEquals(Vector.of(Choice.USUAL), Choice.among(Vector.empty()));
        assertEquals(new Choice(0b1010), Choice.of(Freedom.CACHE).and(Freedom.PURGE_SIZE).and(Freedom.CACHE));
    }

    @Test
    void freedomsAreGrantedByClauses() {
        assertEquals(Vector.<Clause>of(Translations.REGION_COMPARED, Translations.CACHE_ENTRY_GONE, Translations.REPLACED_KEPT, Translations.PURGE_SIZE_UNSUPPORTED, References.MISALIGNED_PERFORMED, Memories.ALAT_ENTRY_GONE, Memories.CHECK_FAULTED, RegisterFiles.COLLECTION_EARLY, Walks.WALK_ABORTED, Stacks.STORE_EAGER, Translations.CACHE_ENTRY_EVICTED),
            Vector.of(Freedom.values()).map(Freedom::clause));
        assertEquals(Vector.of("search", "cache", "replaced", "purge-size", "misaligned", "alat", "check", "in-flight", "walker", "stack", "eviction"), Vector.of(Freedom.values()).map(Freedom::text));
        assertEquals(Vector.of("offset", "kept", "dropped", "machine-check", "faults", "kept", "branches", "open", "walks", "lazy", "lowest"), Vector.of(Freedom.values()).map(freedom -> freedom.way(false)));
        assertEquals(Vector.of("region", "gone", "kept", "purged", "performed", "gone", "faults", "over", "aborts", "eager", "highest"), Vector.of(Freedom.values()).map(freedom -> freedom.way(true)));
    }
}
