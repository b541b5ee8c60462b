package vmmref.properties.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.Tuple;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Forms;
import vmmref.model.instruction.Operand;
import vmmref.properties.guarantee.Sample;

/// The terms of the theorems have the values that the JVM computes: what is proved of them is proved of the model. No solver is needed for that.
@Tag("sampled")
class TheoremsOnJvmTest {
    private static final int CASES = 12;
    private static final int TRIES = 20_000;

    /// Of theorems that differ in the unit alone, one.
    static Seq<Theorem> theorems() {
        return Sample.of(Theorems.all(), 1, theorem -> theorem.name().replaceFirst("-[aimfbx]$", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("theorems")
    void termsHaveTheValuesThatTheJvmComputes(Theorem theorem) {
        Map<String, Term> terms = theorem.terms();
        Random random = new Random(theorem.name().hashCode());
        int cases = 0;
        for (int number = 0; number < TRIES && cases < CASES; number++) {
            java.util.Map<String, Long> values = theorem.inputs().toMap(input -> Tuple.of(input.name(), value(random, input.width()))).toJavaMap();
            if (terms.get("possible").get().value(values) == 0) continue;
            cases++;
            Map<String, Long> expected = theorem.onJvm(values);
            assertEquals(0, terms.get("endless").get().value(values), "endless");
            assertEquals(expected, expected.map((name, bits) -> Tuple.of(name, Option.of(terms.get(name).getOrNull()).map(term -> term.value(values)).getOrElse(-1L))), () -> theorem.name() + " of " + values);
        }
        assertTrue(cases > 3, "only " + cases + " cases");
    }

    /// {@return 0, a small number, or any}
    private static long value(Random random, int width) {
        if (width == Term.TRUTH) return random.nextInt(2);
        long bits = random.nextInt(3) == 0 ? 0 : random.nextInt(2) == 0 ? random.nextInt(64) : random.nextLong() >> random.nextInt(64);
        return width == 32 ? (int) bits : bits;
    }

    @Test
    void theoremsHaveNamesOfTheirOwn() {
        assertEquals(List.empty(), Theorems.all().groupBy(Theorem::name).filter((name, same) -> same.size() > 1).keySet().toList());
    }

    @Test
    void everyOperandOfEveryFormIsOneThatIsProved() {
        Seq<Operand> proved = OperandTheorems.kinds().map(OperandTheorems.Kind::operand);
        assertEquals(List.empty(), Forms.architected().flatMap(Form::operands).distinct().filter(operand -> !proved.exists(same -> same.equals(operand))).toList());
    }
}
