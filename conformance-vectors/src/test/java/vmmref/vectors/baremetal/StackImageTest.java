/// Frames that memory holds in part, in images.
package vmmref.vectors.baremetal;

import io.vavr.collection.HashSet;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vmmref.model.semantics.Semantics;
import vmmref.vectors.format.Answer;
import vmmref.vmm.zoo.Zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class StackImageTest {
    private static final long TURNS = 2_000_000;
    /// Returns to level 3 that load, in physical memory and translated; a return at level 0 that loads; a return from an interruption whose load faults; a load that faults before the first instruction; a return that finds all.
    private static final String[] IDS = {"rse/return/0001", "rse/return/0241", "rse/manual/0025", "rse/manual/0032", "rse/manual/0038", "rse/manual/0026"};

    private static Seq<Sheet> sheets;

    @BeforeAll
    static void made() {
        sheets = Sample.export(IDS).sheets();
    }

    private static Set<String> wrong(Semantics rules) {
        return HashSet.ofAll(sheets.flatMap(sheet -> {
            Log log = Log.of(new ImageRun(rules).log(sheet.image(), TURNS), sheet.image()).get();
            assertTrue(log.ended(), () -> log.finished() + " cases are over");
            return sheet.cases().zip(log.outcomes(sheet)).filter(each -> !(each._2 instanceof Log.Outcome.Answered(Answer answer) && Sample.isExpected(Sample.CORE.get().get(each._1.id()).get(), answer))).map(each -> each._1.id());
        }));
    }

    private static Conduct conduct(String id) {
        return sheets.flatMap(Sheet::cases).find(each -> each.id().equals(id)).get().expressed().preparation().conduct();
    }

    @Test @DisplayName("what is loaded is seen, and what a fault left out")
    void seen() {
        assertEquals(HashSet.empty(), wrong(Semantics.architected(Sample.PROFILE)));
    }

    @Test @DisplayName("a machine that loads as PSR was before a return fails where that shows, the return to a case among them")
    void wrongMachine() {
        assertEquals(HashSet.of("rse/manual/0032", "rse/manual/0038"), wrong(Zoo.named("FillsWithOldStatus").get().vmm(Sample.PROFILE).machine()));
    }

    @Test @DisplayName("a return to another level ends at a break, and a fault at its vector")
    void ends() {
        assertTrue(conduct("rse/return/0001").breaking());
        assertTrue(conduct("rse/manual/0025").breaking());
        assertFalse(conduct("rse/manual/0038").planted().isDefined());
    }

    @Test @DisplayName("no program begins in a frame that memory holds in part and that is not being loaded")
    void partial() {
        assertEquals(LinkedHashMap.of("begins in a frame that memory holds in part and that is not being loaded", 2), Sample.export("rse/manual/0034", "rse/manual/0037", "rse/manual/0036").reasons());
    }
}
