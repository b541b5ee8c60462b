/// Where a case starts and what may come of it, as people see it.
package vmmref.vectors.report;

import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.control.Option;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Base;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Fields;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Level;
import vmmref.vectors.format.Needs;
import vmmref.vectors.format.Outcome;
import vmmref.vectors.format.Stimulus;
import vmmref.vectors.format.Vector;
import vmmref.vectors.run.Examples;
import vmmref.vectors.run.Judge;
import vmmref.vectors.run.Judgement;

import static org.junit.jupiter.api.Assertions.assertEquals;

class StartsTest {

    private static final Base        FLAT  = new Base("kernel-flat@1", Json.object());
    private static final Stimulus    START = Stimulus.of(Examples.decode(Examples.THASH));
    private static final Expectation DONE  = Expectation.of(Json.fields("{\"outcome\":\"done\",\"post\":{\"cr.isr\":\"00ff\"},\"mask\":{\"cr.isr\":\"0f0f\"},"
        + "\"because\":\"KEY_MISS\",\"by\":{\"cr.isr\":\"ISR_CODE\"},\"choice\":{\"walker\":\"walks\"}}"));
    private static final Expectation FAULT = Expectation.of(Json.fields("{\"outcome\":\"fault\",\"fault\":{\"kind\":\"data-key-miss\"},\"choice\":{\"walker\":\"aborts\"}}"));

    private static Vector vector(Stimulus stimulus, Expectation expect) {
        return new Vector("codec/start/0001", Vector.hashOf(new Case("codec", Needs.none(), stimulus), expect, "rest"), "codec", Level.MUST, "an example",
            List.empty(), List.empty(), Needs.none(), Option.none(), stimulus, expect, "rest", "manual", "0.1.0");
    }

    private static Judgement judged(Stimulus stimulus, Expectation expect, Answer answer) {
        return new Judge(Examples.hello(Examples.ITANIUM2), HashMap.empty(), false).judge(vector(stimulus, expect), Examples.answered(answer));
    }

    private static String card(Stimulus stimulus, Expectation expect, Answer answer) {
        return new Card(new Repro(List.of("./vmmref", "check")), new Ink(false)).text(judged(stimulus, expect, answer));
    }

    @Test @DisplayName("where a case starts is shown, masked bits are not said to differ, and a choice is not permitted")
    void startMaskAndChoice() {
        Stimulus    start  = START.from(FLAT, Json.object().putNull("psr"));
        Expectation either = Expectation.any(List.of(DONE, DONE.chosen(HashMap.of("walker", "aborts"))));
        assertEquals("""
            FAIL codec/start/0001   must   ISR_CODE
              an example
              base: kernel-flat@1
              pre: {"psr":null}
              in: {"decode":"014000401a0400000002000000000400"}
              field    expected   got    differs   decided by
              cr.isr   00ff       f0fe   bit 0     ISR_CODE
              repro: ./vmmref check --id codec/start/0001
            """, card(start, DONE, new Answer.Observed(Outcome.DONE, HashMap.of("cr.isr", "f0fe"))));
        assertEquals("""
            FAIL codec/start/0001   must   KEY_MISS
              an example
              in: {"decode":"014000401a0400000002000000000400"}
              none of the 2 alternatives agrees with the choice in the answer
              field           expected          got     differs         decided by
              choice.walker   walks or aborts   sulks   not permitted   KEY_MISS
              repro: ./vmmref check --id codec/start/0001
            """, card(START, either, new Answer.Observed(Outcome.DONE, HashMap.empty(), HashMap.of("cr.isr", "00ff"), HashMap.of("walker", "sulks"))));
    }

    @Test @DisplayName("a vector's page shows where it starts, each alternative and its masks")
    void page() {
        assertEquals("""
            codec/start/0001   must
              an example
              base: kernel-flat@1
              in: {"decode":"014000401a0400000002000000000400"}
              alternative 1 of 2, walker walks
              place     expected           decided by
              outcome   done               KEY_MISS
              cr.isr    00ff (mask 0f0f)   ISR_CODE
              alternative 2 of 2, walker aborts
              place        expected        decided by
              outcome      fault
              fault.kind   data-key-miss
            """, new VectorPage(new Flags(Fields.of(Json.object())), new Ink(false)).text(vector(START.from(FLAT, Json.object()), Expectation.any(List.of(DONE, FAULT)))).replaceAll("  source .*\n$", ""));
    }

    @Test @DisplayName("alternatives are derived one after the other, with what was chosen")
    void derivation() {
        assertEquals(List.of("outcome done where walker is walks", "cr.isr 00ff", "outcome fault where walker is aborts", "fault.kind data-key-miss"),
            Derivation.of(Expectation.any(List.of(DONE, FAULT)), HashMap.empty()).lines().map(line -> line.place() + " " + line.value().get()));
    }

    @Test @DisplayName("a choice that is not permitted says nothing for the clauses of the places")
    void tally() {
        ClauseTally tally = new ClauseTally();
        tally.judged(judged(START, DONE, new Answer.Observed(Outcome.DONE, HashMap.empty(), HashMap.of("cr.isr", "00ff"), HashMap.of("walker", "sulks"))));
        assertEquals(List.of("KEY_MISS 0 1", "ISR_CODE 0 0"), tally.rows().map(row -> row.clause() + " " + row.pass() + " " + row.fail()));
    }
}
