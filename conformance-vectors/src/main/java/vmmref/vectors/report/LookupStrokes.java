/// The strokes of drawings: lines of boxes, and texts at columns.
package vmmref.vectors.report;

import io.vavr.Tuple2;
import io.vavr.collection.Seq;

/// Columns are counted from the left edge of the boxes, which stand beside short labels.
final class LookupStrokes {

    private static final String MARGIN = "     ";

    private LookupStrokes() { }

    /// {@return a line with a label beside it}
    static String line(String label, String text) {
        return "  " + label + MARGIN.substring(2 + label.length()) + text + "\n";
    }

    /// {@return a line of texts, each at its column, in the order of the columns}
    static String at(Seq<Tuple2<Integer, String>> texts) {
        return line("", texts.foldLeft("", (line, text) -> line + " ".repeat(text._1 - line.length()) + text._2));
    }

    /// {@return a part of the upper line of a box, with the numbers of the bits in it}
    static String ruled(String bits, int width) {
        return "─" + bits + "─".repeat(width - 1 - bits.length());
    }

    /// {@return a part of the lower line of a box, from which something leads down}
    static String pierced(int width, int at) {
        return "─".repeat(at) + "┬" + "─".repeat(width - at - 1);
    }

    static String plain(int width) {
        return "─".repeat(width);
    }

    /// {@return a part of the inside of a box}
    static String cell(String text, int width) {
        return " " + text + " ".repeat(width - 1 - text.length());
    }

    /// {@return as many hexadecimal digits as so many bits need}
    static String hexadecimal(long value, int bits) {
        return ("%0" + (bits + 3) / 4 + "x").formatted(value);
    }
}
