package vmmref.vectors.recognize;

import io.vavr.control.Option;
import java.util.regex.Pattern;

/// Numbers of 64 bits as people and programs write them: decimal, or hexadecimal after `0x`; a sign may stand before both, and what does not fit a signed number is read as an unsigned one.
final class Numeral {
    private static final Pattern DECIMAL     = Pattern.compile("-?[0-9]{1,20}");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]{1,16}");

    private Numeral() { }

    /// {@return the number that a text is, if it is one}
    static Option<Long> read(String text) {
        if (HEXADECIMAL.matcher(text).matches()) return Option.some(Long.parseUnsignedLong(text.substring(2), 16));
        return DECIMAL.matcher(text).matches() ? decimal(text) : Option.none();
    }

    private static Option<Long> decimal(String text) {
        try {
            return Option.some(text.startsWith("-") ? Long.parseLong(text) : Long.parseUnsignedLong(text));
        } catch (NumberFormatException large) {
            return Option.none();
        }
    }
}
