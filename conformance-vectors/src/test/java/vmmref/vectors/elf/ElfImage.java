/// Executables made byte by byte.
package vmmref.vectors.elf;

import io.vavr.collection.List;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/// An executable with one loaded segment for each text of bundles, at 0x100000, 0x110000 and so on; the header may be spoiled afterwards.
public final class ElfImage {
    public static final long BASE = 0x100000;

    private static final int HEADER  = 64;
    private static final int ENTRIES = 56;
    private static final long APART  = 0x10000;

    private final ByteBuffer bytes;

    private ElfImage(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /// {@return an executable whose segments hold bytes in hexadecimal}
    public static ElfImage of(ByteOrder order, String... segments) {
        int code = HEADER + ENTRIES * segments.length;
        ByteBuffer bytes = ByteBuffer.allocate(code + List.of(segments).map(String::length).sum().intValue() / 2).order(order);
        bytes.putInt(0, 0).put(0, HexFormat.of().parseHex("7f454c4602")).put(5, (byte) (order == ByteOrder.BIG_ENDIAN ? 2 : 1)).put(6, (byte) 1);
        bytes.putShort(16, (short) 2).putShort(18, (short) 50).putInt(20, 1).putLong(24, BASE).putLong(32, HEADER).putInt(48, order == ByteOrder.BIG_ENDIAN ? 0x18 : 0x10);
        bytes.putShort(52, (short) HEADER).putShort(54, (short) ENTRIES).putShort(56, (short) segments.length);
        for (int i = 0; i < segments.length; i++) {
            byte[] segment = HexFormat.of().parseHex(segments[i]);
            int at = HEADER + i * ENTRIES;
            bytes.putInt(at, 1).putInt(at + 4, 7).putLong(at + 8, code).putLong(at + 16, BASE + i * APART).putLong(at + 24, BASE + i * APART).putLong(at + 32, segment.length).putLong(at + 40, segment.length);
            bytes.put(code, segment);
            code += segment.length;
        }
        return new ElfImage(bytes);
    }

    public static ElfImage of(String... segments) {
        return of(ByteOrder.LITTLE_ENDIAN, segments);
    }

    public ElfImage withByte(int at, int value) {
        bytes.put(at, (byte) value);
        return this;
    }

    public ElfImage withShort(int at, int value) {
        bytes.putShort(at, (short) value);
        return this;
    }

    public ElfImage withInt(int at, int value) {
        bytes.putInt(at, value);
        return this;
    }

    public ElfImage withLong(int at, long value) {
        bytes.putLong(at, value);
        return this;
    }

    /// {@return a file that holds the first bytes of it}
    Path cut(Path folder, int length) {
        try {
            return Files.write(folder.resolve("program"), java.util.Arrays.copyOf(bytes.array(), length));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /// {@return a file that holds it}
    public Path in(Path folder) {
        return cut(folder, bytes.limit());
    }
}
