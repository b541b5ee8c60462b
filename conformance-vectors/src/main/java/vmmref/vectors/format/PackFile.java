/// Files of a pack as bytes and text, with what goes wrong told in the pack's own terms.
package vmmref.vectors.format;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipException;

/// Names are relative to the pack's folder, with `/` between their parts.
public final class PackFile {

    private PackFile() { }

    /// {@return the bytes of a file of a pack}
    /// @throws PackDamage if it is missing or unreadable
    public static byte[] bytes(Path pack, String file) {
        try {
            return Files.readAllBytes(pack.resolve(file));
        } catch (NoSuchFileException bad) {
            throw new PackDamage(Finding.of(file, "is missing", Pack.RESTORE));
        } catch (ZipException bad) {
            throw new PackDamage(Finding.of(file, "cannot be unzipped: " + bad.getMessage(), "download or copy the zip file again"));
        } catch (IOException bad) {
            throw new PackDamage(Finding.of(file, "cannot be read: " + bad.getMessage(), "check its permissions"));
        }
    }

    /// {@return a file of a pack as text}
    /// @throws PackDamage if it is missing, unreadable or not UTF-8
    public static String text(Path pack, String file) {
        return decoded(file, bytes(pack, file));
    }

    /// {@return the name of a file within a pack}
    public static String name(Path pack, Path file) {
        return pack.relativize(file).toString().replace('\\', '/');
    }

    /// {@return the lines of a text, each of which has its end}
    static Seq<String> lines(String file, String text) {
        if (text.indexOf('\r') >= 0)
            throw new PackDamage(Finding.of(file, "has line ends of Windows", "check it out with `* text eol=lf` in .gitattributes"));
        List<String> lines = List.of(text.split("\n", -1));
        if (!lines.last().isEmpty())
            throw new PackDamage(Finding.of(file, lines.size(), "is truncated: the last line has no end", Pack.RESTORE));
        return lines.init();
    }

    static String decoded(String file, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException bad) {
            throw new PackDamage(Finding.of(file, "is not UTF-8", Pack.RESTORE));
        }
    }
}
