/// Text from outside, fit to be shown.
package vmmref.vectors.report;

import io.vavr.collection.List;
import org.apache.commons.lang3.StringUtils;

/// An adapter may write anything. What would steer a terminal, reverse the text around it or be no character of XML 1.0 becomes U+FFFD,
/// white space becomes a blank, and a long text is cut.
final class Printable {

    private static final int REPLACEMENT = 0xFFFD;

    private Printable() { }

    /// {@return one line of at most so many characters}
    static String of(String text, int most) {
        return of(StringUtils.abbreviate(text, "…", most));
    }

    /// {@return the lines of a text, each by itself}
    static String lines(String text) {
        return List.of(text.split("\n", -1)).map(Printable::of).mkString("\n");
    }

    /// {@return one line}
    static String of(String text) {
        return text.codePoints().map(Printable::shown).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static int shown(int c) {
        if (c == '\t' || c == '\n' || c == '\r') return ' ';
        boolean steers = Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE || (c & 0xFFFE) == 0xFFFE
            || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069 || c == 0x2028 || c == 0x2029;
        return steers ? REPLACEMENT : c;
    }
}
