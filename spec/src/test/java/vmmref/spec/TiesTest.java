package vmmref.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;

class TiesTest {

    @Bundles.Rule(Bundles.BUNDLE_FIELDS)
    @Encodings.Checks({Encodings.UNUSED_BITS, Encodings.HINT_RESERVED})
    void tied() { }

    @Test
    void tiesOfBothKindsAndOfSeveralChaptersAreRead() throws NoSuchMethodException {
        var method = TiesTest.class.getDeclaredMethod("tied");
        assertEquals(Vector.of(Bundles.BUNDLE_FIELDS), Ties.of(Tie.Kind.RULE, method));
        assertEquals(Vector.of(Encodings.UNUSED_BITS, Encodings.HINT_RESERVED), Ties.of(Tie.Kind.CHECKS, method));
    }

    @Test
    void clausesAreFoundByName() {
        assertEquals(Encodings.UNUSED_BITS, Clauses.named("UNUSED_BITS").get());
        assertEquals(true, Clauses.named("NO_SUCH").isEmpty());
    }
}
