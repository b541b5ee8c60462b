package vmmref.model.dependency;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// Predicates that are never 1 together.
class ExclusionsTest {
    @Test
    void pairsExclude() {
        Exclusions.Pair pair = new Exclusions.Pair(6, 7);
        assertTrue(pair.isOf(6, 7) && pair.isOf(7, 6));
        assertFalse(pair.isOf(6, 6) || pair.isOf(7, 7) || pair.isOf(6, 8) || pair.isOf(8, 7) || pair.isOf(8, 6) || pair.isOf(7, 8));
        assertFalse(Exclusions.NONE.exclude(6, 7));
    }
}
