package vmmref.properties.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.HashSet;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import vmmref.properties.guarantee.Outcomes.Outcome;
import vmmref.spec.Clause;
import vmmref.spec.Clauses;

/// What a case shows has a text.
class BehaviourTest {
    private static Set<Clause> clauses(String... names) {
        return HashSet.of(names).map(name -> Clauses.named(name).get());
    }

    private static Seq<String> texts(Sign sign) {
        return Vector.ofAll(Behaviour.of(sign)).map(Behaviour::text);
    }

    @Test
    void aCaseThatShowsNothingHasNoBehaviour() {
        assertEquals(Vector.empty(), texts(new Sign(HashSet.empty(), List.empty())));
    }

    @Test
    void clausesAndTheirPairsAreInTheOrderOfTheirNames() {
        assertEquals(Vector.of("clause PAGE_ABSENT"), texts(new Sign(clauses("PAGE_ABSENT"), List.empty())));
        assertEquals(Vector.of("clause KEY_MISSING", "clause NOP_FORM", "clause PAGE_ABSENT", "pair KEY_MISSING NOP_FORM", "pair KEY_MISSING PAGE_ABSENT", "pair NOP_FORM PAGE_ABSENT"),
            texts(new Sign(clauses("PAGE_ABSENT", "NOP_FORM", "KEY_MISSING"), List.empty())));
    }

    @Test
    void anOutcomeCountsOnceInACase() {
        assertEquals(Vector.of("outcome cells: 3 true", "outcome column: x"), texts(new Sign(HashSet.empty(),
            List.of(new Outcome("cells", List.of(3, true)), new Outcome("column", List.of("x")), new Outcome("cells", List.of(3, true))))));
    }
}
