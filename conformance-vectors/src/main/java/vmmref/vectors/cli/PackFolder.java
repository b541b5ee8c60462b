/// Where the vectors are.
package vmmref.vectors.cli;

import io.vavr.Lazy;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.nio.file.Files;
import java.nio.file.Path;
import vmmref.vectors.format.Pack;
import vmmref.vectors.format.PackPlace;
import vmmref.vectors.run.UsageMistake;

/// A mixin of every command that reads vectors.
final class PackFolder {

    @picocli.CommandLine.Option(names = "--pack", paramLabel = "PATH",
        description = "A folder or a zip file of vectors (default: those that come with vmmref).")
    private Path named;

    private final Lazy<Path> place  = Lazy.of(() -> Option.of(named).getOrElse(() -> Home.detected().vectors()));
    private final Lazy<Path> folder = Lazy.of(() -> at(place()));

    /// {@return the folder that was named, or the one that comes with vmmref; it may be one within a zip file}
    /// @throws UsageMistake if it is not there
    /// @throws vmmref.vectors.format.PackDamage if it is a file that holds no vectors
    Path folder() {
        return folder.get();
    }

    /// {@return the folder, in which files can be changed}
    /// @throws UsageMistake if it is within a zip file
    Path changeable() {
        if (PackPlace.isReadOnly(folder()))
            throw new UsageMistake("%s is a zip file, and vectors are filled in a folder: unzip it first".formatted(place()));
        return folder();
    }

    /// {@return what a person calls the folder: the path that was named, or the one that was found}
    Path place() {
        return place.get();
    }

    /// {@return the pack, opened}
    Pack pack() {
        return Pack.open(folder());
    }

    /// {@return the option as the user gave it, for a line that does the same again}
    Seq<String> words() {
        return Option.of(named).toList().flatMap(path -> List.of("--pack", path.toString()));
    }

    /// {@return the folder of the vectors in a folder or a zip file that a user named}
    /// @throws UsageMistake if it is not there
    /// @throws vmmref.vectors.format.PackDamage if it is a file that holds no vectors
    static Path at(Path place) {
        if (!Files.exists(place))
            throw new UsageMistake("%s is not there: name a folder or a zip file of vectors".formatted(place));
        return PackPlace.folder(place);
    }
}
