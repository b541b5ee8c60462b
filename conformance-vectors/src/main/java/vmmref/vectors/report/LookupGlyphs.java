/// The characters of drawings, and what stands for them where they cannot be shown.
package vmmref.vectors.report;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import java.nio.charset.Charset;

/// Some systems write ASCII alone.
public final class LookupGlyphs {

    private static final Map<Character, Character> PLAIN = HashMap.<Character, Character>empty()
        .put('─', '-').put('│', '|').put('┌', '+').put('┐', '+').put('└', '+').put('┘', '+').put('┬', '+').put('┴', '+').put('▼', 'v').put('╳', 'x').put('…', '.');

    private LookupGlyphs() { }

    /// {@return a text for standard output}
    public static String fit(String text) {
        return fit(text, System.out.charset());
    }

    /// {@return a text that shows the same where a character set lacks some of its characters}
    static String fit(String text, Charset charset) {
        return PLAIN.keySet().forAll(charset.newEncoder()::canEncode) ? text
            : PLAIN.foldLeft(text, (fitting, glyph) -> fitting.replace(glyph._1, glyph._2));
    }
}
