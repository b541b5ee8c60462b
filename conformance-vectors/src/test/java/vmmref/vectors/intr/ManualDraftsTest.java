/// Expectations that were worked out by hand are those of the model.
package vmmref.vectors.intr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vmmref.model.step.Step;
import vmmref.model.translate.Choice;
import vmmref.spec.Interruptions;
import vmmref.spec.Level;
import vmmref.properties.guarantee.Sample;
import vmmref.vectors.fill.Reference;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.machine.Turns;

@Tag("sampled")
class ManualDraftsTest {
    private static final IntrKind KIND = new IntrKind();
    private static final Reference REFERENCE = new Reference();
    /// Clauses about several processors: a case has one.
    private static final Seq<Interruptions> SEVERAL = Vector.of(Interruptions.MEMORY_SHARED, Interruptions.PURGE_SHARED);
    private static final Seq<Draft> DRAFTS = ManualDrafts.all();

    private static Expectation model(Draft draft) {
        return KIND.expectation(REFERENCE.meeting(draft.needs()).get(), draft.given(IntrKind.NAME));
    }

    @Test @DisplayName("a row is what the model does")
    void agrees() {
        DRAFTS.forEach(draft -> {
            assertTrue(KIND.unreadable(draft.given(IntrKind.NAME)).isEmpty(), draft.title());
            assertEquals(ways(draft.typed().get()), ways(model(draft)), draft.title());
        });
    }

    @Test @DisplayName("with and without the clauses that decided, the same is told")
    void seen() {
        Seq<Draft> some = Sample.of(DRAFTS, 2, draft -> model(draft).clauses().lastOption());
        assertTrue(some.size() > 20, some.size() + " rows");
        some.forEach(draft -> REFERENCE.meeting(draft.needs()).map(vmm -> Step.of(vmm.machine())).forEach(step -> Choice.all().forEach(choice -> {
            Turns turns = IntrKind.read(draft.given(IntrKind.NAME)).with(step.rules().profile().dimensions().pkrs());
            assertTrue(turns.seen(step, choice).isSame(turns.told(step, choice)), draft.title());
        })));
    }

    private static Map<String, String> ways(Expectation expectation) {
        return expectation.alternatives().toSortedMap(way -> TreeMap.ofEntries(way.choice()).toString(), way -> way.outcome() + " " + TreeMap.ofEntries(way.places()) + " " + TreeMap.ofEntries(way.mask()));
    }

    @Test @DisplayName("each clause of the chapter decides something in a row, and nothing in one that is near")
    void clauses() {
        Seq<Seq<String>> named = DRAFTS.map(draft -> model(draft).clauses());
        Seq<Interruptions> all = Vector.of(Interruptions.values()).filter(clause -> clause.level() != Level.UNSPECIFIED && !SEVERAL.contains(clause));
        assertEquals(Vector.empty(), all.filter(clause -> !named.exists(clauses -> clauses.contains(clause.name()))));
        assertEquals(Vector.empty(), all.filter(clause -> !named.zip(named.tail()).exists(pair -> pair._1.contains(clause.name()) != pair._2.contains(clause.name()))));
    }
}
