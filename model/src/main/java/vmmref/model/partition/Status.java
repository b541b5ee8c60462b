package vmmref.model.partition;

/// What is known of the software that a processor, a cell or a partition runs.
public enum Status {
    /// It runs only trusted software.
    SECURE,
    /// Everything else.
    UNSECURE;

    static Status of(boolean secure) {
        return secure ? SECURE : UNSECURE;
    }
}
