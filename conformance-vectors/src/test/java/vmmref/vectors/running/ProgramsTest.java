/// Every program runs to the end that was worked out without the model.
package vmmref.vectors.running;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import vmmref.model.profile.Profile;
import vmmref.model.semantics.Semantics;
import vmmref.vectors.elf.ElfFile;
import vmmref.vectors.format.Json;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ProgramsTest {
    private static final Path FOLDER = Path.of("programs");
    private static final long MOST   = 1_000_000;

    static Seq<String> programs() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return Vector.ofAll(folders.filter(Files::isDirectory).map(folder -> folder.getFileName().toString()).sorted().toList());
        }
    }

    @ParameterizedTest(name = "{0}") @MethodSource("programs") @DisplayName("it ends by break.m 0 with these results, after so many instructions")
    void runs(String name) throws IOException {
        Path file = FOLDER.resolve(name).resolve(name + ".hex");
        Semantics semantics = Semantics.architected(Profile.named("itanium2").get());
        Ran ran = new Running(semantics).run(Loading.machine(file, ElfFile.read(file), semantics.profile()), MOST, Watcher.NONE);
        JsonNode expected = Json.parse(Files.readString(FOLDER.resolve(name).resolve("expected.json")));
        assertEquals(Ending.Kind.PASSED, ran.ending().kind(), () -> ran.ending().toString());
        for (int number = 8; number < 12; number++) assertEquals(expected.get("r" + number).asString(), ran.end().general(number).toString(), "r" + number);
        assertEquals(expected.get("instructions").asLong(), ran.instructions());
    }

    @Test @DisplayName("where the assembler is installed, it gives the same bytes")
    void assembled(@TempDir Path folder) throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/ia64-linux-gnu-as")) && Files.isExecutable(Path.of("/usr/bin/ia64-linux-gnu-ld")), "no assembler for IA-64");
        Process build = new ProcessBuilder("sh", "programs/build.sh", folder.toString()).redirectErrorStream(true).start();
        String told = new String(build.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertEquals("", told);
        assertEquals(0, build.waitFor());
        for (String name : programs()) assertEquals(Files.readString(FOLDER.resolve(name).resolve(name + ".hex")), Files.readString(folder.resolve(name + ".hex")), name);
    }
}
