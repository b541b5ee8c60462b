/// A vector before it has an id, and usually before it has an expectation.
package vmmref.vectors.format;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import tools.jackson.databind.node.ObjectNode;

/// `typed` is an expectation taken from an independent source before anything was run, and is never refilled; without
/// it the model fills the expectation, and `source` is `model`. `near` is the `in` of the near vector, of the same kind.
public record Draft(String topic, Tier tier, Level level, String title, Seq<String> flags, Needs needs, ObjectNode in,
                    Option<Expectation> typed, String source, Option<ObjectNode> near) {

    /// {@return what an implementation would be given of this draft}
    public Case given(String kind) {
        return new Case(kind, needs, in);
    }
}
