/// The methods of this program that are tied to a clause.
package vmmref.vectors.report;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import vmmref.model.semantics.Semantics;
import vmmref.properties.guarantee.Guarantee;
import vmmref.spec.Clause;
import vmmref.spec.Tie;
import vmmref.spec.Ties;
import vmmref.vmm.zoo.Zoo;

/// Ties are annotations, so the classes of the rooms are looked through, wherever they were packed.
final class TiedMethods {

    private static final Seq<Class<?>> ROOMS = List.of(Semantics.class, Zoo.class, Guarantee.class);

    private TiedMethods() { }

    /// {@return the methods, as `Class.method`, that are tied to a clause in one way}
    static Seq<String> of(Clause clause, Tie.Kind kind) {
        return ROOMS.flatMap(TiedMethods::classes)
            .flatMap(type -> List.of(type.getDeclaredMethods()))
            .filter(method -> Ties.of(kind, method).contains(clause))
            .map(TiedMethods::name)
            .distinct()
            .sorted();
    }

    private static String name(Method method) {
        String type = method.getDeclaringClass().getName();
        return type.substring(type.lastIndexOf('.') + 1).replace('$', '.') + "." + method.getName();
    }

    private static Seq<Class<?>> classes(Class<?> room) {
        try {
            URI where = room.getProtectionDomain().getCodeSource().getLocation().toURI();
            Path path = Path.of(where);
            if (Files.isDirectory(path)) return below(path, room);
            try (FileSystem jar = FileSystems.newFileSystem(path)) {
                return below(jar.getPath("/"), room);
            }
        } catch (URISyntaxException | IOException unreadable) {
            throw new IllegalStateException("the classes beside " + room.getName() + " cannot be listed", unreadable);
        }
    }

    private static Seq<Class<?>> below(Path root, Class<?> room) {
        try (Stream<Path> files = Files.walk(root)) {
            return List.ofAll(files.map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.startsWith(folder(room)) && name.endsWith(".class") && !name.endsWith("package-info.class"))
                    .sorted().toList())
                .map(name -> loaded(name.substring(0, name.length() - ".class".length()).replace('/', '.'), room));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// {@return the folder of a room's classes, as `vmmref/model/`; one jar may hold all rooms}
    private static String folder(Class<?> room) {
        return List.of(room.getPackageName().split("\\.")).take(2).mkString("", "/", "/");
    }

    private static Class<?> loaded(String name, Class<?> room) {
        try {
            return Class.forName(name, false, room.getClassLoader());
        } catch (ClassNotFoundException listed) {
            throw new IllegalStateException("the class " + name + " is listed and cannot be loaded", listed);
        }
    }
}
