package vmmref.vectors.baremetal;

/// Words of the harness in memory, as offsets from [Site#VARIABLES].
final class Variables {
    /// The next record.
    static final int NEXT = 0;
    /// How many records are left.
    static final int LEFT = 8;
    /// The entry of the log.
    static final int ENTRY = 16;
    static final int PHASE = 24;
    static final int STEPS = 32;
    static final int UNTIL = 40;
    static final int STEPPING = 48;
    /// The record.
    static final int RECORD = 56;
    /// By which the log is known.
    static final int NUMBER = 64;
    /// How many cases there are.
    static final int CASES = 72;

    /// No case is under way.
    static final int IDLE = 0;
    static final int ESTABLISHING = 1;
    static final int RUNNING = 2;
    static final int COLLECTING = 3;

    private Variables() { }
}
