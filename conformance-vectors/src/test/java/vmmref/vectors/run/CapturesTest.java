package vmmref.vectors.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vmmref.vmm.zoo.Zoo;

/// `FlushesCachesAlone` breaks the clause MAP_CHANGED, and the guarantee NUMBERS_RECYCLED, which no vector decides.
final class CapturesTest {

    @Test @DisplayName("a member is caught if each clause that it breaks decided a failure, whatever guarantees it breaks")
    void caught() {
        assertTrue(captures(HashMap.of("MAP_CHANGED", List.of("vmm/balloon/0001"), "MEMORY_ABSENT", List.of("vmm/balloon/0002"))).caught());
    }

    @Test @DisplayName("a member is not caught by failures of other clauses alone, nor by none")
    void notCaught() {
        assertFalse(captures(HashMap.of("MEMORY_ABSENT", List.of("vmm/balloon/0002"))).caught());
        assertFalse(captures(HashMap.empty()).caught());
    }

    @Test @DisplayName("its table has the clauses that it breaks first, though none failed by them, and no guarantee")
    void clauses() {
        Captures captures = captures(HashMap.of("MEMORY_ABSENT", List.of("vmm/balloon/0002")));
        assertEquals(List.of("MAP_CHANGED", "MEMORY_ABSENT"), captures.clauses().toList());
        assertEquals(List.of(true, false), captures.clauses().map(captures::breaks).toList());
        assertEquals(List.of(0, 1), captures.clauses().map(captures::failures).toList());
    }

    private static Captures captures(Map<String, List<String>> failing) {
        return new Captures(Zoo.members().find(member -> member.name().equals("FlushesCachesAlone")).get(), failing);
    }
}
