package vmmref.properties.arbitrary;

/// A word from which choices are drawn, one after another. The word 0 draws the first of everything.
final class Lot {
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    private final long word;
    private long left;

    Lot(long word) {
        this.word = word;
        this.left = word;
    }

    /// {@return a number below a bound, 1 to 256}
    int below(int bound) {
        int drawn = (int) ((left >>> 56) * bound >>> 8);
        left = Long.rotateLeft(left, 8) * 0x100000001b3L;
        return drawn;
    }

    /// {@return whether something happens that happens in so many of 256 cases; not with the word 0}
    boolean happens(int cases) {
        return below(256) >= 256 - cases;
    }

    <T> T of(T[] values) {
        return values[below(values.length)];
    }

    /// {@return a word whose bits are anything}
    long bits() {
        return word * SPREAD;
    }
}
