/// The bulk comparison with objdump.
package vmmref.vectors.adapters;

import io.vavr.collection.List;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vmmref.vectors.run.ShellWords;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@Timeout(120)
class BulkTest {

    private static final Path BINUTILS = Path.of("adapters", "binutils").toAbsolutePath();
    private static final String VMMREF = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"), "vmmref.vectors.cli.Vmmref")
        .map(ShellWords::quote).mkString(" ");

    @TempDir Path folder;

    private record Ran(int exit, String out, String err) { }

    private Ran bulk(String... options) throws IOException, InterruptedException {
        for (String tool : List.of("python3", "ia64-linux-gnu-as", "ia64-linux-gnu-objdump"))
            Assumptions.assumeTrue(List.of(System.getenv("PATH").split(File.pathSeparator)).exists(each -> Files.isExecutable(Path.of(each).resolve(tool))), tool);
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder(List.of("python3", BINUTILS.resolve("bulk.py").toString(), "--vmmref", VMMREF).appendAll(List.of(options)).toJavaList())
            .redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        return new Ran(process.waitFor(), Files.readString(out), Files.readString(err));
    }

    @Test @DisplayName("of some thousands of bundles objdump prints what the tables say, or there is a cause")
    void explained() throws Exception {
        Ran ran = bulk("--count", "6000", "--seed", "17");
        assertEquals(0, ran.exit(), ran::toString);
        assertTrue(ran.out().startsWith("6,000 bundles compared, "), ran::toString);
        assertTrue(ran.out().contains(" differences, 0 unexplained\n") && ran.out().contains("  predicate where none may be: "), ran::toString);
        assertTrue(ran.err().startsWith("[status] 6,000 of 6,000 bundles, "), ran::toString);
    }

    @Test @DisplayName("a difference without a cause is shown, and fails")
    void unexplained() throws Exception {
        Path causes = Files.writeString(folder.resolve("causes.toml"), "[[cause]]\nname = \"none\"\npattern = 'X'\nreason = \"no reason\"\n");
        Ran ran = bulk("--count", "500", "--causes", causes.toString());
        assertEquals(1, ran.exit(), ran::toString);
        assertTrue(ran.out().contains("unexplained: ") && ran.out().contains(", and objdump prints "), ran::toString);
    }

    @Test @DisplayName("what cannot be read or run is said in a line")
    void mistaken() throws Exception {
        Ran absent = bulk("--causes", "absent.toml");
        assertEquals(2, absent.exit(), absent::toString);
        assertTrue(absent.err().startsWith("bulk.py: ") && absent.err().contains("absent.toml"), absent::toString);
        Ran failing = bulk("--count", "10", "--vmmref", "false");
        assertEquals(3, failing.exit(), failing::toString);
        assertEquals(2, bulk("--count", "0").exit());
        assertTrue(bulk("--help").out().contains("examples:\n"));
    }
}
