/// Fills a pack again elsewhere, and compares.
package vmmref.vectors.fill;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import vmmref.vectors.format.Bases;
import vmmref.vectors.format.Kind;
import vmmref.vectors.format.Manifest;
import vmmref.vectors.format.PackFile;

/// `differences` lists the files that are not the same byte for byte, in the order of their names; `filled` is what the
/// other filling said, its disagreements above all.
public record Regenerate(Seq<Difference> differences, Filled filled) {

    /// Where a file begins to differ. `line` counts from 1; a side is empty where the file, or the line, is missing.
    public record Difference(String file, int line, Option<String> committed, Option<String> regenerated) {

        /// {@return the difference as one line}
        public String text() {
            return "%s:%d: committed %s, regenerated %s".formatted(file, line, side(committed), side(regenerated));
        }

        private static String side(Option<String> side) {
            return side.map(text -> text.length() <= 200 ? text : text.substring(0, 199) + "…").getOrElse("nothing");
        }
    }

    /// Fills a copy of the pack, with its ledger and its bases, in a temporary folder and compares every file that filling makes.
    /// @throws vmmref.vectors.format.PackDamage if the pack cannot be filled
    public static Regenerate compare(Path pack, Seq<Kind> kinds) {
        Path scratch = scratch();
        try {
            Path copy = scratch.resolve("pack");
            Fill.WRITTEN.append(Ledger.FILE).appendAll(List.of(Bases.FILE).filter(file -> Files.exists(pack.resolve(file))))
                .forEach(file -> copy(pack, copy, file));
            Filled filled = Fill.into(copy, kinds);
            Seq<String> files = made(copy).appendAll(made(pack)).distinct().sorted();
            return new Regenerate(files.flatMap(file -> difference(file, bytes(pack, file), bytes(copy, file))), filled);
        } finally {
            Swap.remove(scratch);
        }
    }

    /// {@return whether the pack came out byte for byte}
    public boolean identical() {
        return differences.isEmpty();
    }

    private static Option<Difference> difference(String file, Option<byte[]> committed, Option<byte[]> regenerated) {
        boolean same = committed.isDefined() && regenerated.isDefined() && Arrays.equals(committed.get(), regenerated.get());
        if (same) return Option.none();
        List<String> ours   = lines(committed);
        List<String> theirs = lines(regenerated);
        int first = ours.zip(theirs).takeWhile(pair -> pair._1.equals(pair._2)).size();
        return Option.some(new Difference(file, first + 1, ours.drop(first).headOption(), theirs.drop(first).headOption()));
    }

    /// The text after the last line feed counts as a line, so that a missing line feed is seen.
    private static List<String> lines(Option<byte[]> bytes) {
        return bytes.toList().flatMap(some -> List.of(new String(some, StandardCharsets.UTF_8).split("\n", -1)));
    }

    private static Seq<String> made(Path pack) {
        try (Stream<Path> files = Files.walk(pack)) {
            return List.ofAll(files.filter(Files::isRegularFile).toList())
                .map(file -> PackFile.name(pack, file))
                .filter(file -> file.matches("(smoke|core|full|profiles)/.*")
                    || List.of(Tables.CLAUSES, Ledger.FILE, Bases.FILE, Manifest.FILE).contains(file));
        } catch (IOException bad) {
            throw new UncheckedIOException(bad);
        }
    }

    private static Option<byte[]> bytes(Path pack, String file) {
        return Option.when(Files.exists(pack.resolve(file)), () -> PackFile.bytes(pack, file));
    }

    private static void copy(Path from, Path to, String file) {
        byte[] bytes = PackFile.bytes(from, file);
        try {
            Files.createDirectories(to.resolve(file).getParent());
            Files.write(to.resolve(file), bytes);
        } catch (IOException bad) {
            throw new UncheckedIOException(bad);
        }
    }

    private static Path scratch() {
        try {
            return Files.createTempDirectory("vmmref-regenerate-");
        } catch (IOException bad) {
            throw new UncheckedIOException(bad);
        }
    }
}
