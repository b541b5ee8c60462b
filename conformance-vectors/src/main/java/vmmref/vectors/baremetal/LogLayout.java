package vmmref.vectors.baremetal;

/// The head of a log, in bytes from its start; entries follow, one a case, each laid out as [Block] says.
final class LogLayout {
    /// The eight characters `VMMRFLOG`.
    static final int MAGIC = 0;
    static final int VERSION = 8;
    /// The image that writes the log.
    static final int IMAGE = 16;
    /// How many cases the image has.
    static final int CASES = 24;
    /// How many of them are over.
    static final int FINISHED = 32;
    /// [#END_MARK] when the image has finished.
    static final int END = 40;
    static final int HEAD = 512;

    static final long MAGIC_WORD = 0x474f4c46524d4d56L;
    static final long CURRENT = 1;
    /// The eight characters `FINISHED`.
    static final long END_MARK = 0x44454853494e4946L;

    private LogLayout() { }
}
