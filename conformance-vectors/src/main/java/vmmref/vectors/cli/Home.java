/// What comes with vmmref, and how it was started.
package vmmref.vectors.cli;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import vmmref.vectors.run.UsageMistake;

/// `repository` is what the launcher names in the system property `vmmref.home`; `program` is the jar, or a folder of classes.
record Home(Option<Path> repository, Path program) {

    private static final String WITHIN = "conformance-vectors/vectors";
    private static final String ZIPS   = "vmmref-vectors-*.zip";

    static Home detected() {
        return new Home(Option.of(System.getProperty("vmmref.home")).map(Path::of), program(Home.class));
    }

    /// {@return the words that start vmmref, as the launcher names the first of them in the system property `vmmref.command`}
    Seq<String> command() {
        Option<String> launcher = Option.of(System.getProperty("vmmref.command"));
        return launcher.map(word -> (Seq<String>) List.of(word))
            .getOrElse(() -> Files.isDirectory(program) ? List.of("./vmmref") : List.of(java(), "-jar", program.toString()));
    }

    /// {@return the place of the vectors: those of the repository, or else a zip file or a folder beside the jar}
    /// @throws UsageMistake if there are none, or several
    Path vectors() {
        return repository.map(folder -> folder.resolve(WITHIN)).getOrElse(() -> beside(program.toAbsolutePath().getParent()));
    }

    /// The one that runs: it need not be the first on the path.
    private static String java() {
        return ProcessHandle.current().info().command().orElse("java");
    }

    private static Path beside(Path folder) {
        Seq<Path> zips = zips(folder);
        if (zips.size() > 1)
            throw new UsageMistake("several packs are in %s: %s; name one with --pack".formatted(folder, zips.map(Path::getFileName).mkString(", ")));
        return zips.appendAll(Option.of(folder.resolve("vectors")).filter(Files::isDirectory)).headOption().getOrElseThrow(() ->
            new UsageMistake("no vectors are in %s: put %s there, or name a folder or a zip file of vectors with --pack".formatted(folder, ZIPS)));
    }

    private static Seq<Path> zips(Path folder) {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, ZIPS)) {
            return List.ofAll(found).sorted();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path program(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("the place of " + type.getName() + " is unknown", impossible);
        }
    }
}
