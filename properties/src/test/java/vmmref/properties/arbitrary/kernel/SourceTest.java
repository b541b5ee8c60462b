package vmmref.properties.arbitrary.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;

class SourceTest {
    private static final Source SOURCE = Source.of("""
        // twice
        .macro twice
                nop.m 0         // once
        .if more
                nop.m 1
        .endif
        .endm
        start:
                twice
        .if less
                nop.m 2
        .endif
                addl r8=$place,r0
        """);

    private static Seq<String> lines(String... conditions) {
        return SOURCE.lines(HashSet.of(conditions), HashMap.of("place", 0x40L));
    }

    @Test
    void macrosConditionsAndNumbersAreReplaced() {
        assertEquals(Vector.of("start:", "nop.m 0", "addl r8=0x40,r0"), lines());
        assertEquals(Vector.of("start:", "nop.m 0", "nop.m 1", "addl r8=0x40,r0"), lines("more"));
        assertEquals(Vector.of("start:", "nop.m 0", "nop.m 1", "nop.m 2", "addl r8=0x40,r0"), lines("more", "less"));
    }

    @Test
    void aNumberThatNobodyKnowsIsNamed() {
        assertEquals("no number is called place: addl r8=$place,r0", assertThrows(IllegalArgumentException.class, () -> SOURCE.lines(HashSet.empty(), HashMap.empty())).getMessage());
    }

    @Test
    void kernelsDifferInTheirTablesAndTimers() {
        assertTrue(new KernelCode(TableFormat.LONG, 0).listing().lines().exists(line -> line.contains("ttag")));
        assertFalse(new KernelCode(TableFormat.NONE, 0).listing().lines().exists(line -> line.contains("ttag") || line.contains("0x96")));
        assertTrue(new KernelCode(TableFormat.NONE, 150).listing().lines().exists(line -> line.contains("adds r18=0x96,r18")));
    }
}
