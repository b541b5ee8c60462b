/// From vectors to images, their runs on our own machine, the logs, and the verdicts.
package vmmref.vectors.baremetal;

import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vmmref.model.semantics.Semantics;
import vmmref.properties.guarantee.Whole;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Kinds;
import vmmref.vmm.Vmm;
import vmmref.vmm.zoo.Zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@Timeout(300)
class CircleTest {
    private static final long TURNS = 20_000_000;
    private static final int ONE_IN = 16;
    private static final int WRONG  = 120;
    private static final int RIGHT  = 24;

    /// {@return which cases of images go wrong on a machine, by the ids of their vectors}
    private static Set<String> wrong(Seq<Sheet> sheets, Semantics rules) {
        return HashSet.ofAll(sheets.flatMap(sheet -> {
            Log log = Log.of(new ImageRun(rules).log(sheet.image(), TURNS), sheet.image()).get();
            assertTrue(log.ended(), () -> "image " + sheet.name() + " did not end: " + log.finished() + " cases are over");
            return sheet.cases().zip(log.outcomes(sheet)).filter(each -> !(each._2 instanceof Log.Outcome.Answered(Answer answer) && Sample.isExpected(Sample.CORE.get().get(each._1.id()).get(), answer)))
                .map(each -> each._1.id());
        }));
    }

    @Whole @Test @DisplayName("what is expressible passes: all of smoke, and one in 16 of each topic")
    void passes() {
        Seq<vmmref.vectors.format.Vector> sample = Sample.oneIn(ONE_IN);
        Export export = Export.of("0", Sample.PROFILE, sample.iterator(), Export.MOST, count -> { });
        assertTrue(export.expressed() * 100 >= sample.size() * 78, () -> "of %d vectors %d are expressible: %s".formatted(sample.size(), export.expressed(), export.reasons()));
        assertEquals(HashSet.empty(), wrong(export.sheets(), Semantics.architected(Sample.PROFILE)));
    }

    @ParameterizedTest @ValueSource(strings = {"ChecksDirtyBeforeRights", "TakesRights5ForRights3", "DropsNat", "ForgetsEpilogInCalls", "IgnoresByteOrder", "RotatesTheOtherWay", "SkipsUpdateWhenDeferred", "CollectsOtherBundle"})
    @DisplayName("a wrong machine fails in the vectors in which it fails without an image, and in no other")
    void wrongMachines(String name) {
        Vmm wrong = Zoo.named(name).get().vmm(Sample.PROFILE);
        Seq<vmmref.vectors.format.Vector> some = Sample.oneIn(3);
        Seq<vmmref.vectors.format.Vector> failing = some.filter(vector -> vector.needs().unmet(parameters()).isEmpty() && !Sample.isExpected(vector, Kinds.named(vector.kind()).get().answer(wrong, vector.given()))).take(WRONG);
        Seq<vmmref.vectors.format.Vector> passing = Sample.oneIn(4 * ONE_IN).filter(vector -> vector.needs().unmet(parameters()).isEmpty() && Sample.isExpected(vector, Kinds.named(vector.kind()).get().answer(wrong, vector.given()))).take(RIGHT);
        Export export = Export.of("0", Sample.PROFILE, Vector.ofAll(failing).appendAll(passing).iterator(), Export.MOST, count -> { });
        Set<String> expressed = export.sheets().flatMap(Sheet::cases).map(ImageCase::id).toSet();
        Set<String> expected = failing.map(vmmref.vectors.format.Vector::id).toSet().intersect(expressed);
        assertTrue(expected.size() >= 1, () -> name + " fails in no expressible vector of the sample");
        assertEquals(expected, wrong(export.sheets(), wrong.machine()));
    }

    private static vmmref.vectors.format.Parameters parameters() {
        return new vmmref.vectors.format.Parameters(Sample.PROFILE.parameters());
    }
}
