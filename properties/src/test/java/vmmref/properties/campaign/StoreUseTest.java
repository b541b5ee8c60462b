package vmmref.properties.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.vavr.collection.Vector;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/// A store is made once, and used by one campaign at a time.
class StoreUseTest {
    @TempDir
    private Path above;

    private Path folder() {
        return above.resolve("mine");
    }

    private static String refusal(Executable use) {
        return assertThrows(StoreMistake.class, use).getMessage();
    }

    private void create() {
        Store.create(folder(), Given.tries(100)).close();
    }

    private String inUse() {
        return folder() + " is in use by another campaign; wait until it ends, or name another one with --name";
    }

    @Test
    void whereThereIsNoStoreNoneIsRead() throws IOException {
        String none = " holds no campaign; campaign run makes one, campaign status --all lists those that there are";
        assertEquals(folder() + none, refusal(() -> Store.open(folder())));
        assertEquals(folder() + none, refusal(() -> Store.reading(folder())));
        Files.writeString(folder(), "a file");
        assertEquals(folder() + none, refusal(() -> Store.open(folder())));
        assertEquals(above + none, refusal(() -> Store.open(above)));
    }

    @Test
    void aStoreIsNotMadeTwice() {
        create();
        String twice = folder() + " holds a campaign; go on with it by campaign resume, name another one with --name, or remove the folder";
        assertEquals(twice, refusal(() -> Store.create(folder(), Given.tries(200))));
        try (Store store = Store.open(folder())) {
            assertEquals(100, store.config().tries());
            assertEquals(twice, refusal(() -> Store.create(folder(), Given.tries(200))));
        }
    }

    @Test
    void aNewStoreKnowsNothing() {
        try (Store store = Store.create(folder(), Given.tries(100))) {
            assertEquals(Given.tries(100), store.config());
            assertEquals(new Ledger(0, 0, new java.util.TreeMap<>()), store.ledger());
            assertEquals(Vector.empty(), store.findings());
            store.save(store.config().with(5000, -1));
            assertEquals(5000, Store.reading(folder()).config().millis());
        }
    }

    @Test
    void aFolderCannotStandInAFile() throws IOException {
        Files.writeString(folder(), "a file");
        assertEquals(folder() + " cannot be made: a file stands where the folder should be; name another folder with --store", refusal(() -> Store.create(folder(), Given.tries(1))));
        Path below = folder().resolve("below");
        assertEquals(below + " cannot be made: Not a directory; name another folder with --store", refusal(() -> Store.create(below, Given.tries(1))));
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws IOException {
        Files.createDirectory(folder());
        assertTrue(folder().toFile().setWritable(false));
        assumeFalse(Files.isWritable(folder()), "root may write it");
        assertEquals(folder().resolve("lock") + " cannot be written: permission denied; name another folder with --store, or mend the permissions",
            refusal(() -> Store.create(folder(), Given.tries(1))));
    }

    /// A folder stands where a file should be written.
    @Test
    void aStoreThatCouldNotBeMadeCanBeMadeLater() throws IOException {
        Path inTheWay = Files.createDirectories(folder().resolve(".config.json.part"));
        String message = refusal(() -> Store.create(folder(), Given.tries(1)));
        assertEquals(folder().resolve("config.json") + " cannot be written: Is a directory; make room or mend the permissions, then go on with campaign resume: nothing that was saved is lost", message);
        Files.delete(inTheWay);
        create();
    }

    @Test
    void aStoreThatWasDamagedCanBeOpenedOnceItIsMended() throws IOException {
        create();
        String sound = Files.readString(folder().resolve("ledger.json"));
        Files.writeString(folder().resolve("ledger.json"), "{");
        assertTrue(refusal(() -> Store.open(folder())).startsWith(folder().resolve("ledger.json") + " is damaged: "));
        Files.writeString(folder().resolve("ledger.json"), sound);
        Store.open(folder()).close();
    }

    @Test
    void whatIsUsedHereIsNotOpenedHere() throws IOException {
        try (Store store = Store.create(folder(), Given.tries(100))) {
            assertEquals(inUse(), refusal(() -> Store.open(folder())));
            assertEquals(inUse(), refusal(() -> Store.open(above.resolve("mine/../mine"))).replace("mine/../mine", "mine"));
            Files.createSymbolicLink(above.resolve("link"), folder());
            assertEquals(inUse().replace("mine", "link"), refusal(() -> Store.open(above.resolve("link"))));
            assertEquals(store.config(), Store.reading(folder()).config());
        }
        Store.open(folder()).close();
    }

    /// Trying to open it here once more must not let others in.
    @Test
    void whatIsUsedHereIsNotOpenedElsewhere() throws Exception {
        try (Store store = Store.create(folder(), Given.tries(100))) {
            refusal(() -> Store.open(folder()));
            System.gc();
            Process other = Elsewhere.started(folder(), "open");
            assertEquals(inUse(), other.inputReader(StandardCharsets.UTF_8).readLine());
            assertEquals(0, other.waitFor());
            assertEquals(folder(), store.folder());
        }
    }

    @Test
    void whatIsUsedElsewhereIsNotOpenedHereUntilThatProcessIsKilled() throws Exception {
        create();
        Process other = Elsewhere.started(folder(), "hold");
        try (BufferedReader said = other.inputReader(StandardCharsets.UTF_8)) {
            assertEquals("opened mine", said.readLine());
            assertEquals(inUse(), refusal(() -> Store.open(folder())));
            assertEquals(100, Store.reading(folder()).config().tries());
        } finally {
            other.destroyForcibly().waitFor();
        }
        Store.open(folder()).close();
    }

    @Test
    void storesAreListed() throws IOException {
        assertEquals(Vector.empty(), Store.all(above.resolve("nothing")));
        create();
        Files.createDirectory(above.resolve("other"));
        Files.writeString(above.resolve("file"), "");
        assertEquals(Vector.of(folder()), Store.all(above));
    }
}
