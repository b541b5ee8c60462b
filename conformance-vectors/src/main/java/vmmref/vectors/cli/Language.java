/// A language in which there is a starter adapter.
package vmmref.vectors.cli;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.nio.file.Path;
import java.util.Locale;
import vmmref.vectors.run.ShellWords;

/// `file` is the adapter, `tool` what runs it or, for C, compiles it.
enum Language {
    PYTHON("adapter.py", "python3"),
    C("adapter.c", "cc -O2 -Wall -Wextra -std=c99"),
    JAVA("Adapter.java", "java"),
    JAVASCRIPT("adapter.mjs", "node");

    private final String file;
    private final String tool;

    Language(String file, String tool) {
        this.file = file;
        this.tool = tool;
    }

    /// {@return the files that a copy consists of, each with its place beside the vectors}
    Seq<String> sources() {
        return List.of(folder() + "/" + file, folder() + "/README.md", "PROTOCOL.md");
    }

    /// {@return the two lines to type after it was copied into a folder}
    Seq<String> next(Path copy) {
        String vmmref  = Subject.command();
        String adapter = word(copy.resolve(file));
        String program = word(copy.resolve("adapter"));
        return switch (this) {
            case C -> List.of("%s -o %s %s".formatted(tool, program, adapter), "%s check -i %s".formatted(vmmref, ShellWords.quote(program)));
            case PYTHON, JAVA, JAVASCRIPT -> List.of("adapter doctor", "check").map(command ->
                "%s %s -i %s".formatted(vmmref, command, ShellWords.quote(tool + " " + adapter)));
        };
    }

    private String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String word(Path path) {
        return ShellWords.quote(path.toString());
    }
}
