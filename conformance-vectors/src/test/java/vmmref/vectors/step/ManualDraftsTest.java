/// Expectations that were worked out by hand are those of the model.
package vmmref.vectors.step;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.Map;
import io.vavr.collection.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vmmref.vectors.fill.Reference;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Expectation;

class ManualDraftsTest {
    private static final StepKind KIND = new StepKind();
    private static final Reference REFERENCE = new Reference();

    private static Expectation model(Draft draft) {
        return KIND.expectation(REFERENCE.meeting(draft.needs()).get(), draft.given(StepKind.NAME));
    }

    static java.util.List<Draft> drafts() {
        return ManualDrafts.all().asJava();
    }

    @ParameterizedTest @DisplayName("a row is what the model does")
    @MethodSource("drafts")
    void agrees(Draft draft) {
        Expectation model = model(draft);
        Expectation typed = draft.typed().get();
        assertEquals(typed.outcome(), model.outcome(), draft.title());
        assertEquals(ways(typed), ways(model), draft.title());
    }

    private static Map<String, String> ways(Expectation expectation) {
        return expectation.alternatives().toSortedMap(way -> TreeMap.ofEntries(way.choice()).toString(), way -> TreeMap.ofEntries(way.places()).toString());
    }
}
