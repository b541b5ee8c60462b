/// `--time` and `--tries`.
package vmmref.vectors.cli;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BudgetTest {

    @Command(name = "spend")
    private static final class Spend {
        @Mixin private Budget budget;
    }

    private static Budget of(String... words) {
        Spend spend = new Spend();
        new CommandLine(spend).parseArgs(words);
        return spend.budget;
    }

    @ParameterizedTest
    @CsvSource({
        "1s, 1000", "30s, 30000", "90s, 90000", "10m, 600000", "1h, 3600000", "1h30m, 5400000", "1h30m5s, 5405000", "1h5s, 3605000", "0h0m1s, 1000", "010m, 600000", "99999h, 359996400000",
        "999999m, 59999940000", "99999999s, 99999999000"})
    void times(String text, long millis) {
        assertEquals(millis, of("--time", text).millis());
        assertEquals(-1, of("--time", text).tries());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1", "50000, 50000", "007, 7", "1e6, 1000000", "1E6, 1000000", "1e0, 1", "1.5e3, 1500", "2.125e3, 2125", "0.001e3, 1", "999e3, 999000", "1e15, 1000000000000000", "1000000000000000, 1000000000000000",
        "999999999999999, 999999999999999"})
    void numbers(String text, long tries) {
        assertEquals(tries, of("--tries", text).tries());
        assertEquals(-1, of("--tries", text).millis());
    }

    @ParameterizedTest(name = "--time {0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
        "5            | --time 5: write a time such as 30s, 10m or 1h30m",
        "s            | --time s: write a time such as 30s, 10m or 1h30m",
        "''           | --time '': write a time such as 30s, 10m or 1h30m",
        "1d           | --time 1d: write a time such as 30s, 10m or 1h30m",
        "1.5h         | --time 1.5h: write a time such as 30s, 10m or 1h30m",
        "30m1h        | --time 30m1h: write a time such as 30s, 10m or 1h30m",
        "10 m         | --time '10 m': write a time such as 30s, 10m or 1h30m",
        "10M          | --time 10M: write a time such as 30s, 10m or 1h30m",
        "-1s          | --time -1s: write a time such as 30s, 10m or 1h30m",
        "+1s          | --time +1s: write a time such as 30s, 10m or 1h30m",
        "100000h      | --time 100000h: write a time such as 30s, 10m or 1h30m",
        "100000000s   | --time 100000000s: write a time such as 30s, 10m or 1h30m",
        "٣s           | --time '٣s': write a time such as 30s, 10m or 1h30m",
        "0s           | --time 0s: write a time of one second or more, such as 30s, 10m or 1h30m",
        "0h0m         | --time 0h0m: write a time of one second or more, such as 30s, 10m or 1h30m"})
    void wrongTimes(String text, String message) {
        Budget budget = of("--time", text.equals("''") ? "" : text);
        assertEquals(message, assertThrows(ParameterException.class, budget::millis).getMessage());
    }

    @ParameterizedTest(name = "--tries {0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
        "''                | --tries '': write a number such as 50000 or 1e6",
        "many              | --tries many: write a number such as 50000 or 1e6",
        "-1                | --tries -1: write a number such as 50000 or 1e6",
        "+1                | --tries +1: write a number such as 50000 or 1e6",
        "1.5               | --tries 1.5: write a number such as 50000 or 1e6",
        "10,000            | --tries 10,000: write a number such as 50000 or 1e6",
        "10 000            | --tries '10 000': write a number such as 50000 or 1e6",
        "0x10              | --tries 0x10: write a number such as 50000 or 1e6",
        "1e                | --tries 1e: write a number such as 50000 or 1e6",
        "1e-3              | --tries 1e-3: write a number such as 50000 or 1e6",
        "1e100             | --tries 1e100: write a number such as 50000 or 1e6",
        "12345678901234567 | --tries 12345678901234567: write a number such as 50000 or 1e6",
        "1000000000000001  | --tries 1000000000000001: write a whole number from 1 to 1e15",
        "٣                 | --tries '٣': write a number such as 50000 or 1e6",
        "0                 | --tries 0: write a whole number from 1 to 1e15",
        "0e9               | --tries 0e9: write a whole number from 1 to 1e15",
        "1.5e0             | --tries 1.5e0: write a whole number from 1 to 1e15",
        "1e16              | --tries 1e16: write a whole number from 1 to 1e15",
        "1.001e15          | --tries 1.001e15: write a whole number from 1 to 1e15",
        "1e99              | --tries 1e99: write a whole number from 1 to 1e15"})
    void wrongNumbers(String text, String message) {
        Budget budget = of("--tries", text.equals("''") ? "" : text);
        assertEquals(message, assertThrows(ParameterException.class, budget::tries).getMessage());
    }

    @Test @DisplayName("neither, one, or both are given")
    void given() {
        assertFalse(of().isGiven());
        assertEquals(-1, of().millis());
        assertEquals(-1, of().tries());
        assertTrue(of("--time", "1s").isGiven());
        assertTrue(of("--tries", "1").isGiven());
        Budget both = of("--time", "1m", "--tries", "1e3");
        assertTrue(both.isGiven());
        assertEquals(60_000, both.millis());
        assertEquals(1000, both.tries());
    }
}
