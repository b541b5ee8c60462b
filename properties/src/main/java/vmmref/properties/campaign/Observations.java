package vmmref.properties.campaign;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The log of a campaign, JSON Lines: what each batch came to, and each behaviour when it was new. Every line has the number of its batch.
final class Observations implements AutoCloseable {
    static final String NAME = "observations.jsonl";

    private static final String REMEDY = "make room, then go on with campaign resume: nothing that was saved is lost";

    private final Path path;
    private final FileChannel file;

    Observations(Path path, FileChannel file) {
        this.path = path;
        this.file = file;
    }

    /// {@return the log, without lines that are cut off or of later batches}
    static Observations goingOn(Path path, int batch) {
        Seq<JsonNode> kept = Files.exists(path) ? read(path).filter(line -> line.path("batch").isInt() && line.path("batch").intValue() <= batch) : Vector.empty();
        StoreFiles.write(path, kept.map(StoreJson::line).mkString());
        try {
            return new Observations(path, FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.APPEND));
        } catch (IOException cannot) {
            throw StoreFiles.mistake(path, "written", cannot, REMEDY);
        }
    }

    /// {@return the lines that can be read}
    static Seq<JsonNode> read(Path path) {
        if (!Files.exists(path)) return Vector.empty();
        return StoreFiles.lines(path, REMEDY).flatMap(Observations::line);
    }

    private static Seq<JsonNode> line(String text) {
        try {
            JsonNode line = StoreJson.parsed(text);
            return line.isObject() ? Vector.of(line) : Vector.empty();
        } catch (JacksonException cutOff) {
            return Vector.empty();
        }
    }

    /// Adds lines, all of them or, on a full disk, an end that the next reader leaves out.
    void add(Seq<JsonNode> lines) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(lines.map(StoreJson::line).mkString());
        try {
            while (bytes.hasRemaining()) file.write(bytes);
        } catch (IOException cannot) {
            throw StoreFiles.mistake(path, "written", cannot, REMEDY);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException cannot) {
            throw StoreFiles.mistake(path, "closed", cannot, REMEDY);
        }
    }
}
