/// The words of a command, before anything is started: is there such a program, and may it be run?
package vmmref.vectors.doctor;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import vmmref.vectors.run.ShellWords;

/// A program is found as the system finds it: by its path if it has a `/`, on PATH otherwise.
record Program(Seq<String> words, Seq<Path> searched) {

    private static final String RESPECT = "program";
    private static final int    SHEBANG = 256;

    static Program of(Seq<String> words) {
        return new Program(words, List.of(Option.of(System.getenv("PATH")).getOrElse("").split(File.pathSeparator)).map(Path::of));
    }

    Diagnosis examined() {
        String name = words.head();
        boolean path = name.contains("/") || name.contains(File.separator);
        return (path ? Option.of(Path.of(name)) : onPath(name)).map(this::file).getOrElse(() -> notOnPath(name));
    }

    private Diagnosis notOnPath(String name) {
        return Diagnosis.wrong(RESPECT, "%s is on no folder of PATH".formatted(ShellWords.quote(name)),
            Files.exists(Path.of(name)) ? "write ./%s: the folder in which you are is not searched".formatted(name) : "install it, or write its path");
    }

    private Diagnosis file(Path file) {
        if (!Files.exists(file))
            return Diagnosis.wrong(RESPECT, "%s is not there".formatted(file), "compile it, or write another path; this one begins in %s".formatted(Path.of("").toAbsolutePath()));
        if (Files.isDirectory(file))
            return Diagnosis.wrong(RESPECT, "%s is a folder".formatted(file), "name the program in it");
        String first = firstLine(file);
        if (!Files.isExecutable(file))
            return Diagnosis.wrong(RESPECT, "%s is not executable".formatted(file), "type chmod +x %s%s".formatted(file,
                first.startsWith("#!") ? "" : ", or name the interpreter before it, as in -i 'python3 %s'".formatted(file)));
        return first.startsWith("#!") ? script(file, first) : arguments(file);
    }

    private Diagnosis script(Path file, String first) {
        if (first.endsWith("\r"))
            return Diagnosis.wrong(RESPECT, "the first line of %s ends as lines of Windows do, and no interpreter has such a name".formatted(file), "save the file with line ends of Unix");
        Seq<String> interpreter = List.of(first.substring(2).strip().split("\\s+"));
        if (!Files.isExecutable(Path.of(interpreter.head())))
            return Diagnosis.wrong(RESPECT, "%s asks in its first line for %s, which is not there".formatted(file, interpreter.head()), "correct that line, or name the interpreter before the file");
        Option<String> sought = interpreter.tail().headOption().filter(word -> interpreter.head().endsWith("/env") && !word.startsWith("-"));
        if (sought.exists(word -> onPath(word).isEmpty()))
            return Diagnosis.wrong(RESPECT, "%s asks in its first line for %s, which is on no folder of PATH".formatted(file, sought.get()), "install it, or correct that line");
        return arguments(file);
    }

    /// A word that looks like a file of source text, and is none, explains why an interpreter ends at once.
    private Diagnosis arguments(Path file) {
        return words.tail().find(word -> word.matches("[^-].*\\.(py|js|mjs|java|jar|sh|rb|pl)") && !Files.exists(Path.of(word)))
            .map(word -> Diagnosis.wrong(RESPECT, "%s is not there".formatted(word), "write another path; this one begins in %s".formatted(Path.of("").toAbsolutePath())))
            .getOrElse(() -> Diagnosis.ok(RESPECT, "%s can be run".formatted(file)));
    }

    private Option<Path> onPath(String name) {
        return searched.map(folder -> folder.resolve(name)).find(file -> Files.isRegularFile(file) && Files.isExecutable(file));
    }

    private static String firstLine(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(SHEBANG), StandardCharsets.ISO_8859_1).split("\n", 2)[0];
        } catch (IOException unreadable) {
            return "";
        }
    }
}
