package vmmref.properties.campaign;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The folder of a campaign: `config.json`, `ledger.json`, `observations.jsonl`, and a file for each finding.
///
/// The ledger is replaced after each batch. A finding is written when it is seen. So a process that is killed loses the batch in flight and no finding.
public final class Store implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(SerializationFeature.INDENT_OUTPUT)
        .changeDefaultVisibility(shown -> shown.withFieldVisibility(Visibility.ANY).withGetterVisibility(Visibility.NONE).withIsGetterVisibility(Visibility.NONE))
        .build();
    private static final JsonMapper LINES = JSON.rebuild().disable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String CONFIG = "config.json";
    private static final String LEDGER = "ledger.json";
    private static final String FINDINGS = "findings";

    private final Path folder;
    private final FileChannel locked;

    private Store(Path folder, FileChannel locked) {
        this.folder = folder;
        this.locked = locked;
    }

    /// {@return a new store; nobody else can open it until it is closed}
    /// @throws StoreMistake if there is one already, or it cannot be made
    public static Store create(Path folder, Config config) {
        if (Files.exists(folder.resolve(CONFIG)))
            throw new StoreMistake("%s holds a campaign; go on with it by campaign resume, name another one with --name, or remove the folder".formatted(folder));
        StoreFiles.folder(folder.resolve(FINDINGS));
        Store store = new Store(folder, lock(folder));
        StoreFiles.write(folder.resolve(CONFIG), JSON.writeValueAsString(config) + "\n");
        store.save(Ledger.EMPTY);
        return store;
    }

    /// {@return a store to go on with; nobody else can open it until it is closed}
    /// @throws StoreMistake if there is none, or it is in use
    public static Store open(Path folder) {
        Store store = new Store(folder, lock(reading(folder).folder));
        store.config();
        store.ledger();
        return store;
    }

    /// {@return a store to look at, whoever uses it}
    /// @throws StoreMistake if there is none
    public static ReadOnly reading(Path folder) {
        if (!Files.isRegularFile(folder.resolve(CONFIG)))
            throw new StoreMistake("%s holds no campaign; campaign run makes one, campaign status --all lists those that there are".formatted(folder));
        return new ReadOnly(folder);
    }

    private static FileChannel lock(Path folder) {
        Path file = folder.resolve("lock");
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock != null) return channel;
            channel.close();
            throw inUse(folder);
        } catch (OverlappingFileLockException here) {
            throw inUse(folder);
        } catch (IOException cannot) {
            throw StoreFiles.mistake(file, "written", cannot, "name another folder with --store, or mend the permissions");
        }
    }

    private static StoreMistake inUse(Path folder) {
        return new StoreMistake("%s is in use by another campaign; wait until it ends, or name another one with --name".formatted(folder));
    }

    public Path folder() {
        return folder;
    }

    public Config config() {
        return reading(folder).config();
    }

    public Ledger ledger() {
        return reading(folder).ledger();
    }

    public Seq<Finding> findings() {
        return reading(folder).findings();
    }

    /// Saves what is asked for from now on.
    public void save(Config config) {
        StoreFiles.write(folder.resolve(CONFIG), JSON.writeValueAsString(config) + "\n");
    }

    /// Saves what is known.
    void save(Ledger ledger) {
        StoreFiles.write(folder.resolve(LEDGER), LINES.writeValueAsString(ledger) + "\n");
    }

    /// Saves a finding.
    void save(Finding finding) {
        StoreFiles.write(folder.resolve(FINDINGS).resolve(finding.id() + ".json"), text(finding));
    }

    /// {@return a finding as its file holds it}
    public static String text(Finding finding) {
        return JSON.writeValueAsString(finding) + "\n";
    }

    /// {@return the finding in a file}
    /// @throws StoreMistake if it cannot be read, or is no finding
    public static Finding finding(Path file) {
        return value(file, Finding.class, "mend it, or move it away: the others are kept");
    }

    /// {@return the log of observations, to go on with; what it holds of batches that were not saved goes}
    Observations observations(int batch) {
        return Observations.goingOn(folder.resolve(Observations.NAME), batch);
    }

    static JsonNode line(Object observation) {
        return LINES.valueToTree(observation);
    }

    private static <T> T value(Path file, Class<T> type, String remedy) {
        try {
            return JSON.readValue(StoreFiles.read(file, remedy), type);
        } catch (JacksonException damaged) {
            throw new StoreMistake("%s is damaged: %s; %s".formatted(file, damaged.getOriginalMessage().lines().findFirst().orElse("unreadable"), remedy));
        }
    }

    @Override
    public void close() {
        try {
            locked.close();
        } catch (IOException cannot) {
            throw StoreFiles.mistake(folder, "released", cannot, "it is released when the process ends");
        }
    }

    /// A store that is only read.
    ///
    /// @param folder of the store
    public record ReadOnly(Path folder) {
        public Config config() {
            Config config = value(folder.resolve(CONFIG), Config.class, "the findings beside it are kept; move it away and start anew");
            if (config.format() != Config.FORMAT)
                throw new StoreMistake("%s has the format %d, which this version does not read; use the version that wrote it".formatted(folder, config.format()));
            return config;
        }

        public Ledger ledger() {
            Path ledger = folder.resolve(LEDGER);
            return Files.exists(ledger) ? value(ledger, Ledger.class, "remove it: the findings are kept, and the search begins anew") : Ledger.EMPTY;
        }

        /// {@return every finding, by name}
        public Seq<Finding> findings() {
            Path all = folder.resolve(FINDINGS);
            return listed(all, file -> file.toString().endsWith(".json")).map(Store::finding);
        }

        /// {@return the lines of the log that can be read}
        public Seq<JsonNode> observations() {
            return Observations.read(folder.resolve(Observations.NAME));
        }
    }

    /// {@return the files of a folder, by name, but for those that are being written}
    static Seq<Path> listed(Path folder, Predicate<Path> wanted) {
        try (Stream<Path> files = Files.list(folder)) {
            return Vector.ofAll(files.filter(file -> !file.getFileName().toString().startsWith(".")).filter(wanted).toList()).sorted();
        } catch (IOException cannot) {
            throw StoreFiles.mistake(folder, "read", cannot, "mend the permissions");
        }
    }

    /// {@return the folders of stores in a folder, by name}
    public static Seq<Path> all(Path folder) {
        return Files.isDirectory(folder) ? listed(folder, store -> Files.isRegularFile(store.resolve(CONFIG))) : Vector.empty();
    }

    /// {@return a JSON text on one line}
    static String text(JsonNode line) {
        return LINES.writeValueAsString(line);
    }

    static JsonNode parsed(String line) {
        return LINES.readTree(line);
    }
}
