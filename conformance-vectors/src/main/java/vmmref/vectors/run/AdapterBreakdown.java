/// An adapter cannot be talked to: exit code 3.
package vmmref.vectors.run;

/// Thrown when an adapter does not start, does not introduce itself, or breaks the protocol while doing so. The message is for the user.
public final class AdapterBreakdown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public AdapterBreakdown(String message) {
        super(message, null, false, false);
    }
}
