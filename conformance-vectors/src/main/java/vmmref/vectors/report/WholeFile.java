/// A file that is there wholly or not at all.
package vmmref.vectors.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import vmmref.vectors.run.UsageMistake;

/// It is written beside its place, under a name that begins with a dot, and moved there when it is complete; what stood there before is replaced then.
public final class WholeFile {

    private static final String REMEDY = "name another file, or make room";

    /// What goes into a file.
    @FunctionalInterface
    public interface Content {
        void to(Writer out) throws IOException;
    }

    private WholeFile() { }

    /// Writes a file.
    /// @throws UsageMistake if that cannot be done; nothing has changed then
    public static void write(Path file, Content content) {
        write(file, REMEDY, content);
    }

    /// Writes a file; `remedy` is what to do where that cannot be done, as an imperative.
    static void write(Path file, String remedy, Content content) {
        if (Files.exists(file) && !Files.isRegularFile(file))
            throw new UsageMistake("%s is no ordinary file, and would be replaced; %s".formatted(file, remedy));
        Path beside = file.resolveSibling(".%s.%d.part".formatted(file.getFileName(), ProcessHandle.current().pid()));
        try {
            try (Writer out = Files.newBufferedWriter(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                content.to(out);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException cannot) {
            throw Unwritable.mistake(file, cannot, remedy);
        } finally {
            remove(beside);
        }
    }

    private static void remove(Path beside) {
        try {
            Files.deleteIfExists(beside);
        } catch (IOException cannot) {
            throw Unwritable.mistake(beside, cannot, "remove it by hand");
        }
    }
}
