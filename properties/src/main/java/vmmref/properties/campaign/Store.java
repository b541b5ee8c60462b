package vmmref.properties.campaign;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The folder of a campaign: `config.json`, `ledger.json`, `observations.jsonl`, and a file for each finding.
///
/// The ledger is replaced after each batch. A finding is written when it is seen. So a process that is killed loses the batch in flight and no finding.
public final class Store implements AutoCloseable {
    private static final String CONFIG = "config.json";
    private static final String LEDGER = "ledger.json";
    private static final String FINDINGS = "findings";

    private final Path folder;
    private final StoreLock lock;

    private Store(Path folder, StoreLock lock) {
        this.folder = folder;
        this.lock   = lock;
    }

    /// {@return a new store; nobody else can open it until it is closed}
    /// @throws StoreMistake if there is one already, or it cannot be made
    public static Store create(Path folder, Config config) {
        refuse(folder);
        StoreFiles.folder(folder);
        return locked(folder, store -> {
            refuse(folder);
            store.save(Ledger.EMPTY);
            store.save(config);
        });
    }

    private static void refuse(Path folder) {
        if (Files.exists(folder.resolve(CONFIG)))
            throw new StoreMistake("%s holds a campaign; go on with it by campaign resume, name another one with --name, or remove the folder".formatted(folder));
    }

    /// {@return a store to go on with; nobody else can open it until it is closed}
    /// @throws StoreMistake if there is none, it is damaged, or it is in use
    public static Store open(Path folder) {
        return locked(reading(folder).folder, store -> {
            store.config();
            store.ledger();
        });
    }

    private static Store locked(Path folder, Consumer<Store> beginning) {
        Store store = new Store(folder, StoreLock.of(folder));
        try {
            StoreFiles.folder(folder.resolve(FINDINGS));
            beginning.accept(store);
            return store;
        } catch (RuntimeException cannot) {
            store.close();
            throw cannot;
        }
    }

    /// {@return a store to look at, whoever uses it}
    /// @throws StoreMistake if there is none
    public static ReadOnly reading(Path folder) {
        if (!Files.isRegularFile(folder.resolve(CONFIG)))
            throw new StoreMistake("%s holds no campaign; campaign run makes one, campaign status --all lists those that there are".formatted(folder));
        return new ReadOnly(folder);
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
        StoreFiles.write(folder.resolve(CONFIG), StoreJson.page(config));
    }

    /// Saves what is known.
    void save(Ledger ledger) {
        StoreFiles.write(folder.resolve(LEDGER), StoreJson.line(ledger));
    }

    /// Saves a finding.
    void save(Finding finding) {
        StoreFiles.write(file(finding), text(finding));
    }

    /// Forgets a finding.
    void remove(Finding finding) {
        StoreFiles.remove(file(finding));
    }

    private Path file(Finding finding) {
        return folder.resolve(FINDINGS).resolve(finding.id() + ".json");
    }

    /// {@return a finding as its file holds it}
    public static String text(Finding finding) {
        return StoreJson.page(finding);
    }

    /// {@return the finding in a file}
    /// @throws StoreMistake if it cannot be read, or is no finding
    public static Finding finding(Path file) {
        String remedy = "mend it, or move it away: the others are kept";
        return value(file, StoreFiles.read(file, remedy), Finding.class, Finding::fault, remedy);
    }

    /// {@return the log of observations, to go on with; what it holds of batches that were not saved goes}
    Observations observations(int batch) {
        return Observations.goingOn(folder.resolve(Observations.NAME), batch);
    }

    private static <T> T value(Path file, String text, Class<T> type, Function<T, Option<String>> fault, String remedy) {
        return StoreJson.value(text, type).flatMap(value -> fault.apply(value).toEither(value).swap()).getOrElseThrow(wrong -> StoreFiles.damaged(file, wrong, remedy));
    }

    @Override
    public void close() {
        lock.close();
    }

    /// A store that is only read.
    ///
    /// @param folder of the store
    public record ReadOnly(Path folder) {
        public Config config() {
            String remedy = "the findings beside it are kept; move it away and start anew";
            String text = StoreFiles.read(folder.resolve(CONFIG), remedy);
            int format = StoreJson.format(text).getOrElse(Config.FORMAT);
            if (format != Config.FORMAT)
                throw new StoreMistake("%s has the format %d, which this version does not read; use the version that wrote it".formatted(folder, format));
            return value(folder.resolve(CONFIG), text, Config.class, Config::fault, remedy);
        }

        public Ledger ledger() {
            String remedy = "remove it: the findings are kept, and the search begins anew";
            Path ledger = folder.resolve(LEDGER);
            return Files.exists(ledger) ? value(ledger, StoreFiles.read(ledger, remedy), Ledger.class, sound -> Option.none(), remedy) : Ledger.EMPTY;
        }

        /// {@return every finding, by name}
        public Seq<Finding> findings() {
            Path all = folder.resolve(FINDINGS);
            return Files.isDirectory(all) ? listed(all, file -> file.toString().endsWith(".json")).flatMap(ReadOnly::present) : Vector.empty();
        }

        /// A campaign that is running may take a finding back.
        private static Option<Finding> present(Path file) {
            try {
                return Option.some(finding(file));
            } catch (StoreMistake mistake) {
                if (Files.exists(file)) throw mistake;
                return Option.none();
            }
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
}
