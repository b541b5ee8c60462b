package vmmref.vectors.xlate;

import java.util.regex.Pattern;
import vmmref.model.word.Bits;
import vmmref.vectors.format.Fields;

/// Numbers as a case spells them: lower-case hexadecimal digits, 16 of a word and 6 of an identifier.
final class Hex {
    private static final Pattern WORD = Pattern.compile("[0-9a-f]{16}");
    private static final Pattern IDENTIFIER = Pattern.compile("[0-9a-f]{6}");

    private Hex() { }

    /// {@return a field that is a word}
    static long word(Fields fields, String field) {
        return Long.parseUnsignedLong(fields.matching(field, WORD, "16 lower-case hex digits"), 16);
    }

    /// {@return a field that is a word, or 0 where it is absent}
    static long wordOrZero(Fields fields, String field) {
        return fields.has(field) ? word(fields, field) : 0;
    }

    /// {@return a field that is a region identifier}
    static int identifier(Fields fields, String field) {
        return Integer.parseInt(fields.matching(field, IDENTIFIER, "6 lower-case hex digits"), 16);
    }

    static String word(long bits) {
        return Bits.hexadecimal(bits);
    }

    static String identifier(int bits) {
        return "%06x".formatted(bits);
    }
}
