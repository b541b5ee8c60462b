/// Where the campaigns of a search lie.
package vmmref.vectors.cli;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import vmmref.vectors.run.UsageMistake;

/// In a folder of the user's, or in one that is removed at the end, also by ^C.
///
/// @param folder  of all
/// @param removed whether nothing is kept
record Kept(Path folder, boolean removed) implements AutoCloseable {

    /// {@return a place for some campaigns}
    /// @throws UsageMistake if one of them is there already
    static Kept in(Option<Path> out, Seq<String> names) {
        out.filter(folder -> Files.exists(folder) && !Files.isDirectory(folder)).forEach(file -> {
            throw new UsageMistake("%s is a file, and campaigns are kept in a folder: name another one with --out".formatted(file));
        });
        out.flatMap(folder -> names.map(folder::resolve).find(Files::exists)).forEach(there -> {
            throw new UsageMistake("%s is there already: remove it, or name another folder with --out".formatted(there));
        });
        return out.map(folder -> new Kept(folder, false)).getOrElse(() -> new Kept(temporary(), true));
    }

    private static Path temporary() {
        try {
            Path folder = Files.createTempDirectory("vmmref-search");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder), "vmmref-remove-search"));
            return folder;
        } catch (IOException cannot) {
            throw new UsageMistake("no temporary folder can be made: %s; name one with --out".formatted(cannot.getMessage()));
        }
    }

    /// {@return where a campaign lies}
    Path folder(String name) {
        return folder.resolve(name);
    }

    @Override
    public void close() {
        if (removed) remove(folder);
    }

    private static void remove(Path folder) {
        if (!Files.exists(folder)) return;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }
}
