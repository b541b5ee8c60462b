/// Which clause a judgement counts for, and which against.
package vmmref.vectors.report;

import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Outcome;
import vmmref.vectors.run.Examples;
import vmmref.vectors.run.Judge;
import vmmref.vectors.run.Reply;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ClauseTallyTest {

    private static ClauseTally tally(Reply... replies) {
        ClauseTally tally = new ClauseTally();
        Judge judge = new Judge(Examples.hello(Examples.ITANIUM2), HashMap.empty(), false);
        List.of(replies).forEach(reply -> tally.judged(judge.judge(Examples.thash(), reply)));
        return tally;
    }

    private static Map<String, String> rows(ClauseTally tally) {
        return tally.rows().toMap(ClauseTally.Row::clause, row -> "%d %d %d %d".formatted(row.pass(), row.fail(), row.waived(), row.skipped()));
    }

    @Test @DisplayName("a pass counts for every clause")
    void pass() {
        assertEquals(HashMap.of("TEMPLATE_ASSIGNED", "1 0 0 0", "TRANSLATION_FORM", "1 0 0 0", "NOP_FORM", "1 0 0 0"),
            rows(tally(Examples.done(Examples.thashPlaces()))));
    }

    @Test @DisplayName("a failure counts against the clause that decided it, and for those of the other places")
    void fail() {
        assertEquals(HashMap.of("TEMPLATE_ASSIGNED", "1 0 0 0", "TRANSLATION_FORM", "0 1 0 0", "NOP_FORM", "1 0 0 0"),
            rows(tally(Examples.done(Examples.thashPlaces().put("slot0", "ttag r8=r32")))));
    }

    @Test @DisplayName("another outcome says nothing of the places that were never reached; nor does a crash")
    void outcome() {
        Map<String, String> unreached = HashMap.of("TEMPLATE_ASSIGNED", "0 1 0 0", "TRANSLATION_FORM", "0 0 0 1", "NOP_FORM", "0 0 0 1");
        assertEquals(unreached, rows(tally(Examples.answered(new Answer.Observed(Outcome.MALFORMED, HashMap.empty())))));
        assertEquals(unreached, rows(tally(new Reply.Crashed("exited with code 1", ""))));
    }

    @Test @DisplayName("what is unsupported is skipped")
    void skipped() {
        assertEquals(List.of(1, 1, 1), tally(Examples.answered(new Answer.Unsupported("no"))).rows().map(ClauseTally.Row::skipped));
    }

    @Test @DisplayName("clauses with failures come first, then the order of the specification")
    void order() {
        ClauseTally tally = tally(Examples.done(Examples.thashPlaces().put("slot1", "nop.i 0x1")), Examples.done(Examples.thashPlaces()));
        assertEquals(List.of("NOP_FORM", "TEMPLATE_ASSIGNED", "TRANSLATION_FORM"), tally.rows().map(ClauseTally.Row::clause));
        assertEquals(List.of("NOP_FORM"), tally.failing().map(ClauseTally.Row::clause));
    }
}
