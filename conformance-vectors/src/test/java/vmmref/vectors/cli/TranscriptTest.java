/// A run of Ski that was recorded once: its adapter reads the memory that Ski left, and the judge says of each vector what it said when Ski was there.
package vmmref.vectors.cli;

import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vmmref.vectors.format.Fields;
import vmmref.vectors.format.Json;

import static org.junit.jupiter.api.Assertions.assertEquals;

@Timeout(120)
class TranscriptTest {
    private static final String MACHINE = "adapters/baremetal/ski.json";
    /// Where a log has the number of the image that wrote it.
    private static final int NUMBER = 16;

    /// Does what Ski does at the end of its commands: it says something, and saves memory.
    private static final String STAND_IN = """
        #!/usr/bin/env python3
        import gzip, pathlib, sys
        here = pathlib.Path(__file__).parent
        sys.stdout.write((here / "said.txt").read_text())
        pathlib.Path("memory.save").write_bytes(gzip.decompress((here / "memory.save.gz").read_bytes()))
        """;

    @TempDir Path folder;

    @Test @DisplayName("each vector has the verdict that it had; a change of the log's layout or of where cases lie means to record again")
    void replayed() throws IOException, InterruptedException {
        Map<String, String> recorded = verdicts(List.of(new String(resource("verdicts.tsv"), StandardCharsets.UTF_8).split("\n")));
        Path images = folder.resolve("images");
        typed(List.of("vectors", "export", "--elf", images.toString(), "--machine", MACHINE).appendAll(recorded.keySet().toList().map(id -> "--id=" + id)));
        Fields image = Json.fields(Files.readString(images.resolve("index.json"))).children("images").single();
        Path dump = dumped(images, image);
        numbered(dump, Long.parseUnsignedLong(image.text("number"), 16));
        Typed judged = typed(List.of("judge", "--log", dump.toString(), "--elf", images.toString(), "--out", folder.resolve("out").toString()));
        assertEquals(recorded, LinkedHashMap.ofEntries(List.ofAll(Files.readAllLines(folder.resolve("out").resolve("results.jsonl"))).map(Json::fields).filter(line -> line.has("id") && line.has("verdict"))
            .map(line -> Tuple.of(line.text("id"), line.text("verdict")))), judged::all);
    }

    private static Typed typed(Seq<String> words) {
        return Typed.command(words.appendAll(List.of("--pack", "vectors")).toJavaArray(String[]::new));
    }

    private static Map<String, String> verdicts(Seq<String> lines) {
        return LinkedHashMap.ofEntries(lines.map(line -> Tuple.of(line.split("\t")[0], line.split("\t")[1])));
    }

    /// {@return the log as the adapter of Ski dumps it}
    private Path dumped(Path images, Fields image) throws IOException, InterruptedException {
        Path ski = Files.writeString(folder.resolve("bski"), STAND_IN);
        ski.toFile().setExecutable(true);
        for (String name : List.of("said.txt", "memory.save.gz")) Files.write(folder.resolve(name), resource(name));
        Path dump = folder.resolve("dump");
        Process process = new ProcessBuilder("python3", "adapters/baremetal/ski.py", "--ski", ski.toString(), "--elf", images.resolve(image.text("elf")).toString(), "--from", image.text("from"), "--to", image.text("to"),
            "--out", dump.toString(), "--until", image.text("done")).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return dump;
    }

    /// The image of today may have other code than the one that was recorded; its cases are the same.
    private static void numbered(Path dump, long number) throws IOException {
        byte[] bytes = Files.readAllBytes(dump);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(NUMBER, number);
        Files.write(dump, bytes);
    }

    private static byte[] resource(String name) {
        try (InputStream stream = TranscriptTest.class.getResourceAsStream("ski/" + name)) {
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
