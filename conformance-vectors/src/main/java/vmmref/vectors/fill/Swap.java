/// A pack's new files, and the way they take the place of the old ones.
package vmmref.vectors.fill;

import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Function;
import java.util.stream.Stream;
import vmmref.vectors.format.Finding;
import vmmref.vectors.format.Manifest;
import vmmref.vectors.format.PackDamage;
import vmmref.vectors.format.PackFile;
import vmmref.vectors.format.Tier;

/// All files are first written to a folder beside the pack and checked there; so a full disk changes nothing. Then each
/// file that differs is moved to its place in one step: the ledger first, so that no id is ever lost, and the manifest
/// after everything it describes; so a process that is killed leaves a pack that is whole, or one that
/// {@link vmmref.vectors.format.Pack} refuses and the next fill mends.
final class Swap {

    record Swapped(Seq<String> changed, Seq<String> removed) { }

    private final Path                pack;
    private final Path                beside;
    private final Map<String, byte[]> files;

    Swap(Path pack, Map<String, byte[]> files) {
        this.pack   = pack.toAbsolutePath().normalize();
        this.beside = this.pack.resolveSibling("." + this.pack.getFileName() + ".filling");
        this.files  = files;
    }

    /// Writes the files if the check finds nothing wrong with them.
    /// @throws PackDamage with the first finding, or if a folder cannot be written
    Swapped checkedBy(Function<Path, Seq<Finding>> check) {
        try {
            remove(beside);
            files.forEach((file, bytes) -> write(beside.resolve(file), bytes));
            check.apply(beside).headOption().forEach(finding -> {
                throw new PackDamage(finding);
            });
            return new Swapped(swapped(), cleared());
        } finally {
            remove(beside);
        }
    }

    private Seq<String> swapped() {
        Seq<String> changed = files.keySet().toList()
            .filter(file -> !same(pack.resolve(file), files.get(file)))
            .sortBy(file -> file.equals(Ledger.FILE) ? 0 : file.equals(Manifest.FILE) ? 2 : 1);
        changed.forEach(file -> move(beside.resolve(file), pack.resolve(file)));
        return changed;
    }

    /// Removes shards and profiles that are no longer produced, and nothing else.
    private Seq<String> cleared() {
        Seq<String> stale = List.of(Tier.values()).map(Tier::json).append("profiles")
            .map(pack::resolve)
            .filter(Files::isDirectory)
            .flatMap(Swap::below)
            .map(file -> PackFile.name(pack, file))
            .filter(file -> file.matches(".*\\.jsonl?") && !files.containsKey(file));
        stale.map(pack::resolve).forEach(Swap::remove);
        return stale;
    }

    private static boolean same(Path file, Option<byte[]> bytes) {
        try {
            return Files.exists(file) && Arrays.equals(Files.readAllBytes(file), bytes.get());
        } catch (IOException bad) {
            throw unwritable(file, bad);
        }
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException bad) {
            throw unwritable(file, bad);
        }
    }

    private static void move(Path from, Path to) {
        try {
            Files.createDirectories(to.getParent());
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException bad) {
            throw unwritable(to, bad);
        }
    }

    private static Seq<Path> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return List.ofAll(files.filter(Files::isRegularFile).sorted().toList());
        } catch (IOException bad) {
            throw unwritable(folder, bad);
        }
    }

    /// Removes a file, or a folder and all that is in it; what is not there is removed already.
    static void remove(Path path) {
        if (!Files.exists(path)) return;
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
        } catch (IOException bad) {
            throw unwritable(path, bad);
        }
    }

    private static PackDamage unwritable(Path path, IOException bad) {
        return new PackDamage(Finding.of(path.toString(), "cannot be written (" + bad.getClass().getSimpleName() + ": " + bad.getMessage() + ")",
            "check that the folder exists, its permissions, and the space on the disk"));
    }
}
