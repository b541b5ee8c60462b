package vmmref.properties.guarantee;

/// A subject answers otherwise than the specification.
public final class Disagreement extends AssertionError {
    private static final long serialVersionUID = 1;

    private final String symptom;

    /// @param symptom what disagreements of one cause have in common
    /// @param message what was asked, what was expected, and what came
    public Disagreement(String symptom, String message) {
        super(message);
        this.symptom = symptom;
    }

    public String symptom() {
        return symptom;
    }
}
