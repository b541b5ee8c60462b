package vmmref.vectors.kill;

import io.vavr.collection.Seq;
import java.util.BitSet;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Kind;
import vmmref.vectors.format.Stimulus;
import vmmref.vectors.format.Vector;

/// What a vector asks in process: the answer of the monitor and its machine, or what the reference expects.
///
/// @param profile  that it is asked under
/// @param expects  whether what is expected is asked for, and not an answer
/// @param right    what comes of it
/// @param reach    the spots that it reaches when it is asked again
/// @param cold     those that it reaches when it is asked first
/// @param steps    that it takes
record Question(Vector vector, Kind kind, String profile, boolean expects, Answered right, BitSet reach, BitSet cold, long steps) {
    private static final long MANY = 50;
    private static final long FREE = 20_000_000;

    /// {@return what comes of asking it now}
    Answered asked(Asked asked) {
        return asked(asked, steps * MANY + FREE);
    }

    Answered asked(Asked asked, long allowed) {
        Case given = new Case(vector.kind(), vector.needs(), new Stimulus(vector.stimulus().base(), vector.stimulus().pre(), vector.stimulus().in(), vector.stimulus().ask()));
        return Answered.of(allowed, () -> expects ? kind.expectation(asked.vmm(profile), given) : kind.answer(asked.vmm(profile), given));
    }

    /// {@return the same, which was asked for the first time}
    Question first(Answered answer, BitSet reached, long taken) {
        return new Question(vector, kind, profile, expects, answer, new BitSet(), reached, taken);
    }

    /// {@return the same, which was asked again}
    Question again(BitSet reached, long taken) {
        return new Question(vector, kind, profile, expects, right, reached, cold, taken);
    }

    boolean reaches(int spot) {
        return reach.get(spot) || cold.get(spot);
    }

    Seq<String> clauses() {
        return vector.clauses();
    }

    /// {@return kind and topic, and how it is asked}
    String family() {
        return vector.id().substring(0, vector.id().lastIndexOf('/')) + " " + expects;
    }

    /// {@return the kind, and how it is asked}
    String sort() {
        return vector.kind() + " " + expects + " " + profile;
    }

    String name() {
        return vector.id() + (expects ? " expected " : " answered ") + profile;
    }
}
