package vmmref.model.partition;

/// What a register holds.
public record Word(long bits) {
    public static final Word ZERO = new Word(0);
    public static final Word ONES = new Word(-1);
}
