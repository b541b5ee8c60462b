/// The lines that the page on the protocol shows are lines of the protocol.
package vmmref.walls;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Mistake;
import vmmref.vectors.format.Schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ProtocolPageTest {

    private static final Schemas SCHEMAS = Schemas.of(Path.of("vectors"));

    @Test @DisplayName("what the runner sends and what adapters answer in the example follows the schemas")
    void example() throws IOException {
        assertEquals(List.empty(), lines("    > ").flatMap(line -> mistakes(Schemas.Form.REQUEST, line)));
        assertEquals(List.empty(), lines("    < ").flatMap(line -> mistakes(line.contains("\"proto\"") ? Schemas.Form.HELLO : Schemas.Form.ANSWER, line)));
        assertTrue(lines("    > ").size() >= 6 && lines("    < ").size() >= 4);
    }

    private static Seq<String> lines(String start) throws IOException {
        return List.ofAll(Files.readAllLines(Path.of("adapters/PROTOCOL.md"))).filter(line -> line.startsWith(start)).map(line -> line.substring(start.length()));
    }

    private static Seq<String> mistakes(Schemas.Form form, String line) {
        return SCHEMAS.check(form, Json.parse(line)).map(Mistake::text);
    }
}
