package vmmref.properties.campaign;

/// The store of a campaign cannot be read or written. The message is for the user: it names the file, and says what to do.
public final class StoreMistake extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreMistake(String message) {
        super(message, null, false, false);
    }
}
