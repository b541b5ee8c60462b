/// The failure card, to the letter.
package vmmref.vectors.report;

import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Hello;
import vmmref.vectors.run.Examples;
import vmmref.vectors.run.Judge;
import vmmref.vectors.run.Judgement;
import vmmref.vectors.run.Reply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CardTest {

    private static final Repro REPRO = new Repro(List.of("./vmmref", "check", "-i", "./myemu --adapter"));

    private static String card(Reply reply) {
        return new Card(REPRO, new Ink(false)).text(judged(Examples.hello(Examples.ITANIUM2), reply));
    }

    private static Judgement judged(Hello hello, Reply reply) {
        return new Judge(hello, HashMap.empty(), false).judge(Examples.thash(), reply);
    }

    @Test @DisplayName("a failure, field by field")
    void fail() {
        assertEquals("""
            FAIL codec/thash/0001   must   TRANSLATION_FORM, TEMPLATE_ASSIGNED
              an example
              in: {"decode":"014000401a0400000002000000000400"}
              field      expected       got                      differs          decided by
              slot0      thash r8=r32   ttag r8=r32              ttag for thash   TRANSLATION_FORM
              template   MII;           MI;I                     another value    TEMPLATE_ASSIGNED
              frame      -              slot0.unassigned = nop   not allowed      TRANSLATION_FORM
              repro: ./vmmref check -i './myemu --adapter' --id codec/thash/0001
            """, card(Examples.done(Examples.thashPlaces().put("slot0", "ttag r8=r32").put("template", "MI;I").put("slot0.unassigned", "nop"))));
    }

    @Test @DisplayName("a crash, with the last words of the process")
    void crash() {
        assertEquals("""
            CRASH codec/thash/0001   must   TEMPLATE_ASSIGNED
              an example
              in: {"decode":"014000401a0400000002000000000400"}
              the adapter exited with code 139 (signal 11, segmentation violation)
              on standard error:
                decoding…
                no such unit
              repro: ./vmmref check -i './myemu --adapter' --id codec/thash/0001
            """, card(new Reply.Crashed("exited with code 139 (signal 11, segmentation violation)", "decoding…\nno such unit\n")));
    }

    @Test @DisplayName("an error in its own words")
    void error() {
        assertTrue(card(Examples.answered(new Answer.Failed("no such unit"))).contains("  the implementation says: no such unit\n"));
    }

    @Test @DisplayName("colour marks the verdict, where colour is welcome")
    void colour() {
        String coloured = new Card(REPRO, new Ink(true)).text(judged(Examples.hello(Examples.ITANIUM2), new Reply.TimedOut(300, true, "")));
        assertTrue(coloured.startsWith("\u001b[31mTIMEOUT\u001b[0m"), coloured);
        assertTrue(Terminal.of("out,err", null, "xterm").ink().colour());
        assertTrue(!Terminal.of("out,err", "1", "xterm").ink().colour(), "NO_COLOR");
        assertTrue(!Terminal.of("out,err", null, "dumb").ink().colour(), "TERM=dumb");
        assertTrue(!Terminal.of("err", null, "xterm").ink().colour(), "standard output is no terminal");
    }
}
