package vmmref.vectors.kill;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The fates that are known so far, in the order of the mutants: a file, so that a run that was killed goes on where it stopped.
record Journal(Path file) {
    Seq<Fate> fates() {
        try {
            return Files.exists(file) ? Vector.ofAll(Files.readAllLines(file)).map(Fate::parse) : Vector.empty();
        } catch (IOException bad) {
            throw new UncheckedIOException(bad);
        }
    }

    void add(Seq<Fate> some) {
        try {
            Files.writeString(file, some.map(fate -> fate.line() + "\n").mkString(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException bad) {
            throw new UncheckedIOException(bad);
        }
    }

    /// Notes how many fates there are going to be.
    void announce(int all) {
        try {
            Files.writeString(announced(), Integer.toString(all));
        } catch (IOException bad) {
            throw new UncheckedIOException(bad);
        }
    }

    /// {@return how many fates there are going to be}
    int all() {
        try {
            return Files.exists(announced()) ? Integer.parseInt(Files.readString(announced())) : 0;
        } catch (IOException bad) {
            throw new UncheckedIOException(bad);
        }
    }

    private Path announced() {
        return file.resolveSibling(file.getFileName() + ".all");
    }
}
