package vmmref.properties.campaign;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The right to write a store, which one campaign has. It goes with the process, however that ends.
final class StoreLock implements AutoCloseable {
    /// Where a process closes any channel to a file, all its locks of the file go: those that are held here must not be tried again.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private StoreLock(Path folder, FileChannel channel) {
        this.folder  = folder;
        this.channel = channel;
    }

    /// @throws StoreMistake if another campaign has it
    static StoreLock of(Path folder) {
        Path file = folder.resolve("lock");
        try {
            Path real = folder.toRealPath();
            if (!HELD.add(real)) throw inUse(folder);
            try {
                return new StoreLock(real, locked(file, folder));
            } catch (IOException | RuntimeException not) {
                HELD.remove(real);
                throw not;
            }
        } catch (IOException cannot) {
            throw StoreFiles.mistake(file, "written", cannot, "name another folder with --store, or mend the permissions");
        }
    }

    private static FileChannel locked(Path file, Path folder) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) return channel;
        } catch (IOException | OverlappingFileLockException not) {
            channel.close();
            throw not;
        }
        channel.close();
        throw inUse(folder);
    }

    private static StoreMistake inUse(Path folder) {
        return new StoreMistake("%s is in use by another campaign; wait until it ends, or name another one with --name".formatted(folder));
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException cannot) {
            throw StoreFiles.mistake(folder, "released", cannot, "it is released when the process ends");
        } finally {
            HELD.remove(folder);
        }
    }
}
