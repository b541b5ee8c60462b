/// What a user is told when a file cannot be written.
package vmmref.vectors.report;

import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import vmmref.vectors.run.UsageMistake;

final class Unwritable {

    private Unwritable() { }

    /// {@return the mistake to throw; `remedy` is an imperative}
    static UsageMistake mistake(Path file, IOException cannot, String remedy) {
        return new UsageMistake("%s cannot be written: %s; %s".formatted(file, reason(cannot), remedy));
    }

    private static String reason(IOException cannot) {
        return switch (cannot) {
            case AccessDeniedException denied      -> "permission denied";
            case FileAlreadyExistsException exists -> "there is a file where the folder should be";
            case NoSuchFileException absent        -> "there is no such folder";
            case FileSystemException system        -> Option.of(system.getReason()).getOrElse(system.getClass().getSimpleName());
            default                                -> String.valueOf(cannot.getMessage());
        };
    }
}
