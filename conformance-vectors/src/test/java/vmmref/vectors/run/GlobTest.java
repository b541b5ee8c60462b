/// Patterns over ids.
package vmmref.vectors.run;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class GlobTest {

    @ParameterizedTest(name = "{0} {1}") @DisplayName("a star is any text, a question mark one character, everything else itself")
    @CsvSource({"*, step/manual/0001, true", "step/*, step/manual/0001, true", "step/manual/000?, step/manual/0001, true", "step/manual/?, step/manual/0001, false",
        "*/manual/*, step/manual/0001, true", "*anual, step/manual/0001, false", "step, step/manual/0001, false", "**0*1**, step/manual/0001, true"})
    void matches(String pattern, String id, boolean matching) {
        assertEquals(matching, Glob.of(pattern).matches(id));
    }

    @ParameterizedTest(name = "{0} {1}") @DisplayName("what is no beginning of what matches is seen from the text before the first star or question mark")
    @CsvSource({"*, step/manual/, true", "step/*, step/manual/, true", "step/*, steps/manual/, false", "st?p/x, step/manual/, true", "step/manual/0001, step/manual/, true", "step/man, step/manual/, true", "codec/*, step/manual/, false"})
    void mayBegin(String pattern, String beginning, boolean possible) {
        assertEquals(possible, Glob.of(pattern).mayBegin(beginning));
        assertTrue(possible || !Glob.of(pattern).matches(beginning + "0001"));
    }
}
