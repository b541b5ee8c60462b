package vmmref.properties.guarantee;

import vmmref.model.semantics.Semantics;
import vmmref.model.profile.Profile;

/// The implementation that guarantees judge: the architected rules unless somebody puts another one in their place.
public final class Subjects {
    private static final Subject ARCHITECTED = Subject.of(Semantics.architected(Profile.named("maximal").get()));
    private static final ThreadLocal<Subject> CURRENT = ThreadLocal.withInitial(() -> ARCHITECTED);

    private Subjects() { }

    static Subject current() {
        return CURRENT.get();
    }

    /// Runs an action in which the guarantees that this thread runs judge a subject.
    public static void judging(Subject subject, Runnable action) {
        CURRENT.set(subject);
        try {
            action.run();
        } finally {
            CURRENT.remove();
        }
    }
}
