/// Where a pack is: in a folder, or in a zip file that is read in place.
package vmmref.vectors.format;

import io.vavr.collection.List;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.Arrays;
import java.util.Map;

/// Either may hold the files of a pack themselves, or, as what is released does, below `vectors/` and beside `adapters/`.
public final class PackPlace {

    private static final String BELOW = "vectors";
    private static final String AGAIN = "download or copy it again";
    private static final byte[] START = { 'P', 'K' };

    private PackPlace() { }

    /// {@return the folder of the pack, which may be one within the zip file; the file then stays open until the process ends}
    /// @throws PackDamage if a file is no zip file, was cut off, or holds no pack
    public static Path folder(Path place) {
        if (Files.isDirectory(place)) return folders(place).headOption().getOrElse(place);
        return folders(root(place)).headOption().getOrElse(() -> damage(place, "holds no " + BELOW + "/" + Manifest.FILE, "name a zip file of vectors"));
    }

    /// {@return whether the pack cannot be changed where it is}
    public static boolean isReadOnly(Path folder) {
        return folder.getFileSystem().isReadOnly();
    }

    private static List<Path> folders(Path root) {
        return List.of(root, root.resolve(BELOW)).filter(folder -> Files.isRegularFile(folder.resolve(Manifest.FILE)));
    }

    private static Path root(Path zip) {
        try {
            return FileSystems.newFileSystem(zip, Map.of("accessMode", "readOnly")).getPath("/");
        } catch (ProviderNotFoundException | IOException unreadable) {
            return startsAsZip(zip) ? damage(zip, "is a zip file that was cut off or changed", AGAIN) : damage(zip, "is no zip file", "name a folder or a zip file of vectors");
        }
    }

    private static boolean startsAsZip(Path zip) {
        try (InputStream in = Files.newInputStream(zip)) {
            return Arrays.equals(in.readNBytes(START.length), START);
        } catch (IOException unreadable) {
            return damage(zip, "cannot be read: " + unreadable.getMessage(), "check its permissions");
        }
    }

    private static <T> T damage(Path zip, String problem, String remedy) {
        throw new PackDamage(Finding.of(zip.toString(), problem, remedy));
    }
}
