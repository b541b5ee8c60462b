package vmmref.vectors.trace;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// The classes of a room, from its folder or its jar.
final class Compiled {
    private static final String CLASS = ".class";

    private Compiled() { }

    /// {@return every class of the room that has one of them}
    static Seq<Class<?>> beside(Class<?> one) {
        try {
            Path place = Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(place)) return below(place, one.getClassLoader());
            try (FileSystem jar = FileSystems.newFileSystem(place)) {
                return below(jar.getPath("/"), one.getClassLoader());
            }
        } catch (IOException bad) {
            throw new UncheckedIOException(bad);
        } catch (URISyntaxException bad) {
            throw new IllegalStateException(bad);
        }
    }

    private static Seq<Class<?>> below(Path folder, ClassLoader loader) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return Vector.ofAll(files.map(file -> folder.relativize(file).toString()).filter(name -> name.endsWith(CLASS) && !name.contains("-info")).toList())
                .map(name -> loaded(name.substring(0, name.length() - CLASS.length()).replace('/', '.').replace('\\', '.'), loader));
        }
    }

    private static Class<?> loaded(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException bad) {
            throw new IllegalStateException(bad);
        }
    }
}
