/// Packs for tests.
package vmmref.vectors.fill;

import io.vavr.Lazy;
import io.vavr.Tuple2;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import vmmref.vectors.format.Finding;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Kind;
import vmmref.vectors.format.Manifest;
import vmmref.vectors.format.PackDamage;
import vmmref.vectors.format.Shard;
import vmmref.vectors.format.Tier;

import static org.junit.jupiter.api.Assertions.assertThrows;

public final class Packs {

    private static final Path COMMITTED = Path.of("vectors");

    /// Filled once: most tests only spoil a copy.
    private static final Lazy<Map<String, String>> SMALL = Lazy.of(Packs::filled);

    private Packs() { }

    /// {@return a folder that holds only the files that people write}
    public static Path empty(Path parent) {
        Path pack = parent.resolve("pack");
        Fill.WRITTEN.forEach(file -> write(pack.resolve(file), read(COMMITTED.resolve(file))));
        return pack;
    }

    /// {@return a small pack of two topics in two tiers}
    public static Path small(Path parent) {
        SMALL.get().forEach((file, text) -> write(parent.resolve(file), text));
        return parent.resolve("pack");
    }

    private static Map<String, String> filled() {
        try {
            Path parent = Files.createTempDirectory("vmmref-packs-");
            Fill.into(empty(parent), kinds());
            Map<String, String> contents = contents(parent);
            Swap.remove(parent);
            return contents;
        } catch (IOException bad) {
            throw new UncheckedIOException(bad);
        }
    }

    /// {@return the kinds that {@link #small} was filled with}
    public static Seq<Kind> kinds() {
        return List.of(SumKind.of(
            SumKind.draft("small", "1", "2"),
            SumKind.in(Tier.CORE, SumKind.draft("small", "3", "4")),
            SumKind.draft("small", "5", "6"),
            SumKind.in(Tier.CORE, SumKind.draft("small", "7", "8")),
            SumKind.near(SumKind.add("1", "2"), SumKind.draft("large", "100", "2"))));
    }

    /// Replaces text in a file, which must hold it.
    public static void edit(Path pack, String file, String text, String replacement) {
        String before = read(pack.resolve(file));
        if (!before.contains(text)) throw new IllegalArgumentException(file + " does not hold " + text + ":\n" + before);
        write(pack.resolve(file), before.replace(text, replacement));
    }

    /// Replaces text in a file, and makes the manifest agree, as somebody would who wants to hide the edit.
    public static void forge(Path pack, String file, String text, String replacement) {
        edit(pack, file, text, replacement);
        seal(pack);
    }

    /// Makes the manifest agree with the files that it lists.
    public static void seal(Path pack) {
        Manifest manifest = Manifest.of(Json.fields(read(pack.resolve(Manifest.FILE))));
        write(pack.resolve(Manifest.FILE), Json.page(new Manifest(manifest.pack(), manifest.profiles(), manifest.specification(),
            manifest.shards().map(shard -> sealed(pack, shard)),
            manifest.files().map((file, hash) -> new Tuple2<>(file, Json.sha256(bytes(pack.resolve(file)))))).json()));
    }

    private static Shard sealed(Path pack, Shard shard) {
        return new Shard(shard.file(), Json.sha256(bytes(pack.resolve(shard.file()))), read(pack.resolve(shard.file())).split("\n").length);
    }

    /// {@return what is wrong, when something is}
    public static Finding mistake(Runnable reading) {
        return assertThrows(PackDamage.class, reading::run).finding();
    }

    public static String read(Path file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    public static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException bad) {
            throw new UncheckedIOException(bad);
        }
    }

    public static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException bad) {
            throw new UncheckedIOException(bad);
        }
    }

    /// {@return every file of a folder and its text, so that two folders compare as values}
    public static Map<String, String> contents(Path pack) {
        try (Stream<Path> files = Files.walk(pack)) {
            return TreeMap.ofEntries(List.ofAll(files.filter(Files::isRegularFile).toList())
                .map(file -> new Tuple2<>(pack.relativize(file).toString(), read(file))));
        } catch (IOException bad) {
            throw new UncheckedIOException(bad);
        }
    }
}
