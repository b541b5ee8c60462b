package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Reals.DEFAULT_NAN_DELIVERED;
import static vmmref.spec.Reals.FAULT_TOLD;
import static vmmref.spec.Reals.INFINITY_DELIVERED;
import static vmmref.spec.Reals.NAN_PROPAGATED;
import static vmmref.spec.Reals.NATVAL_PROPAGATED;
import static vmmref.spec.Reals.OPERAND_INVALID;
import static vmmref.spec.Reals.OPERATION_INVALID;
import static vmmref.spec.Reals.UNNORMAL_TOLD;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import vmmref.model.real.Completer;
import vmmref.model.real.Environment;
import vmmref.model.real.FloatingStatus;
import vmmref.model.real.MultiplyAdd;
import vmmref.model.real.Outcome;
import vmmref.model.register.FloatingValue;
import vmmref.properties.arbitrary.RealCase;
import vmmref.properties.arbitrary.RealCases;
import vmmref.spec.Reals;

/// What holds of operands that are no normal numbers.
class RealOperandGuarantees {
    @Guarantee
    @Label("what is not a thing, what is no number, infinities and what is not normal decide in the order of the chapter, and alone")
    @Reals.Checks({NATVAL_PROPAGATED, OPERAND_INVALID, NAN_PROPAGATED, OPERATION_INVALID, DEFAULT_NAN_DELIVERED, UNNORMAL_TOLD, INFINITY_DELIVERED, FAULT_TOLD})
    void operands(@ForAll("cases") RealCase drawn, @ForAll MultiplyAdd operation) {
        Outcome<FloatingValue> outcome = observed(operation.of(drawn.f3(), drawn.f4(), drawn.addend(), drawn.environment()));
        assertEquals(RealSums.expected(operation, drawn), RealAnswer.of(outcome), drawn::toString);
        if (outcome instanceof Outcome.Faulted<FloatingValue>) observed(outcome, FAULT_TOLD);
        Outcomes.label("because").collect(RealAnswer.cause(outcome)).coverage(checker ->
            Vector.of(NATVAL_PROPAGATED, OPERAND_INVALID, NAN_PROPAGATED, OPERATION_INVALID, DEFAULT_NAN_DELIVERED, UNNORMAL_TOLD, INFINITY_DELIVERED).forEach(each -> checker.check(each).count(count -> count > 0)));
    }

    /// f3, f4 and f2, what is delivered if nothing is enabled (a dash: what arithmetic says), the flags then, and the code of the fault if all is enabled.
    private static final Seq<String> EXAMPLES = Vector.of("""
        0:1fffe:0                0:1ffff:0                0:1ffff:a000000000000000 ; 0:1fffe:0                ; 0 ; 0
        0:1ffff:0                0:1ffff:c000000000000001 0:0ffff:8000000000000000 ; 1:1ffff:c000000000000000 ; 1 ; 1
        0:1ffff:a000000000000003 0:1ffff:c000000000000004 0:1ffff:c000000000000002 ; 0:1ffff:c000000000000004 ; 1 ; 1
        0:1ffff:c000000000000003 0:0ffff:8000000000000000 1:1ffff:c000000000000002 ; 1:1ffff:c000000000000002 ; 0 ; 0
        1:1ffff:8000000000000003 0:0ffff:8000000000000000 0:00000:1                ; 1:1ffff:c000000000000003 ; 1 ; 1
        0:1ffff:8000000000000000 1:00000:0                0:0ffff:8000000000000000 ; 1:1ffff:c000000000000000 ; 1 ; 1
        0:1ffff:8000000000000000 1:0ffff:0                0:0ffff:8000000000000000 ; 1:1ffff:8000000000000000 ; 2 ; 2
        0:1ffff:8000000000000000 0:0ffff:8000000000000000 1:1ffff:8000000000000000 ; 1:1ffff:c000000000000000 ; 1 ; 1
        0:00000:0                0:0ffff:8000000000000000 1:1ffff:8000000000000000 ; 1:1ffff:8000000000000000 ; 0 ; 0
        0:00000:8000000000000000 0:0ffff:8000000000000000 0:00000:0                ; 0:0c001:8000000000000000 ; 2 ; 2
        0:10000:4000000000000000 0:0ffff:8000000000000000 0:00000:0                ; 0:0ffff:8000000000000000 ; 2 ; 2""".split("\n"));

    @Guarantee
    @Label("f3 × f4 + f2 is what the manual's text gives by hand for operands that are no normal numbers")
    @Reals.Checks({NATVAL_PROPAGATED, OPERAND_INVALID, NAN_PROPAGATED, OPERATION_INVALID, DEFAULT_NAN_DELIVERED, UNNORMAL_TOLD, INFINITY_DELIVERED})
    void examples(@ForAll("examples") String line) {
        Seq<String> parts = Vector.of(line.split(";")).map(String::strip);
        Seq<FloatingValue> values = Vector.of(parts.get(0).split(" +")).map(RealCases::typed);
        RealAnswer<FloatingValue> disabled = RealAnswer.of(sum(values, 0x3f));
        assertEquals(RealAnswer.of(RealCases.typed(parts.get(1)), Integer.parseInt(parts.get(2))), disabled, line);
        assertEquals(Integer.parseInt(parts.get(3)), RealAnswer.of(sum(values, 0)).fault(), line);
    }

    private static Outcome<FloatingValue> sum(Seq<FloatingValue> values, long disabled) {
        return observed(MultiplyAdd.PLUS.of(values.get(0), values.get(1), Option.some(values.get(2)), Environment.of(new FloatingStatus(disabled | 3L << 8), 0, Completer.NONE)));
    }

    @Provide
    Arbitrary<String> examples() {
        return Arbitraries.of(EXAMPLES.asJava());
    }

    @Provide
    Arbitrary<RealCase> cases() {
        return RealCases.cases().filter(drawn -> drawn.kind() == RealCase.Kind.SPECIAL || drawn.kind() == RealCase.Kind.INFINITE || drawn.kind() == RealCase.Kind.ANY);
    }
}
