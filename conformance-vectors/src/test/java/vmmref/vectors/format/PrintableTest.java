/// Text from outside is fit to be shown.
package vmmref.vectors.format;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class PrintableTest {

    @Test @DisplayName("what steers a terminal, turns text around, hides or is no character of XML is shown as its escape; other text stays")
    void escaped() {
        assertEquals("\\u001b[31mred\\u0000 x \\u202e\\ud800\\uffff\\u2028\\u200b\\U000e0041", Printable.of("\u001b[31mred\u0000\tx\n\u202e\ud800\uffff\u2028\u200b\udb40\udc41"));
        assertEquals("é ‰ 漢 \ud83d\ude00 </script>", Printable.of("é ‰ 漢 \ud83d\ude00 </script>"));
    }

    @Test @DisplayName("a long text is cut, and never within a character")
    void cut() {
        assertEquals("abcd", Printable.of("abcd", 4));
        assertEquals("abc…", Printable.of("abcde", 4));
        assertEquals("abc…", Printable.of("abcdefgh", 4));
        assertEquals("ab…", Printable.of("ab\ud83d\ude00cdef", 4));
        assertEquals("abc…", Printable.of("abc\ud83d\ude00", 4));
        assertEquals("ab\ud83d\ude00", Printable.of("ab\ud83d\ude00", 4));
    }

    @Test @DisplayName("lines stay apart")
    void lines() {
        assertEquals("a\n\\u0007b\n", Printable.lines("a\n\u0007b\n"));
    }
}
