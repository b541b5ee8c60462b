/// What a user may have meant.
package vmmref.vectors.run;

import io.vavr.collection.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vmmref.spec.Clause;
import vmmref.spec.Clauses;

import static org.junit.jupiter.api.Assertions.assertEquals;

class SuggestionsTest {

    private static String clause(String name) {
        return Suggestions.among(Clauses.all().map(Clause::name), name);
    }

    @Test @DisplayName("a slip of the finger, another case, hyphens, a part of the name")
    void near() {
        assertEquals("; did you mean UNUSED_BITS?", clause("UNUSD_BITS"));
        assertEquals("; did you mean UNUSED_BITS?", clause("unused-bits"));
        assertEquals("; did you mean LONG_BRANCH_FORM, LONG_BRANCH_ABSENT?", clause("LONG_BRANCH"));
    }

    @Test @DisplayName("nothing where nothing is near; everything where there is little")
    void farOrFew() {
        assertEquals("", clause("QUANTUM_ENTANGLEMENT"));
        assertEquals("; write one of a, b", Suggestions.among(List.of("a", "b"), "zzz"));
        assertEquals("", Suggestions.among(List.empty(), "zzz"));
    }
}
