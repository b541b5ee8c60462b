package vmmref.properties.campaign;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Files of a store, each of which is there wholly or not at all.
final class StoreFiles {
    private static final String ROOM = "make room or mend the permissions, then go on with campaign resume: nothing that was saved is lost";

    private StoreFiles() { }

    /// Replaces a file. It is written beside its place, forced to the device, and moved there.
    static Path write(Path file, String text) {
        Path beside = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
                while (bytes.hasRemaining()) channel.write(bytes);
                channel.force(true);
            }
            return Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException cannot) {
            throw mistake(file, "written", cannot, ROOM);
        }
    }

    static String read(Path file, String remedy) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException other) {
            throw damaged(file, "it is not UTF-8", remedy);
        } catch (IOException cannot) {
            throw mistake(file, "read", cannot, remedy);
        }
    }

    /// {@return the lines of a file, which may end within a character}
    static Seq<String> lines(Path file, String remedy) {
        try {
            return Vector.ofAll(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList());
        } catch (IOException cannot) {
            throw mistake(file, "read", cannot, remedy);
        }
    }

    static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException cannot) {
            throw mistake(file, "removed", cannot, "mend the permissions, then go on with campaign resume: nothing that was saved is lost");
        }
    }

    static Path folder(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException cannot) {
            throw mistake(folder, "made", cannot, "name another folder with --store");
        }
    }

    static StoreMistake damaged(Path file, String wrong, String remedy) {
        return new StoreMistake("%s is damaged: %s; %s".formatted(file, wrong, remedy));
    }

    static StoreMistake mistake(Path file, String done, IOException cannot, String remedy) {
        return new StoreMistake("%s cannot be %s: %s; %s".formatted(file, done, reason(cannot), remedy));
    }

    private static String reason(IOException cannot) {
        return switch (cannot) {
            case AccessDeniedException denied      -> "permission denied";
            case FileAlreadyExistsException exists -> "a file stands where the folder should be";
            case NoSuchFileException absent        -> "there is no such file";
            case FileSystemException system        -> String.valueOf(system.getReason());
            default                                -> String.valueOf(cannot.getMessage());
        };
    }
}
