package vmmref.model.real;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.model.register.FloatingValue;
import vmmref.spec.Clause;

/// Which clause decides an outcome, which one says what its value is, and which ones raised exceptions.
class OutcomeTest {
    private static FloatingValue value(String text) {
        Seq<String> parts = Vector.of(text.split(":"));
        return new FloatingValue(parts.head().equals("1"), Integer.parseInt(parts.get(1), 16), Long.parseUnsignedLong(parts.last(), 16));
    }

    private static Environment environment(String fpsr, Completer completer) {
        return Environment.of(new FloatingStatus(Long.parseLong(fpsr, 16)), 0, completer);
    }

    private static String told(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Delivered<?> delivered -> "%s by %s:%s".formatted(name(delivered.because()), name(delivered.by()), delivered.told().map(each -> " " + name(each.because())).mkString());
            case Outcome.Faulted<?> faulted     -> "%s, %s".formatted(name(faulted.because()), name(faulted.raised()));
        };
    }

    private static String name(Clause clause) {
        return clause.name();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        // FPSR, f3, f2, and 1 is f4
        "33f | 0:0ffff:c000000000000000 | 0:0ffff:8000000000000000 | PRODUCT_ADDED by PRODUCT_ADDED:",
        "33f | 0:0ffff:c000000000000000 | 0:00000:0                | PRODUCT_ADDED by PRODUCT_ADDED:",
        "33f | 0:0ffff:c000000000000000 | -                        | PRODUCT_ALONE by PRODUCT_ALONE:",
        "33f | 1:00000:0                | -                        | PRODUCT_ALONE by PRODUCT_ALONE:",
        "33f | 0:00000:8000000000000000 | -                        | PRODUCT_ALONE by EXPONENT_ZERO_READ: UNNORMAL_TOLD",
        "3bf | 0:0ffff:c000000000000000 | 0:00000:1                | RESULT_ROUNDED by PRECISION_CHOSEN: UNNORMAL_TOLD INEXACT_TOLD",
        "3bf | 0:10000:4000000000000000 | 0:0ffff:8000000000000000 | PRODUCT_ADDED by PRODUCT_ADDED: UNNORMAL_TOLD",
        "33f | 0:0ffff:8000000000000000 | 0:0ff00:8000000000000000 | RESULT_ROUNDED by PRECISION_CHOSEN: INEXACT_TOLD",
        "33f | 0:0c000:8000000000000000 | -                        | UNDERFLOW_DENORMALIZED by RANGE_CHOSEN:",
        "33f | 0:13fff:8000000000000000 | -                        | OVERFLOW_REPLACED by RANGE_CHOSEN: OVERFLOW_REPLACED OVERFLOW_REPLACED",
        "33f | 0:1ffff:8000000000000001 | -                        | NAN_PROPAGATED by NAN_PROPAGATED: OPERAND_INVALID",
        "33e | 0:1ffff:8000000000000001 | -                        | EXCEPTION_ENABLED, OPERAND_INVALID",
        "33d | 0:00000:8000000000000000 | -                        | EXCEPTION_ENABLED, UNNORMAL_TOLD"})
    void sums(String fpsr, String f3, String f2, String expected) {
        assertEquals(expected, told(MultiplyAdd.PLUS.of(value(f3), FloatingValue.ONE, Option.of(f2).map(OutcomeTest::value), environment(fpsr, Completer.NONE))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "33f | 0:0ffff:8000000000000000 | RECIPROCAL_APPROXIMATED by RECIPROCAL_APPROXIMATED:",
        "33f | 0:00000:0                | DIVISION_BY_ZERO by DIVISION_BY_ZERO: DIVISION_BY_ZERO",
        "33b | 0:00000:0                | EXCEPTION_ENABLED, DIVISION_BY_ZERO",
        "33f | 0:1fffe:8000000000000000 | ASSISTANCE_REQUESTED, ASSISTANCE_REQUESTED"})
    void reciprocals(String fpsr, String f3, String expected) {
        assertEquals(expected, told(Reciprocal.REGISTER.of(FloatingValue.ONE, value(f3), environment(fpsr, Completer.NONE))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "33f | 3f8000003f800000 | LANES_COMPUTED by LANES_COMPUTED:",
        "33f | 000000013f800000 | LANE_UNREFINED by LANE_UNREFINED: UNNORMAL_TOLD",
        "33f | 3f80000000000001 | LANE_UNREFINED by LANE_UNREFINED: UNNORMAL_TOLD",
        "33d | 3f80000000000001 | EXCEPTION_ENABLED, UNNORMAL_TOLD",
        "33d | 000000013f800000 | EXCEPTION_ENABLED, UNNORMAL_TOLD",
        "33a | 0000000000000001 | EXCEPTION_ENABLED, DIVISION_BY_ZERO"})
    void lanes(String fpsr, String f3, String expected) {
        assertEquals(expected, told(Lanes.reciprocal(FloatingValue.integer(0x3f8000003f800000L), FloatingValue.integer(Long.parseUnsignedLong(f3, 16)), environment(fpsr, Completer.PARALLEL))));
    }
}
