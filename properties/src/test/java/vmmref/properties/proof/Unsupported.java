package vmmref.properties.proof;

/// Compiled code does something that the executor has no meaning for. Nothing is proved then.
final class Unsupported extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unsupported(String what) {
        super(what);
    }
}
