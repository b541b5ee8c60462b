package vmmref.model.partition;

/// The lines of a path that are stuck.
///
/// @param high line l is bit l: those stuck at 1
/// @param low  those stuck at 0
public record Lines(long high, long low) {
    public static final Lines SOUND = new Lines(0, 0);

    public Lines stuck(int line, boolean level) {
        long bit = 1L << line;
        return level ? new Lines(high | bit, low & ~bit) : new Lines(high & ~bit, low | bit);
    }

    /// {@return the level at which one that is sent over a line arrives}
    boolean arrives(boolean sent, int line) {
        return (high >>> line & 1) == 1 || sent && (low >>> line & 1) == 0;
    }
}
