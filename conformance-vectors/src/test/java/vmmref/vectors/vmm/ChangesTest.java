/// Changes of guests in words.
package vmmref.vectors.vmm;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ChangesTest {
    @ParameterizedTest(name = "{0}") @DisplayName("changes are named as a person would, and what a host needs is no change")
    @CsvSource(delimiter = '|', value = {
        "-                                       | nothing changed                                                        | a load",
        "needs.va=<61                            | nothing changed                                                        | a load",
        "psr-17 psr-27 psr-36                    | nothing translated                                                     | a load with nothing translated",
        "psr~3                                   | level 3                                                                | a load with level 3",
        "psr+14 cr.tpr=30                        | PSR.i 1 and cr.tpr 30                                                  | a load with PSR.i 1 and cr.tpr 30",
        "r34.nat=1 mem.8010=0 in-service=40      | a NaT in r34, 0 at 8010 and vector 40 in service                       | a load with a NaT in r34, 0 at 8010 and vector 40 in service",
        "dtr0.pte=7e1 needs.pa=<63 dtr0.itir=38  | entry 7e1 for the data and size and key 38 for the data                | a load with entry 7e1 for the data and size and key 38 for the data"})
    void words(String changes, String words, String title) {
        assertEquals(words, Changes.words(changes));
        assertEquals(title, "a load" + Changes.with(changes));
    }
}
