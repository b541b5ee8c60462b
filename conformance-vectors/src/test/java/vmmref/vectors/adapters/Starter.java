/// A starter adapter, and the tool of its language.
package vmmref.vectors.adapters;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.spi.ToolProvider;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// Each is started as its README says, Java by the one that runs the tests; `compiled` starts sooner, where that makes a difference.
enum Starter {
    PYTHON("python3", "python/adapter.py"),
    C("cc", "c/adapter.c"),
    JAVA(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "java/Adapter.java"),
    JAVASCRIPT("node", "javascript/adapter.mjs");

    private final String tool;
    private final String source;

    Starter(String tool, String file) {
        this.tool   = tool;
        this.source = Path.of("adapters", file).toAbsolutePath().toString();
    }

    String tool() {
        return tool;
    }

    boolean present() {
        return List.of(System.getenv("PATH").split(File.pathSeparator)).exists(folder -> Files.isExecutable(Path.of(folder).resolve(tool)));
    }

    /// {@return the words that start it; a program is compiled into a folder}
    Seq<String> words(Path folder) throws IOException, InterruptedException {
        return this == C ? program(folder) : List.of(tool, source);
    }

    /// {@return the words that start it soonest}
    Seq<String> compiled(Path folder) throws IOException, InterruptedException {
        return this == JAVA ? classes(folder) : words(folder);
    }

    /// As the first lines of adapter.c say, and without a warning.
    private Seq<String> program(Path folder) throws IOException, InterruptedException {
        Path program = folder.resolve("adapter");
        Process compiler = new ProcessBuilder(tool, "-O2", "-Wall", "-Wextra", "-std=c99", "-o", program.toString(), source).redirectErrorStream(true).start();
        String said = new String(compiler.getInputStream().readAllBytes());
        assertEquals(0, compiler.waitFor(), said);
        assertEquals("", said);
        return List.of(program.toString());
    }

    /// For the oldest Java that the README promises.
    private Seq<String> classes(Path folder) {
        assertEquals(0, ToolProvider.findFirst("javac").orElseThrow().run(System.out, System.err, "--release", "17", "-Xlint:all", "-Werror", "-d", folder.toString(), source));
        return List.of(tool, "-cp", folder.toString(), "Adapter");
    }
}
