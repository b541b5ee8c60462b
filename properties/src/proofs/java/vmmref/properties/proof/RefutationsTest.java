package vmmref.properties.proof;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.Seq;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Wrong methods are refuted by inputs of which the JVM, too, computes what is wrong; what cannot be followed is not proved.
class RefutationsTest {

    static Seq<Theorem> wrong() {
        return Wrong.theorems();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void aWrongMethodIsRefutedByInputs(Theorem theorem) {
        Verdict.Refuted refuted = assertInstanceOf(Verdict.Refuted.class, Verdict.of(theorem));
        System.out.println(refuted);
        assertTrue(refuted.agrees(), refuted::toString);
    }

    @Test
    void aDomainWithoutInputsProvesNothing() {
        assertInstanceOf(Verdict.Empty.class, Verdict.of(Theorem.of("empty", Wrong.class, "slowly").with("number").where("(bvult number #x00000000)")));
    }

    @Test
    void aLoopWithoutABoundProvesNothing() {
        assertInstanceOf(Verdict.Refuted.class, Verdict.of(Theorem.of("endless", Wrong.class, "slowly").with("number")));
        assertInstanceOf(Verdict.Proved.class, Verdict.of(Theorem.of("bounded", Wrong.class, "slowly").with("number").where("(bvult number #x00000030)").claims("(= result number)")));
    }

    @Test
    void whatIsNotSupportedIsNotProved() {
        Unsupported unsupported = assertThrows(Unsupported.class, () -> Verdict.of(Theorem.of("unsupported", Wrong.class, "floating").with("number")));
        assertEquals("I2D in vmmref.properties.proof.Wrong.floating(I)I", unsupported.getMessage());
    }
}
