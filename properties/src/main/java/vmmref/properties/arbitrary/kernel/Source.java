package vmmref.properties.arbitrary.kernel;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// A file of assembly: comments from `//` on, macros between `.macro name` and `.endm`, conditions between `.if name` and `.endif`, and numbers that are told by `$name`.
///
/// @param text   lines outside macros
/// @param macros their lines, by their names
record Source(Seq<String> text, Map<String, Seq<String>> macros) {
    private static final Pattern NUMBER = Pattern.compile("\\$(\\w+)");

    /// {@return the source in a resource beside this class}
    static Source read(String name) {
        try (InputStream stream = Source.class.getResourceAsStream(name)) {
            return of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    static Source of(String text) {
        return Vector.ofAll(text.lines().toList()).map(line -> line.replaceFirst("//.*", "").strip()).reject(String::isEmpty).foldLeft(new Reader(new Source(Vector.empty(), LinkedHashMap.empty()), ""), Reader::after).read();
    }

    /// What was read so far.
    ///
    /// @param in the macro to which lines belong; empty outside of all
    private record Reader(Source read, String in) {
        Reader after(String line) {
            if (line.startsWith(".macro ")) return new Reader(read, line.substring(".macro ".length()));
            if (line.equals(".endm")) return new Reader(read, "");
            return new Reader(in.isEmpty() ? new Source(read.text.append(line), read.macros) : new Source(read.text, read.macros.put(in, read.macros.getOrElse(in, Vector.empty()).append(line))), in);
        }
    }

    /// {@return labels and instructions}
    ///
    /// @param conditions that hold
    /// @param numbers    by their names
    Seq<String> lines(Set<String> conditions, Map<String, Long> numbers) {
        return text.flatMap(line -> macros.getOrElse(line, Vector.of(line))).foldLeft(new Kept(Vector.empty(), true), (kept, line) -> kept.after(line, conditions)).lines().map(line -> told(line, numbers));
    }

    /// Lines of which some are there under a condition only.
    private record Kept(Seq<String> lines, boolean holds) {
        Kept after(String line, Set<String> conditions) {
            if (line.startsWith(".if ")) return new Kept(lines, conditions.contains(line.substring(".if ".length())));
            if (line.equals(".endif")) return new Kept(lines, true);
            return holds ? new Kept(lines.append(line), true) : this;
        }
    }

    private static String told(String line, Map<String, Long> numbers) {
        return NUMBER.matcher(line).replaceAll(number -> "0x%x".formatted(numbers.get(number.group(1)).getOrElseThrow(() -> new IllegalArgumentException("no number is called " + number.group(1) + ": " + line))));
    }
}
