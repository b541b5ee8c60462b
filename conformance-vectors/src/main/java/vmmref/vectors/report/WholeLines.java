/// A file that lines are added to, and that never ends within one.
package vmmref.vectors.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

/// A line is with the system when it was added. One that does not fit is taken away again, as far as that is possible: a pipe keeps what it got.
final class WholeLines implements AutoCloseable {

    private final SeekableByteChannel file;
    private long whole;

    /// The first `whole` bytes are whole lines.
    WholeLines(SeekableByteChannel file, long whole) {
        this.file  = file;
        this.whole = whole;
    }

    /// Starts a file; what it held before is gone.
    static WholeLines in(Path path) throws IOException {
        return new WholeLines(Files.newByteChannel(path, CREATE, TRUNCATE_EXISTING, WRITE), 0);
    }

    /// Goes on with a file. A last line that was cut off goes.
    static WholeLines goingOn(Path path) throws IOException {
        SeekableByteChannel file = Files.newByteChannel(path, READ, WRITE);
        long whole = end(Files.readAllBytes(path));
        file.truncate(whole).position(whole);
        return new WholeLines(file, whole);
    }

    void add(String line) throws IOException {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(line + "\n");
        int length = bytes.remaining();
        try {
            while (bytes.hasRemaining()) file.write(bytes);
            whole += length;
        } catch (IOException cannot) {
            cutBack(cannot);
            throw cannot;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void cutBack(IOException cause) {
        try {
            file.truncate(whole).position(whole);
        } catch (IOException pipe) {
            cause.addSuppressed(pipe);
        }
    }

    private static long end(byte[] bytes) {
        int whole = bytes.length;
        while (whole > 0 && bytes[whole - 1] != '\n') whole--;
        return whole;
    }
}
