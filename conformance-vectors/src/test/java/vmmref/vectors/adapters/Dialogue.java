/// What an adapter answers to lines, from its start to its end.
package vmmref.vectors.adapters;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import vmmref.vectors.format.Json;

import static org.junit.jupiter.api.Assertions.assertTrue;

record Dialogue(Seq<JsonNode> answers, String stderr, int exit) {

    /// Sends the lines at once, and ends the input.
    static Dialogue of(Seq<String> words, Path folder, Seq<String> lines) throws IOException, InterruptedException {
        Path in  = Files.writeString(folder.resolve("in"), lines.map(line -> line + "\n").mkString());
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process adapter = new ProcessBuilder(words.asJava()).redirectInput(in.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        try {
            assertTrue(adapter.waitFor(60, TimeUnit.SECONDS), "it did not end at the end of its input");
            return new Dialogue(List.ofAll(Files.readAllLines(out)).map(Json::parse), Files.readString(err), adapter.exitValue());
        } finally {
            adapter.destroyForcibly();
        }
    }

    /// {@return the answer to each line, which is sent after the answer before it came}
    static Seq<String> oneByOne(Seq<String> words, Seq<String> lines) throws IOException {
        Process adapter = new ProcessBuilder(words.asJava()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (OutputStream in = adapter.getOutputStream(); BufferedReader out = adapter.inputReader(StandardCharsets.UTF_8)) {
            Seq<String> answers = List.empty();
            for (String line : lines) {
                in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                in.flush();
                answers = answers.append(out.readLine());
            }
            return answers;
        } finally {
            adapter.destroyForcibly();
        }
    }
}
