/// Zip files for tests.
package vmmref.vectors.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

final class Zipped {

    private Zipped() { }

    /// Zips what a folder holds, each name preceded by `prefix`.
    static Path folder(Path folder, String prefix, Path zip) {
        try (OutputStream file = Files.newOutputStream(zip); ZipOutputStream out = new ZipOutputStream(file); Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new ZipEntry(prefix + folder.relativize(each).toString().replace('\\', '/')));
                out.write(Files.readAllBytes(each));
                out.closeEntry();
            }
            return zip;
        } catch (IOException bad) {
            throw new UncheckedIOException(bad);
        }
    }
}
