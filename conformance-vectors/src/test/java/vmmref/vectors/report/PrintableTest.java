/// Text from outside is fit to be shown.
package vmmref.vectors.report;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class PrintableTest {

    @Test @DisplayName("what steers a terminal, turns text around or is no character of XML is replaced; other text stays")
    void replaced() {
        assertEquals("\ufffd[31mred\ufffd x \ufffd\ufffd\ufffd\ufffd", Printable.of("\u001b[31mred\u0000\tx\n\u202e\ud800\uffff\u2028"));
        assertEquals("é ‰ 漢 \ud83d\ude00 </script>", Printable.of("é ‰ 漢 \ud83d\ude00 </script>"));
    }

    @Test @DisplayName("a long text is cut, and never within a character")
    void cut() {
        assertEquals("abc…", Printable.of("abcdefgh", 4));
        assertEquals("ab\ufffd…", Printable.of("ab\ud83d\ude00cdef", 4));
    }

    @Test @DisplayName("lines stay apart")
    void lines() {
        assertEquals("a\n\ufffdb\n", Printable.lines("a\n\u0007b\n"));
    }
}
