package vmmref.properties.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;

/// Where the disk is full the file is named, what was saved stays, and what was found is told. What is written goes through a link to /dev/full, which takes nothing.
class FullDiskTest {
    private static final Path FULL = Path.of("/dev/full");
    private static final String REASON = " cannot be written: No space left on device; make room or mend the permissions, then go on with campaign resume: nothing that was saved is lost";

    @TempDir
    private Path folder;

    private final List<Path> links = new ArrayList<>();

    /// JUnit warns of those that are left.
    @AfterEach
    void noLinkIsLeft() throws IOException {
        for (Path link : links) Files.deleteIfExists(link);
    }

    @BeforeEach
    void needsAFullDevice() {
        assumeTrue(Files.exists(FULL));
    }

    private void fill(String file) {
        try {
            Path path = folder.resolve(file);
            links.add(Files.createSymbolicLink(path.resolveSibling("." + path.getFileName() + ".part"), FULL));
        } catch (IOException cannot) {
            throw new AssertionError(cannot);
        }
    }

    private void makeRoom(String file) throws IOException {
        Path path = folder.resolve(file);
        Files.delete(path.resolveSibling("." + path.getFileName() + ".part"));
    }

    private void assertFull(String file, Executable writing) {
        assertEquals(folder.resolve(file) + REASON, assertThrows(StoreMistake.class, writing).getMessage());
    }

    private Closing run(Store store, Seq<Law> laws, Listener listener) {
        return Campaign.of(store, Given.reference(), laws, 2, listener).run(Vector.empty());
    }

    @Test
    void aStoreIsNotMadeByHalf() throws IOException {
        fill("config.json");
        assertFull("config.json", () -> Store.create(folder, Given.tries(1)));
        makeRoom("config.json");
        Store.create(folder, Given.tries(1)).close();
    }

    @Test
    void aLedgerThatCannotBeWrittenLeavesTheOneBefore() throws IOException {
        Seq<Law> laws = Given.laws("harmless", "four");
        List<Ledger> saved = new ArrayList<>();
        try (Store store = Store.create(folder, Given.tries(2000))) {
            assertFull("ledger.json", () -> run(store, laws, new Listener() {
                @Override public void saved(Ledger ledger) {
                    saved.add(ledger);
                    if (ledger.batch() == 2) fill("ledger.json");
                }
            }));
            assertEquals(saved.getLast(), store.ledger());
            assertEquals(2, store.ledger().batch());
        }
        makeRoom("ledger.json");
        try (Store store = Store.open(folder)) {
            assertEquals("the cases are spent", run(store, laws, Listener.SILENT).why());
            assertEquals(2000, store.ledger().cases());
        }
    }

    @Test
    void aFindingThatCannotBeStoredIsTold() throws IOException {
        Files.createDirectories(folder.resolve("findings"));
        fill("findings/MadeUp.small-a796d3f9.json");
        List<String> told = new ArrayList<>();
        try (Store store = Store.create(folder, Given.tries(2000))) {
            assertFull("findings/MadeUp.small-a796d3f9.json", () -> run(store, Given.laws("harmless", "small"), new Listener() {
                @Override public void unstored(Finding finding) {
                    told.add(finding.id() + " " + finding.arguments().path("number").asInt() + " " + finding.message());
                }

                @Override public void found(Finding finding) {
                    told.add("found " + finding.id());
                }
            }));
            assertEquals(List.of("MadeUp.small-a796d3f9 1000000 1000000 is too large"), told);
            assertEquals(Ledger.EMPTY, store.ledger());
            assertEquals(Vector.empty(), store.findings());
        }
    }

    @Test
    void aSmallerCaseThatCannotBeStoredLeavesTheOneThatWasFound() throws IOException {
        try (Store store = Store.create(folder, Given.tries(2000))) {
            assertFull("findings/MadeUp.small-a796d3f9.json", () -> run(store, Given.laws("small"), new Listener() {
                @Override public void phase(Phase phase) {
                    if (phase == Phase.EXPLAIN) fill("findings/MadeUp.small-a796d3f9.json");
                }
            }));
            assertEquals(-1, store.findings().single().tries());
            assertEquals("{\"number\":1000000,\"irrelevant\":false}", store.findings().single().arguments().toString());
        }
    }

    @Test
    void aLogThatCannotBeWrittenIsNamed() throws IOException {
        Path log = folder.resolve("observations.jsonl");
        Files.writeString(log, "{\"batch\":1}\n");
        fill("observations.jsonl");
        assertFull("observations.jsonl", () -> Observations.goingOn(log, 1));
        assertEquals("{\"batch\":1}\n", Files.readString(log));
        try (Observations full = new Observations(log, FileChannel.open(FULL, StandardOpenOption.WRITE))) {
            assertEquals(log + " cannot be written: No space left on device; make room, then go on with campaign resume: nothing that was saved is lost",
                assertThrows(StoreMistake.class, () -> full.add(Vector.of(JsonNodeFactory.instance.objectNode().put("batch", 2)))).getMessage());
        }
    }
}
