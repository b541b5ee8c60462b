package vmmref.properties.guarantee;

import vmmref.model.profile.Profile;
import vmmref.vmm.Vmm;

/// The implementation that guarantees judge: the reference unless somebody puts another one in its place.
public final class Subjects {
    private static final Subject REFERENCE = Subject.of(Vmm.reference(Profile.named("maximal").get()));
    private static final ThreadLocal<Subject> CURRENT = ThreadLocal.withInitial(() -> REFERENCE);

    private Subjects() { }

    static Subject current() {
        return CURRENT.get();
    }

    /// {@return whether it is not the reference}
    static boolean isOther() {
        return CURRENT.get() != REFERENCE;
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
