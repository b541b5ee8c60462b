package vmmref.vectors.kill;

/// What one sort of judges says of a mutant.
///
/// @param verdict what they came to
/// @param by      which of them killed it, or empty
record Sentence(Verdict verdict, String by) {
    enum Verdict {
        /// One of them tells it from the right code.
        KILLED,
        /// None of those that were asked does.
        HELD,
        /// None of them reaches it.
        UNREACHED
    }

    static Sentence killed(String by) {
        return new Sentence(Verdict.KILLED, by);
    }

    static Sentence held() {
        return new Sentence(Verdict.HELD, "");
    }

    static Sentence unreached() {
        return new Sentence(Verdict.UNREACHED, "");
    }

    boolean isKilled() {
        return verdict == Verdict.KILLED;
    }
}
