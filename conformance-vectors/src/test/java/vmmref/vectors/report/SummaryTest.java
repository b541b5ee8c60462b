/// The end of a run.
package vmmref.vectors.report;

import io.vavr.collection.List;
import io.vavr.control.Option;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vmmref.vectors.format.Tier;
import vmmref.vectors.run.Examples;
import vmmref.vectors.run.Judge;
import vmmref.vectors.run.Run;
import vmmref.vectors.run.Sensitivity;
import vmmref.vectors.run.Tally;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SummaryTest {

    private static Summary summary(Sensitivity sensitivity) {
        Tally tally = new Tally();
        tally.judged(new Judge(Examples.hello(Examples.ITANIUM2), io.vavr.collection.HashMap.empty(), false).judge(Examples.thash(), Examples.done(Examples.thashPlaces())));
        Run.Result result = new Run.Result(tally, Option.none(), List.empty(), List.empty(), List.empty(), sensitivity);
        return new Summary(Examples.hello(Examples.ITANIUM2), "0.1.0", Tier.SMOKE, 1, 1.0, result, new ClauseTally(), new Skips(),
            new Clusters(new ClauseTally(), io.vavr.collection.Iterator::empty), result.exit(false));
    }

    @Test @DisplayName("what would have gone unnoticed is named, and then nothing certain is said")
    void insensitive() {
        Summary summary = summary(new Sensitivity(1, List.of(new Sensitivity.Missed("codec/thash/0001", "slot0", "thash r8=r32", "thash r9=r32"))));
        String text = summary.text(new Ink(false), false);
        assertTrue(text.contains("sensitivity: 0 of 1 altered expectations were noticed\n"
            + "unnoticed codec/thash/0001: the answer still passed when slot0 was expected to be thash r9=r32 instead of thash r8=r32\n"), text);
        assertEquals("Nothing certain is said of example 1: of 1 vector of tier smoke (pack 0.1.0, 1.0 s), 1 passed, "
            + "but vmmref would not notice every wrong answer; please report it as a bug of vmmref.", summary.sentence());
        assertEquals(7, summary.exit().code());
    }

    @Test @DisplayName("otherwise the count is told, and the sentence is what it was")
    void sensitive() {
        Summary summary = summary(new Sensitivity(1, List.empty()));
        assertTrue(summary.text(new Ink(false), false).contains("sensitivity: 1 of 1 altered expectations were noticed\n"), summary.text(new Ink(false), false));
        assertEquals("example 1 conforms: of 1 vector of tier smoke (pack 0.1.0, 1.0 s), 1 passed.", summary.sentence());
    }
}
