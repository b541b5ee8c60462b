package vmmref.properties.campaign;

/// The candidate cannot be asked any more: the campaign ends, and its cause says why. What was found is stored.
public final class CandidateBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean interruption;

    private CandidateBroken(RuntimeException cause, boolean interruption) {
        super(cause.getMessage(), cause);
        this.interruption = interruption;
    }

    public CandidateBroken(RuntimeException cause) {
        this(cause, false);
    }

    /// {@return that the candidate is ended together with the campaign: the case is as if it had not begun}
    public static CandidateBroken interrupted(RuntimeException cause) {
        return new CandidateBroken(cause, true);
    }

    boolean isInterruption() {
        return interruption;
    }
}
