/// Where the vectors are.
package vmmref.vectors.cli;

import io.vavr.control.Option;
import java.nio.file.Files;
import java.nio.file.Path;
import vmmref.vectors.format.Pack;
import vmmref.vectors.run.UsageMistake;

/// A mixin of every command that reads vectors. The launcher names its home in the system property `vmmref.home`.
final class PackFolder {

    private static final String WITHIN = "conformance-vectors/vectors";

    @picocli.CommandLine.Option(names = "--pack", paramLabel = "DIR", description = "The folder of the vectors (default: those that come with vmmref).")
    private Path named;

    /// {@return the folder that was named, or the one that comes with vmmref}
    /// @throws UsageMistake if it is no folder
    Path folder() {
        Path folder = Option.of(named).getOrElse(() -> Path.of(System.getProperty("vmmref.home", "."), WITHIN));
        if (!Files.isDirectory(folder))
            throw new UsageMistake("%s is no folder: name the folder of the vectors with --pack".formatted(folder));
        return folder;
    }

    /// {@return the pack, opened}
    Pack pack() {
        return Pack.open(folder());
    }

    /// {@return the option as the user gave it, for a line that does the same again}
    io.vavr.collection.Seq<String> words() {
        return Option.of(named).toList().flatMap(path -> io.vavr.collection.List.of("--pack", path.toString()));
    }
}
