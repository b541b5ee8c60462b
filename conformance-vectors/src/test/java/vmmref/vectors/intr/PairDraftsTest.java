package vmmref.vectors.intr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.vavr.Tuple;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vmmref.model.interruption.Interruption;
import vmmref.model.step.Turn;
import vmmref.model.translate.Choice;
import vmmref.spec.Table;

class PairDraftsTest {

    /// Loads of a frame are the references of the kind rse.
    private static final String FRAMES = "restoring the frame";

    @Test @DisplayName("neighbours in the table of priorities are those of the manual, each with a start or a reason why they never meet")
    void neighbours() {
        Seq<String> known = Table.named("priorities").rows().reject(row -> row.cell(3).equals(FRAMES)).map(row -> row.cell(4)).reject("-"::equals);
        assertEquals(known.zip(known.tail()), PairDrafts.pairs().map(pair -> Tuple.of(pair.higher(), pair.lower())));
        PairDrafts.pairs().forEach(pair -> assertFalse(pair.scene().isEmpty() && pair.why().isEmpty(), pair.toString()));
    }

    @Test @DisplayName("where both are due, the higher one is delivered")
    void higher() {
        PairDrafts.pairs().forEach(pair -> pair.scene().forEach(scene -> assertEquals(Option.some(pair.higher()), Drafts.step(scene)
            .flatMap(step -> new Turn(step.rules(), step).next(scene.machine(), Choice.USUAL).taken().headOption()).map(Interruption::text), pair.lower())));
    }

    @Test @DisplayName("a start at which a machine is interrupted is interrupted so")
    void causes() {
        CauseDrafts.starts().forEach(start -> assertEquals(Option.some(true), Drafts.step(start._2).map(step -> CauseDrafts.FREE.contains(start._1)
            || new Turn(step.rules(), step).next(start._2.machine(), Choice.USUAL).taken().headOption().map(Interruption::text).contains(start._1)), start.toString()));
    }
}
