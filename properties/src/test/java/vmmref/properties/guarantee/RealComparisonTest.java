package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.TreeMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vmmref.model.real.MultiplyAdd;
import vmmref.model.real.Outcome;
import vmmref.model.register.FloatingValue;
import vmmref.properties.arbitrary.RealCase;
import vmmref.properties.arbitrary.RealCases;

/// Multiplications with additions beside exact rational arithmetic; `-Dvmmref.reals=1000000` for a million.
@Tag("sampled")
class RealComparisonTest {
    private static final int CASES = Integer.getInteger("vmmref.reals", 20_000);
    private static final Seq<MultiplyAdd> OPERATIONS = Vector.of(MultiplyAdd.values());

    @Test
    void everyOperationDeliversWhatExactArithmeticDoes() {
        SplittableRandom random = new SplittableRandom(2026);
        Map<String, Integer> counts = TreeMap.empty();
        Seq<String> differences = Vector.empty();
        for (int number = 0; number < CASES; number++) {
            RealCase drawn = RealCases.drawn(random);
            MultiplyAdd operation = OPERATIONS.get(number % OPERATIONS.size());
            Outcome<FloatingValue> outcome = operation.of(drawn.f3(), drawn.f4(), drawn.addend(), drawn.environment());
            RealAnswer<FloatingValue> expected = RealSums.expected(operation, drawn);
            if (!expected.equals(RealAnswer.of(outcome))) differences = differences.append(operation + " " + drawn + " expected " + expected + " but " + outcome);
            counts = counts.put(drawn.kind().name(), 1, Integer::sum).put("because " + outcome.because().name(), 1, Integer::sum);
        }
        System.out.println(CASES + " operations, " + differences.size() + " differences " + counts.mkString("; "));
        assertEquals(Vector.empty(), differences.take(3));
        assertTrue(counts.size() > 20, counts::toString);
    }
}
