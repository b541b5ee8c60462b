package vmmref.model.real;

/// Which exponents a result can have: as many as fit into a number of bits, but for the first and the last.
public enum Range {
    SINGLE(8), DOUBLE(11), EXTENDED(15), REGISTER(17);

    private final int highest;

    Range(int bits) {
        this.highest = (1 << bits - 1) - 1;
    }

    int highest() {
        return highest;
    }

    int lowest() {
        return 1 - highest;
    }
}
