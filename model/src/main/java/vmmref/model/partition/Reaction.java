package vmmref.model.partition;

import io.vavr.collection.Seq;
import vmmref.spec.Clause;

/// What comes of an event.
///
/// @param reply   to whoever caused it
/// @param refused whether it might not happen, however the reply shows that
/// @param because the clause that decided
/// @param course  what it changed
public record Reaction(Reply reply, boolean refused, Clause because, Course course) {

    static Reaction done(Course course, Clause because) {
        return new Reaction(Reply.Done.DONE, false, because, course);
    }

    static Reaction refused(Complex complex, Clause because) {
        return refused(Course.of(complex), because);
    }

    static Reaction refused(Course course, Clause because) {
        return new Reaction(Reply.Refused.REFUSED, true, because, course);
    }

    /// {@return the complex after the event}
    public Complex complex() {
        return course.complex();
    }

    /// {@return what changed, in order}
    public Seq<Effect<?>> effects() {
        return course.effects();
    }

    Reaction with(Course changed) {
        return new Reaction(reply, refused, because, changed);
    }
}
