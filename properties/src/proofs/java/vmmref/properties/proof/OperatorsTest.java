package vmmref.properties.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the solver takes an operator for is what terms compute where their inputs have values.
class OperatorsTest {
    private static final Vector<Long> EDGES = Vector.of(0L, 1L, -1L, 2L, 31L, 32L, 63L, 64L, (long) Integer.MAX_VALUE, (long) Integer.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE);
    private static final int CASES = 300;

    @ParameterizedTest
    @EnumSource
    void theSolverAgrees(Operator operator) {
        for (int width : widths(operator)) {
            Script script = new Script().line("(set-logic QF_BV)");
            Random random = new Random(width);
            Seq<Term> disagreements = Vector.range(0, CASES).map(number -> disagreement(operator, width, script, number, random));
            disagreements.forEach(term -> script.line("(assert " + ((Term.Input) term).name() + ")"));
            assertEquals("sat", Solver.check(script), () -> operator + " of " + width + " bits");
        }
    }

    private static Seq<Integer> widths(Operator operator) {
        return switch (operator) {
            case NOT, BOTH, EITHER -> Vector.of(Term.TRUTH);
            case LOW               -> Vector.of(64);
            case WIDE              -> Vector.of(32);
            default                -> Vector.of(32, 64);
        };
    }

    /// Defines a truth value that holds where the solver computes the same, and gives its name.
    private static Term disagreement(Operator operator, int width, Script script, int number, Random random) {
        Term one = literal(width, random);
        Term other = literal(width, random);
        Term condition = literal(Term.TRUTH, random);
        Term applied = switch (operator) {
            case CHOICE         -> Term.Applied.of(operator, width, condition, one, other);
            case NOT, LOW, WIDE -> Term.Applied.of(operator, operator == Operator.NOT ? Term.TRUTH : 96 - width, one);
            default             -> Term.Applied.of(operator, operator == Operator.EQUAL || operator == Operator.LESS ? Term.TRUTH : width, one, other);
        };
        Term value = new Term.Literal(applied.value(java.util.Map.of()), applied.width());
        script.define("same-" + number, Term.Applied.of(Operator.EQUAL, Term.TRUTH, applied, value));
        return new Term.Input("same-" + number, Term.TRUTH);
    }

    private static Term literal(int width, Random random) {
        long bits = random.nextBoolean() ? EDGES.get(random.nextInt(EDGES.size())) : random.nextLong() >> random.nextInt(64);
        return new Term.Literal(width == Term.TRUTH ? bits & 1 : width == 32 ? (int) bits : bits, width);
    }
}
