package vmmref.vectors.elf;

import io.vavr.control.Option;
import java.nio.ByteBuffer;

/// A part of an executable that is loaded.
///
/// @param number   which program header describes it, from 0
/// @param virtual  the address at which the program expects it
/// @param physical the address in physical memory at which it is put
/// @param size     its bytes in memory, at least those of `bytes`; the others are 0
/// @param bytes    its bytes in the file
public record Segment(int number, long virtual, long physical, long size, ByteBuffer bytes) {

    /// {@return the physical address of an address that the program knows, if it lies in this segment}
    Option<Long> physical(long address) {
        return Option.when(Long.compareUnsigned(address - virtual, size) < 0, () -> address - virtual + physical);
    }

    boolean overlaps(Segment other) {
        return Long.compareUnsigned(physical, other.end()) < 0 && Long.compareUnsigned(other.physical, end()) < 0;
    }

    /// {@return the first address behind it in physical memory}
    public long end() {
        return physical + size;
    }

    /// {@return number and addresses, as messages have them}
    @Override public String toString() {
        return "segment %d (0x%s to 0x%s)".formatted(number, Long.toHexString(physical), Long.toHexString(end() - 1));
    }
}
