/// A vector before it has an id, and usually before it has an expectation.
package vmmref.vectors.format;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import tools.jackson.databind.node.ObjectNode;

/// `typed` is an expectation taken from an independent source before anything was run, and is never refilled; without
/// it the model fills the expectation, and `source` is `model`. `near` is the stimulus of the near vector, of the same kind.
public record Draft(String topic, Tier tier, Level level, String title, Seq<String> flags, Needs needs, Stimulus stimulus,
                    Option<Expectation> typed, String source, Option<Stimulus> near) {

    /// A draft without a start state, near to one without.
    public Draft(String topic, Tier tier, Level level, String title, Seq<String> flags, Needs needs, ObjectNode in,
                 Option<Expectation> typed, String source, Option<ObjectNode> near) {
        this(topic, tier, level, title, flags, needs, Stimulus.of(in), typed, source, near.map(Stimulus::of));
    }

    /// {@return what an implementation would be given of this draft}
    public Case given(String kind) {
        return new Case(kind, needs, stimulus);
    }

    /// {@return the same, with another stimulus}
    public Draft with(Stimulus other) {
        return new Draft(topic, tier, level, title, flags, needs, other, typed, source, near);
    }

    /// {@return the same, at another level}
    public Draft at(Level other) {
        return new Draft(topic, tier, other, title, flags, needs, stimulus, typed, source, near);
    }

    /// {@return the same, in another tier}
    public Draft in(Tier other) {
        return new Draft(topic, other, level, title, flags, needs, stimulus, typed, source, near);
    }

    /// {@return the same where it says more than others that stay in its tier, or else in tier full}
    public Draft unlessFull(boolean telling) {
        return telling ? this : in(Tier.FULL);
    }

    /// {@return the same, near to a case}
    public Draft nearTo(Stimulus other) {
        return new Draft(topic, tier, level, title, flags, needs, stimulus, typed, source, Option.some(other));
    }
}
