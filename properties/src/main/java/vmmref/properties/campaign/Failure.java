package vmmref.properties.campaign;

import io.vavr.collection.Stream;
import vmmref.properties.guarantee.Disagreement;

/// How a case fails.
///
/// @param symptom what failures of one cause have in common, and others hardly ever
/// @param message what was expected, and what came
record Failure(String symptom, String message) {
    private static final String GUARANTEES = "vmmref.properties.guarantee.";

    static Failure of(Throwable thrown) {
        String message = thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
        return thrown instanceof Disagreement disagreement
            ? new Failure(disagreement.symptom(), message)
            : new Failure(thrown.getClass().getSimpleName() + place(thrown), thrown instanceof AssertionError ? message : thrown.getClass().getSimpleName() + ": " + message);
    }

    private static String place(Throwable thrown) {
        return Stream.of(thrown.getStackTrace()).find(frame -> frame.getClassName().startsWith(GUARANTEES))
            .map(frame -> " in " + frame.getMethodName() + ", line " + frame.getLineNumber()).getOrElse("");
    }
}
