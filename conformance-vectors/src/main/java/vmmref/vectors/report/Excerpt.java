/// The beginning of a text of several lines, fit to be shown.
package vmmref.vectors.report;

import vmmref.vectors.format.Printable;

final class Excerpt {

    private Excerpt() { }

    /// {@return so many characters of a text, and how many more there are}
    static String of(String text, int most) {
        if (text.length() <= most) return Printable.lines(text);
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return Printable.lines(text.substring(0, end)) + "\n… and %,d more characters".formatted(text.length() - end);
    }
}
