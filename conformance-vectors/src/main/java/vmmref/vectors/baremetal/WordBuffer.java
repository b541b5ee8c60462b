package vmmref.vectors.baremetal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Little-endian words of 64 bits that grow as they are written.
final class WordBuffer {
    private ByteBuffer bytes = ByteBuffer.allocate(1 << 12).order(ByteOrder.LITTLE_ENDIAN);
    private int size;

    /// Writes a word at a number of bytes from the start.
    void put(int at, long word) {
        while (at + 8 > bytes.capacity()) bytes = ByteBuffer.allocate(2 * bytes.capacity()).order(ByteOrder.LITTLE_ENDIAN).put(bytes.array());
        bytes.putLong(at, word);
        size = Math.max(size, at + 8);
    }

    int size() {
        return size;
    }

    /// {@return what was written, and zeros up to a multiple of a number of bytes}
    byte[] bytes(int alignment) {
        return Arrays.copyOf(bytes.array(), (size + alignment - 1) / alignment * alignment);
    }
}
