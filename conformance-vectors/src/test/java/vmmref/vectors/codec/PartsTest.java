/// Which operand is blamed when a text is not the expected one.
package vmmref.vectors.codec;

import io.vavr.collection.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Needs;

import static org.junit.jupiter.api.Assertions.assertEquals;

class PartsTest {

    private static final Case GIVEN = new Case("codec", Needs.none(), Json.object());

    @ParameterizedTest(name = "{0} | {1}") @DisplayName("the operand that differs, also in a text that no instruction has")
    @CsvSource(delimiter = '|', nullValues = "none", value = {
        "adds r8=-1,r9       | adds r8=1,r9       | slot1 slot1.imm14",
        "adds r8=-1,r9       | adds r8=16383,r9   | slot1 slot1.imm14",
        "adds r8=-1,r9       | adds r200=16383,r9 | slot1 slot1.r1 slot1.imm14",
        "mov.m ar.k0=r2      | mov.m ar.k0=r130   | slot1 slot1.r2",
        "ld8 r8=[r9]         | ld8 r8=[r129]      | slot1 slot1.r3",
        "(p6) add r1=r2,r3   | (p6) add r1=r2,rx  | slot1 slot1.r3",
        "(p6) add r1=r2,r3   | (p7) add r1=r2,rx  | none",
        "adds r8=-1,r9       | addl r8=16383,r9   | none",
        "adds r8=-1,r9       | unassigned         | none",
        "unassigned          | adds r8=-1,r9      | none"})
    void slot(String expected, String got, String parts) {
        assertEquals(parts == null ? List.empty() : List.of(parts.split(" ")), Parts.differing(GIVEN, "slot1", expected, got).toList());
    }
}
