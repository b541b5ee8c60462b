package vmmref.properties.campaign;

/// The candidate cannot be asked any more: the campaign ends, and its cause says why. What was found is stored.
public final class CandidateBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CandidateBroken(RuntimeException cause) {
        super(cause.getMessage(), cause);
    }
}
