package vmmref.model.protect;

/// What a reference does with its page. A semaphore reads and writes.
public enum Access {
    READ(0b100), WRITE(0b010), READ_WRITE(0b110), EXECUTE(0b001);

    private final int bits;

    Access(int bits) {
        this.bits = bits;
    }

    public boolean reads() {
        return (bits & 0b100) != 0;
    }

    public boolean writes() {
        return (bits & 0b010) != 0;
    }

    public boolean executes() {
        return (bits & 0b001) != 0;
    }

    /// {@return three bits: reads, writes, executes}
    int bits() {
        return bits;
    }
}
