/// A file is there wholly or not at all.
package vmmref.vectors.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmmref.vectors.run.UsageMistake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class WholeFileTest {

    @Test @DisplayName("while it is written, the older one stands")
    void replaced(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "older");
        WholeFile.write(file, out -> {
            out.write("new");
            out.flush();
            assertEquals("older", Files.readString(file));
        });
        assertEquals("new", Files.readString(file));
    }

    @Test @DisplayName("where the disk becomes full, the older one stays, and nothing is left beside it")
    void full(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "older");
        String said = assertThrows(UsageMistake.class, () -> WholeFile.write(file, out -> {
            out.write("half");
            throw new IOException("No space left on device");
        })).getMessage();
        assertEquals(file + " cannot be written: No space left on device; name another file, or make room", said);
        assertEquals("older", Files.readString(file));
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    @Test @DisplayName("a device is not replaced")
    void device() {
        assertEquals("/dev/null is no ordinary file, and would be replaced; name another file, or make room",
            assertThrows(UsageMistake.class, () -> WholeFile.write(Path.of("/dev/null"), out -> out.write("x"))).getMessage());
    }
}
