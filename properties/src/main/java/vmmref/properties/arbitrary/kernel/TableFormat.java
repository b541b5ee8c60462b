package vmmref.properties.arbitrary.kernel;

/// Which page table the walker of a guest looks at; the kernel's own entries are in pages of its own.
public enum TableFormat {
    /// None: each miss is the kernel's.
    NONE,
    /// The kernel's pages are the linear table of region 1.
    SHORT,
    /// A hashed one, to which the kernel copies what it inserts.
    LONG;

    /// {@return what PTA says of it}
    long pta() {
        return switch (this) {
            case NONE  -> (long) Layout.HASHED_LOG2 << 2;
            case SHORT -> Layout.LINEAR | (long) Layout.HASHED_LOG2 << 2 | 1;
            case LONG  -> Layout.HASHED | (long) Layout.HASHED_LOG2 << 2 | 1L << 8 | 1;
        };
    }

    /// {@return what the region register of a process says}
    long region(int identifier) {
        return (long) identifier << 8 | 12 << 2 | (this == NONE ? 0 : 1);
    }
}
