package vmmref.properties.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;

/// The log of a campaign goes on after its last whole batch, however it was cut off.
class ObservationsTest {
    private static final String WHOLE = "{\"batch\":1,\"cases\":10}\n{\"batch\":1,\"new\":\"\u00e4\"}\n{\"batch\":2,\"cases\":20}\n";

    @TempDir
    private Path folder;

    private Path log() {
        return folder.resolve("observations.jsonl");
    }

    private String goneOn(String before, int batch, Seq<Integer> added) throws IOException {
        Files.writeString(log(), before);
        goOn(batch, added);
        return Files.readString(log());
    }

    private void goOn(int batch, Seq<Integer> added) {
        try (Observations observations = Observations.goingOn(log(), batch)) {
            added.forEach(each -> observations.add(Vector.of(JsonNodeFactory.instance.objectNode().put("batch", each))));
        }
    }

    @Test
    void aLogBeginsEmpty() throws IOException {
        goOn(0, Vector.empty());
        assertEquals("", Files.readString(log()));
        assertEquals(Vector.empty(), Observations.read(log()));
    }

    @Test
    void whereThereIsNoLogNothingIsRead() {
        assertEquals(Vector.empty(), Observations.read(log()));
    }

    @Test
    void aWholeLogGoesOn() throws IOException {
        assertEquals(WHOLE + "{\"batch\":3}\n{\"batch\":4}\n", goneOn(WHOLE, 2, Vector.of(3, 4)));
    }

    @Test
    void halfALineGoes() throws IOException {
        for (String half : new String[] {"{", "{\"batch\":2", "{\"batch\":2,\"new\":\"claus", "{\"batch\":2}{\"batch\":2}", "{\"batch\":2,\"batch\":1}", "2", "null", "\0\0\0", ""}) {
            assertEquals(WHOLE + "{\"batch\":3}\n", goneOn(WHOLE + half, 2, Vector.of(3)), half);
        }
    }

    @Test
    void aLastLineWithoutItsEndIsWhole() throws IOException {
        assertEquals(WHOLE + "{\"batch\":3}\n", goneOn(WHOLE.stripTrailing(), 2, Vector.of(3)));
    }

    /// The second line has a character of two bytes: the log ends between them.
    @Test
    void aLogMayEndWithinACharacter() throws IOException {
        byte[] bytes = WHOLE.getBytes(StandardCharsets.UTF_8);
        Files.write(log(), Arrays.copyOf(bytes, 42));
        goOn(2, Vector.of(3));
        assertEquals("{\"batch\":1,\"cases\":10}\n{\"batch\":3}\n", Files.readString(log()));
    }

    @Test
    void linesOfBatchesThatWereNotSavedGo() throws IOException {
        assertEquals("{\"batch\":1,\"cases\":10}\n{\"batch\":1,\"new\":\"\u00e4\"}\n", goneOn(WHOLE, 1, Vector.empty()));
        assertEquals("{\"batch\":1}\n", goneOn(WHOLE, 0, Vector.of(1)));
    }

    @Test
    void linesThatNameNoBatchGo() throws IOException {
        assertEquals(WHOLE, goneOn("{\"batch\":\"1\"}\n{\"batch\":1.5}\n{}\n[1]\n" + WHOLE, 2, Vector.empty()));
    }
}
