/// Differences in a few words.
package vmmref.vectors.report;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class DiffersTest {

    @ParameterizedTest(name = "{3}")
    @CsvSource(delimiter = '~', value = {
        "cr.isr ~ 0000000400000000                 ~ 0000000000000000                 ~ bit 34",
        "cr.isr ~ 00000000000000ff                 ~ 0000000000000000                 ~ bits 7-0",
        "cr.isr ~ 8000000000000005                 ~ 0000000000000000                 ~ bits 63,2,0",
        "cr.isr ~ 5555555555555555                 ~ 0000000000000000                 ~ bits 62,60,58,56,54,52,…",
        "bundle ~ 014000401a0400000002000000000400 ~ 004000401a0400000002000000000400 ~ template bit 0",
        "bundle ~ 014000401a0400000002000000000400 ~ 014800401a0400000002000000000400 ~ slot 0 bit 6",
        "bundle ~ 014000401a0400000002000000000400 ~ 014000401a0400000002000000000480 ~ slot 2 bit 40",
        "bundle ~ 00000000000000000000000000000000 ~ 2000000000400000000080ff000000c0 ~ 'slot 0 bit 0, slot 1 bit 0, slot 2 bits 40-39,8-0'",
        "slot0  ~ adds r8=1,r9                     ~ adds r8=-1,r9                    ~ with -",
        "slot0  ~ add r8=r9,r10                    ~ add r8=r9,r11                    ~ r11 for r10",
        "slot0  ~ (p6) ld8 r8=[r9]                 ~ ld8 r8=[r9]                      ~ without (p6)",
        "slot0  ~ ld8.acq r8=[r9]                  ~ ld8 r8=[r9]                      ~ without .acq",
        "slot0  ~ br.cond.sptk.few .+0x40          ~ br.cond.sptk.few .-0x40          ~ - for +",
        "slot0  ~ fma.pc.sf.zw f1=f2,f3,f4         ~ fma.s1.sd.xy f10=f20,f30,f40      ~ in several words",
        "slot0  ~ thash r8=r32                     ~ unassigned                       ~ another value",
        "slot0  ~ ff                               ~ fe                               ~ another value"})
    void between(String place, String expected, String got, String differs) {
        assertEquals(differs, Differs.between(place, expected, got));
    }
}
