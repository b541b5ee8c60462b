/// How far a program is.
package vmmref.vectors.report;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SteppingTest {

    private static String told(boolean moving, long millis) {
        StringWriter err = new StringWriter();
        assertEquals("done", Stepping.told(new PrintWriter(err), moving, () -> 41_000, 100_000, () -> {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
            return "done";
        }));
        return err.toString();
    }

    @Test @DisplayName("on a terminal a line moves, and is gone at the end; a short run says nothing")
    void moving() {
        String text = told(true, 700);
        assertTrue(text.startsWith("\rrun 41,000 instructions   "), text);
        assertTrue(text.endsWith("\r\u001b[K"), text);
        assertEquals("", told(false, 50));
        assertEquals("", told(true, 0));
    }
}
