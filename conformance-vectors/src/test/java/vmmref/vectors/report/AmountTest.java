/// Numbers as people read them.
package vmmref.vectors.report;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class AmountTest {

    @ParameterizedTest @CsvSource({"0,0 s", "1500,1 µs", "999999,999 µs", "1500000,1.5 ms", "12900000,12 ms", "1000000000,1.0 s", "99940000000,99.9 s", "100000000000,1 min 40 s", "3600000000000,1 h 0 min"})
    @DisplayName("times")
    void time(long nanos, String text) {
        assertEquals(text, Amount.time(nanos));
    }

    @ParameterizedTest @CsvSource({"0,7,0 %", "1,0,0 %", "1,3,33 %", "1,16,6.3 %", "1,8000,0.013 %", "7,7,100 %"}) @DisplayName("shares")
    void share(double part, double whole, String text) {
        assertEquals(text, Amount.share(part, whole));
    }

    @ParameterizedTest @CsvSource({"0,0", "7,7", "0.5,0.5", "1000,1k", "2500,2.5k", "1000000,1M", "3e9,3G", "1e13,10T"}) @DisplayName("labels of axes")
    void brief(double number, String text) {
        assertEquals(text, Amount.brief(number));
    }

    @ParameterizedTest @CsvSource({"1,1 case", "2000,'2,000 cases'"}) @DisplayName("how many of something")
    void cases(long number, String text) {
        assertEquals(text, Amount.cases(number));
    }
}
