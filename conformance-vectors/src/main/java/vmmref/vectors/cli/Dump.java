/// Memory that is written into a file.
package vmmref.vectors.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PhysicalAddress;
import vmmref.vectors.run.UsageMistake;

/// @param from the address of its first byte
/// @param size how many bytes
record Dump(long from, int size, Path file) {
    private static final Pattern RANGE = Pattern.compile("(?:0x)?([0-9a-f]{1,15}):(?:0x)?([0-9a-f]{1,15})");
    private static final int WORD = 8;
    private static final long MOST = 1L << 30;

    /// {@return what a range and the name of a file ask for}
    /// @throws UsageMistake if the range is none
    static Dump of(List<String> words) {
        Matcher range = RANGE.matcher(words.get(0));
        if (!range.matches()) throw new UsageMistake("--dump %s is no range of addresses: write FROM:TO in hexadecimal, such as a000000:a001000".formatted(words.get(0)));
        long from = Long.parseLong(range.group(1), 16);
        long to   = Long.parseLong(range.group(2), 16);
        if (from % WORD != 0 || to % WORD != 0 || to <= from || to - from > MOST) throw new UsageMistake("--dump %s: write multiples of 8, the second greater by 1 GB at most".formatted(words.get(0)));
        return new Dump(from, (int) (to - from), Path.of(words.get(1)));
    }

    /// @throws UsageMistake if the file cannot be written
    void write(Memory memory) {
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < size; at += WORD) bytes.putLong(at, memory.read(new PhysicalAddress(from + at), WORD));
        try {
            Files.write(file, bytes.array());
        } catch (IOException cannot) {
            throw new UsageMistake("%s cannot be written: %s; name another file".formatted(file, cannot.getMessage()));
        }
    }
}
