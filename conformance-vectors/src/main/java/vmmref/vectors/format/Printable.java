/// Text from outside, fit to be shown.
package vmmref.vectors.format;

import io.vavr.collection.List;

/// An adapter may write anything. What would steer a terminal, turn the text around it, hide or be no character of XML 1.0 is shown as its
/// escape, such as `\u001b`; white space becomes a blank, and a long text is cut, between two characters.
public final class Printable {

    /// How much of a text a message quotes.
    public static final int QUOTED = 160;
    /// How long a message may get that quotes.
    public static final int SENTENCE = 400;

    private static final String CUT = "…";

    private Printable() { }

    /// {@return one line of at most so many characters}
    public static String of(String text, int most) {
        String line = of(head(text, most + 2));
        return line.length() <= most ? line : head(line, most - 1) + CUT;
    }

    /// {@return the lines of a text, each by itself}
    public static String lines(String text) {
        return List.of(text.split("\n", -1)).map(Printable::of).mkString("\n");
    }

    /// {@return one line}
    public static String of(String text) {
        if (text.codePoints().allMatch(Printable::harmless)) return text;
        StringBuilder line = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c == '\t' || c == '\n' || c == '\r') line.append(' ');
            else if (harmless(c)) line.appendCodePoint(c);
            else line.append((c < 0x10000 ? "\\u%04x" : "\\U%08x").formatted(c));
        });
        return line.toString();
    }

    /// So many characters, or one less where half a pair would be left.
    private static String head(String text, int length) {
        if (text.length() <= length) return text;
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }

    private static boolean harmless(int c) {
        return (c & 0xFFFE) != 0xFFFE && switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
