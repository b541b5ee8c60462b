/// Files that the user names.
package vmmref.vectors.run;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// What goes wrong is told by the file's name and what to do.
public final class UserFile {

    private UserFile() { }

    /// Reads a file somehow.
    private interface Reading<T> {
        T of(Path file) throws IOException;
    }

    /// {@return the text of a file}
    /// @param absent what to do if there is no such file, in the imperative or as a fact
    /// @throws UsageMistake if it is not there, cannot be read, or is no text
    public static String text(Path file, String absent) {
        return read(file, absent, Files::readString);
    }

    /// {@return the bytes of a file}
    /// @param absent what to do if there is no such file, in the imperative or as a fact
    /// @throws UsageMistake if it is not there, or cannot be read
    public static byte[] bytes(Path file, String absent) {
        return read(file, absent, Files::readAllBytes);
    }

    private static <T> T read(Path file, String absent, Reading<T> reading) {
        try {
            return reading.of(file);
        } catch (NoSuchFileException missing) {
            throw new UsageMistake(file + ": there is no such file; " + absent);
        } catch (CharacterCodingException bytes) {
            throw new UsageMistake(file + ": is no text in UTF-8; save it as UTF-8");
        } catch (AccessDeniedException denied) {
            throw new UsageMistake(file + ": cannot be read: permission denied");
        } catch (IOException unreadable) {
            throw new UsageMistake(file + ": cannot be read: " + unreadable.getMessage());
        }
    }
}
