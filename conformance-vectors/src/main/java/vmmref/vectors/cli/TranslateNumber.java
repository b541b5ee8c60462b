/// Numbers as people type them: hexadecimal ones with or without 0x, with underscores wherever they help the eye.
package vmmref.vectors.cli;

import io.vavr.collection.List;
import io.vavr.control.Validation;

/// What is wrong with a text is told as the rest of a sentence about it, with the remedy after a semicolon.
final class TranslateNumber {

    private TranslateNumber() { }

    /// {@return the number of at most so many bits that a text spells}
    static Validation<String, Long> hexadecimal(String text, int bits) {
        String digits = text.replaceFirst("^0[xX]", "").replace("_", "");
        int bad = List.ofAll(digits.toCharArray()).indexWhere(c -> Character.digit(c, 16) < 0 || c > 'f');
        if (digits.isEmpty()) return Validation.invalid("is no number; write hexadecimal digits, such as 0x2000000000004008");
        if (bad >= 0) return Validation.invalid("is no number: '%c' is no hexadecimal digit; write digits from 0 to f".formatted(digits.charAt(bad)));
        String significant = digits.replaceFirst("^0+(?=.)", "");
        if (significant.length() > Long.SIZE / 4) return Validation.invalid("has %d digits; write at most 16, for 64 bits".formatted(significant.length()));
        long number = Long.parseUnsignedLong(significant, 16);
        return bits < Long.SIZE && number >>> bits != 0 ? Validation.invalid("is out of range; write at most %x, for %d bits".formatted((1L << bits) - 1, bits)) : Validation.valid(number);
    }

    /// {@return the decimal number, 0 to `most`, that a text spells}
    static Validation<String, Long> decimal(String text, int most) {
        if (!text.matches("[0-9]+")) return Validation.invalid("is no decimal number; write %s".formatted(range(most)));
        return text.length() > 9 || Integer.parseInt(text) > most ? Validation.invalid("is out of range; write %s".formatted(range(most))) : Validation.valid(Long.parseLong(text));
    }

    private static String range(int most) {
        return most == 1 ? "0 or 1" : "0 to " + most;
    }
}
