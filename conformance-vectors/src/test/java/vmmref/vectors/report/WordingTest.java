/// How texts differ.
package vmmref.vectors.report;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class WordingTest {

    @ParameterizedTest(name = "{0} | {1}") @DisplayName("the manner, and what is in common with other texts that are wrong in the same way")
    @CsvSource(delimiter = '|', value = {
        "add r8=r9,r3          | ADD r8 = r9, r3         | SPELLING    | ''",
        "movl r8=-1            | movl r8=0xffffffffffffffff | SPELLING | ''",
        "add r8=r73,r3         | add r8=r9,r3            | REGISTER    | bit 6",
        "ld8 r8=[r9],r64       | LD8 r8=[r9],r0          | REGISTER    | bit 6",
        "adds r8=-1,r9         | adds r8=16383,r9        | SIGN        | bits 63-14",
        "br.few .-0x40         | br.few .+0x40           | SIGN        | bits 63-7",
        "shl r8=r9,5           | shl r8=r9,4             | NUMBER      | bit 0",
        "shl r8=r9,5           | shl r8=r9               | OPERANDS    | ''",
        "(p6) add r8=r9,r3     | add r8=r9,r3            | PREDICATE   | ''",
        "ld8.fill.nta r8=[r9]  | ld8.fill r8=[r9]        | COMPLETER   | without .nta",
        "ld8.s r8=[r9]         | ld8.a r8=[r9]           | COMPLETER   | .a for .s",
        "thash r8=r9           | ttag r8=r9              | INSTRUCTION | ttag for thash",
        "thash r8=r9           | unassigned              | INSTRUCTION | unassigned for thash",
        "unassigned            | ld8.s r8=[r9]           | INSTRUCTION | ld8 for unassigned",
        "illegal               | nop                     | VALUE       | nop for illegal",
        "MII;                  | MI;I                    | VALUE       | MI;I for MII;",
        "MII;                  | ''                      | VALUE       | ' for MII;'"})
    void manners(String expected, String got, Manner manner, String pattern) {
        assertEquals(new Wording(manner, pattern), Wording.between(expected, got));
    }
}
