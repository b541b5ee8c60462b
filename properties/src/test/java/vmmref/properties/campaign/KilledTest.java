package vmmref.properties.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A campaign whose process is killed, again and again, comes to what it would have come to.
class KilledTest {
    private static final int KILLS = 6;
    private static final int PATIENCE = 60_000;

    @TempDir
    private Path folder;

    private static int batch(Path store) {
        return Files.exists(store.resolve("config.json")) ? Store.reading(store).ledger().batch() : -1;
    }

    private static Set<String> found(Path store) {
        return Files.isDirectory(store.resolve("findings")) ? Given.findings(store).keySet().reject(name -> name.startsWith(".")).toSet() : HashSet.empty();
    }

    /// Starts it, and ends it with violence some time after it began another batch, unless it ends before.
    private static void killed(Path store, Random random) throws IOException, InterruptedException {
        int before = batch(store);
        Process process = Elsewhere.started(store, "run");
        try {
            long start = System.nanoTime();
            while (process.isAlive() && batch(store) <= before) {
                assertTrue((System.nanoTime() - start) / 1_000_000 < PATIENCE, "it does not begin");
                TimeUnit.MILLISECONDS.sleep(5);
            }
            TimeUnit.MILLISECONDS.sleep(random.nextInt(120));
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertTrue(batch(store) > before, "it ended by itself, and did nothing");
    }

    @Test
    void nothingIsLost() throws IOException, InterruptedException {
        Path store = folder.resolve("killed");
        Random random = new Random();
        Set<String> found = HashSet.empty();
        int kills = 0;
        while (kills < KILLS) {
            killed(store, random);
            kills += Store.reading(store).ledger().cases() < 20_000 ? 1 : KILLS;
            assertTrue(found(store).containsAll(found), found + " and now " + found(store));
            assertEquals(found(store).size(), Store.reading(store).findings().size());
            found = found(store);
        }
        Closing closing = Elsewhere.run(store, 1);
        Path unbroken = folder.resolve("unbroken");
        Closing expected = Elsewhere.run(unbroken, 1);
        assertEquals("the cases are spent", closing.why());
        assertEquals(20_000, closing.ledger().cases());
        Given.assertSame(expected.ledger(), closing.ledger());
        assertEquals(Given.findings(unbroken), Given.findings(store));
        assertEquals(expected.goals(), closing.goals());
        // One of the four comes up late; kills come earlier.
        assertTrue(found(store).containsAll(found) && found.size() > 2, found.toString());
    }
}
