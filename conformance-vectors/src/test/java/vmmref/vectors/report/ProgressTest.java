/// Progress, as programs read it.
package vmmref.vectors.report;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ProgressTest {

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {
        "20.0 ~ 7412 ~ 10200 ~ 3 ~ 0 ~ [status] t=20 phase=core done=7412 total=10200 fail=3 err=0 rate=371 eta=8",
        "10.2 ~ 0    ~ 10200 ~ 0 ~ 0 ~ [status] t=10 phase=core done=0 total=10200 fail=0 err=0 rate=0 eta=-",
        "30.9 ~ 100  ~ 100   ~ 1 ~ 2 ~ [status] t=30 phase=core done=100 total=100 fail=1 err=2 rate=3 eta=0"})
    void status(double seconds, int done, int total, int fail, int error, String line) {
        assertEquals(line, Progress.status(seconds, "core", done, total, fail, error));
    }

    @Test @DisplayName("a moving line moves, and is gone in the end")
    void moving() throws InterruptedException {
        StringWriter out = new StringWriter();
        try (Progress progress = Progress.of(new PrintWriter(out), true, "smoke", 100)) {
            for (int i = 0; i < 100 && !out.toString().contains("smoke 0 of 100"); i++) Thread.sleep(50);
            progress.aside(() -> out.append("a card\n"));
        }
        assertTrue(out.toString().contains("\rsmoke 0 of 100   fail 0   error 0"), out::toString);
        assertTrue(out.toString().contains("\r\u001b[Ka card\n"), out::toString);
    }

    @Test @DisplayName("a short run says nothing where nobody watches")
    void quiet() {
        StringWriter out = new StringWriter();
        Progress.of(new PrintWriter(out), false, "smoke", 100).close();
        assertEquals("", out.toString());
    }
}
