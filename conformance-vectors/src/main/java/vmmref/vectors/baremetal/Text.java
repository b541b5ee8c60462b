package vmmref.vectors.baremetal;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/// Text of code that repeats.
final class Text {
    private Text() { }

    /// {@return a line for each number, in place of `#`}
    static String each(int first, int last, String lines) {
        return Vector.rangeClosed(first, last).map(number -> lines.replace("#", String.valueOf(number))).mkString("\n");
    }

    /// {@return a line for each name, in place of `#`}
    static String each(Seq<String> names, String lines) {
        return names.map(name -> lines.replace("#", name)).mkString("\n");
    }

    /// {@return text with the numbers of fields in place of their names in braces}
    static String filled(String text, Object... namesAndValues) {
        String filled = text;
        for (int i = 0; i < namesAndValues.length; i += 2) filled = filled.replace("{" + namesAndValues[i] + "}", String.valueOf(namesAndValues[i + 1]));
        return filled;
    }

    /// {@return instructions that give r2 the address of something in the block to which a register points}
    static String pointing(String base, int offset) {
        return "adds r2=" + offset + "," + base + " ;;";
    }
}
