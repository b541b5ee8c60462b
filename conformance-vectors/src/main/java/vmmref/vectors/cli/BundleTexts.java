/// Bundles as people type them.
package vmmref.vectors.cli;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.lang3.StringUtils;
import vmmref.vectors.run.UsageMistake;

/// What is no bundle is told with what is wrong with it.
final class BundleTexts {

    private static final int    DIGITS = 32;
    private static final String INPUT  = "-";

    private BundleTexts() { }

    /// {@return the texts that were typed, and the lines of standard input in the place of `-`}
    /// @throws UsageMistake if standard input cannot be read
    static Seq<String> typed(Iterable<String> words) {
        return List.ofAll(words).flatMap(text -> text.equals(INPUT) ? lines() : List.of(text));
    }

    /// {@return what is wrong with a text that is no bundle}
    static Option<String> mistake(String text) {
        int bad = List.ofAll(text.toCharArray()).indexWhere(c -> Character.digit(c, 16) < 0 || c > 'f');
        if (text.startsWith("0x"))
            return Option.some("\"%s\" begins with 0x: leave it out, and write the bytes in memory order".formatted(brief(text)));
        if (bad >= 0)
            return Option.some("\"%s\" is no bundle: character %d, '%c', is no hexadecimal digit".formatted(brief(text), bad + 1, text.charAt(bad)));
        return Option.when(text.length() != DIGITS, () -> "\"%s\" is no bundle: it has %d digits, and a bundle has %d (16 bytes in memory order)"
            .formatted(brief(text), text.length(), DIGITS));
    }

    private static String brief(String text) {
        return StringUtils.abbreviate(text, "…", 48);
    }

    private static Seq<String> lines() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            return List.ofAll(in.lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
        } catch (IOException | UncheckedIOException unreadable) {
            throw new UsageMistake("standard input cannot be read: " + unreadable.getMessage());
        }
    }
}
