/// What a child started in its last moment is ended too.
package vmmref.vectors.run;

import io.vavr.collection.List;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class OffspringTest {

    private static final int    TRIES = 200;
    private static final String NAP   = "sleep 71.4";

    /// Who is being executed has no environment for a moment, so that it cannot be known by it.
    @Test @DisplayName("a process that is still being executed when its parent has gone")
    void executing() throws IOException {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Offspring.of(java.util.List.of("sh", "-c", NAP + " &")).end(400);
            assertEquals(List.empty(), napping(), "in attempt " + attempt);
        }
    }

    private static List<String> napping() throws IOException {
        try (Stream<String> processes = new ProcessBuilder("ps", "-e", "-o", "args=").start().inputReader().lines()) {
            return List.ofAll(processes.filter(NAP::equals).toList());
        }
    }
}
