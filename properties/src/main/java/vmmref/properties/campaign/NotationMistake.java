package vmmref.properties.campaign;

/// JSON does not denote what is asked for. The message says where, what was expected, and what stands there.
public final class NotationMistake extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotationMistake(String message) {
        super(message, null, false, false);
    }
}
