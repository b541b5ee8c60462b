/// Every hostile behaviour of the table: the verdict, the message, the exit code, the time, and that nothing is left running.
package vmmref.vectors.run;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class HostileTest {

    private static final int AT_ONCE = 4;

    @TempDir static Path folder;
    static Map<String, Ordeal> ordeals = LinkedHashMap.empty();

    /// Most of them wait for one another's time limits: several run at once.
    @BeforeAll
    static void run() throws Exception {
        Seq<Tuple2<Behaviour, Path>> rows = Behaviour.all().zipWithIndex((behaviour, index) -> Tuple.of(behaviour, Ordeal.prepared(folder.resolve("row" + index))));
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            Seq<Future<Ordeal>> running = rows.map(row -> threads.submit(() -> Ordeal.of(row._1, row._2)));
            for (Future<Ordeal> each : running) ordeals = ordeals.put(each.get().behaviour().toString(), each.get());
        }
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/hostile.tsv"), "behaviour\tverdicts\texit\tmessage\tmilliseconds\tlimit\n" + ordeals.values().map(ordeal -> List.of(
            ordeal.behaviour(), ordeal.verdicts(), ordeal.exit(), ordeal.message(), ordeal.millis(), ordeal.behaviour().limit()).mkString("\t") + "\n").mkString());
    }

    static Stream<Behaviour> behaviours() {
        return Behaviour.all().toJavaStream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("behaviours")
    void hostile(Behaviour behaviour) {
        Ordeal ordeal = ordeals.get(behaviour.toString()).get();
        assertTrue(ordeal.wrong().isEmpty(), () -> ordeal.wrong().get() + "\n" + ordeal);
    }

    @Test @DisplayName("every behaviour has a name of its own")
    void names() {
        assertEquals(Behaviour.all().size(), ordeals.size());
        assertTrue(ordeals.size() >= 150, ordeals::toString);
    }

    @Test @DisplayName("ps shows nothing that was started from here")
    void ps() throws IOException {
        try (Stream<String> processes = new ProcessBuilder("ps", "-e", "-o", "args=").start().inputReader().lines()) {
            assertEquals(List.empty(), List.ofAll(processes.filter(line -> line.contains(folder.toString())).toList()));
        }
    }

    @Test @DisplayName("the page shows what the runner says today")
    void page() throws IOException {
        Path page = Path.of("adapters/hostile.md");
        if (Boolean.getBoolean("vmmref.write")) Files.writeString(page, text());
        Seq<String> written = List.ofAll(Files.readString(page).lines().toList());
        Seq<String> today   = List.ofAll(text().lines().toList());
        assertEquals(today.removeAll(written).mkString("\n"), written.removeAll(today).mkString("\n"), "write it with mvn -B verify -Dvmmref.write=true");
        assertEquals(today.size(), written.size());
    }

    private static String text() {
        return """
            # Hostile adapters

            What `vmmref check` makes of adapters that misbehave. Each row is run by the tests, with shorter time limits than usual: 1500 ms for hello, 800 ms
            for a case, 400 ms for bye. Where nothing else is said, the adapter is asked twelve cases, misbehaves in the fifth, and is right otherwise. No
            process is left behind by any of them.
            """ + chapters().mkString();
    }

    private static Seq<String> chapters() {
        return Behaviour.all().map(Behaviour::chapter).distinct().map(chapter -> "\n## " + chapter + "\n\n| what the adapter does | what the runner says | exit |\n|---|---|---|\n"
            + ordeals.values().filter(ordeal -> ordeal.behaviour().chapter().equals(chapter)).map(ordeal -> ordeal.row() + "\n").mkString());
    }
}
