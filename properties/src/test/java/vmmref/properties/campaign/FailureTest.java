package vmmref.properties.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import vmmref.properties.guarantee.Disagreement;

/// Failures of one cause have one symptom.
class FailureTest {
    private static <T extends Throwable> T thrownBy(T thrown, StackTraceElement... places) {
        thrown.setStackTrace(places);
        return thrown;
    }

    private static StackTraceElement place(String type, String method, int line) {
        return new StackTraceElement(type, method, "File.java", line);
    }

    @Test
    void aDisagreementSaysItsSymptom() {
        assertEquals(new Failure("decode of MII", "asked 5, expected 6, got 7"), Failure.of(new Disagreement("decode of MII", "asked 5, expected 6, got 7")));
    }

    @Test
    void anAssertionIsKnownByTheGuaranteeAndItsLine() {
        assertEquals(new Failure("AssertionError in helds, line 17", "expected 1"), Failure.of(thrownBy(new AssertionError("expected 1"),
            place("org.junit.jupiter.api.AssertionUtils", "fail", 39),
            place("vmmref.model.tlb.Tlb", "search", 5),
            place("vmmref.properties.guarantee.OrderGuarantees", "helds", 17),
            place("vmmref.properties.guarantee.OrderGuarantees", "law", 8))));
    }

    @Test
    void anExceptionIsToldByItsType() {
        assertEquals(new Failure("IllegalStateException in law, line 3", "IllegalStateException: no"),
            Failure.of(thrownBy(new IllegalStateException("no"), place("vmmref.properties.guarantee.QueryGuarantees", "law", 3))));
        assertEquals(new Failure("NullPointerException", "NullPointerException: NullPointerException"), Failure.of(thrownBy(new NullPointerException())));
    }

    @Test
    void whatHasNoMessageIsCalledByItsType() {
        assertEquals(new Failure("AssertionError", "AssertionError"), Failure.of(thrownBy(new AssertionError())));
        assertEquals(new Failure("StackOverflowError", "StackOverflowError: StackOverflowError"), Failure.of(thrownBy(new StackOverflowError())));
    }

    @Test
    void classesBesideTheGuaranteesAreNoPlace() {
        assertEquals("AssertionError", Failure.of(thrownBy(new AssertionError("x"), place("vmmref.properties.guaranteed.Other", "law", 3))).symptom());
    }
}
