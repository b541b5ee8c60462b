package vmmref.model.word;

/// At most 16 bytes as a number.
///
/// @param low  bits 63:0
/// @param high the others
public record Image(long low, long high) {
    private static final int WORD = 8;

    /// {@return the bytes in the opposite order}
    ///
    /// @param size how many, more than 8
    public Image reversed(int size) {
        int unused = Byte.SIZE * (2 * WORD - size);
        long first = Long.reverseBytes(high);
        long second = Long.reverseBytes(low);
        return unused == 0 ? new Image(first, second) : new Image(first >>> unused | second << Long.SIZE - unused, second >>> unused);
    }
}
