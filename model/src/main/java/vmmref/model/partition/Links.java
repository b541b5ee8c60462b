package vmmref.model.partition;

import static vmmref.spec.Partitions.LINK_ASKED;
import static vmmref.spec.Partitions.LINK_CLOSED;
import static vmmref.spec.Partitions.LINK_CONSENTED;
import static vmmref.spec.Partitions.LINK_DENIED;
import static vmmref.spec.Partitions.LINK_ENABLED;
import static vmmref.spec.Partitions.LINK_PENDING;
import static vmmref.spec.Partitions.LINK_SELF;
import static vmmref.spec.Partitions.LINK_UNASKED;
import static vmmref.spec.Partitions.LINK_UNEXPIRED;

import io.vavr.control.Option;
import vmmref.spec.Clause;
import vmmref.spec.Partitions;

/// How links between partitions are enabled.
///
/// @param agreement whether a consent is enough
record Links(Controllers controllers, Agreement agreement) {

    @Partitions.Rule({LINK_SELF, LINK_PENDING, LINK_ASKED})
    Reaction request(Complex complex, Partition one, Partition other) {
        Controller controller = complex.of(one);
        if (one.equals(other))                                                return Reaction.refused(complex, LINK_SELF);
        if (controller.asked().has(other) || controller.enabled().has(other)) return Reaction.refused(complex, LINK_PENDING);
        return Reaction.done(ask(ask(Course.of(complex), one, other), other, one), LINK_ASKED);
    }

    private static Course ask(Course course, Partition partition, Partition other) {
        return course.put(new Place.Asked(partition), course.complex().of(partition).asked().with(other), LINK_ASKED);
    }

    Reaction answer(Complex complex, Event.Answer answer) {
        return Controllers.stranger(complex, answer.processor(), answer.partition())
            .orElse(() -> forbids(complex, answer))
            .map(because -> Reaction.refused(complex, because))
            .getOrElse(() -> answer.consent() ? consent(complex, answer.partition(), answer.other()) : deny(complex, answer.partition(), answer.other()));
    }

    @Partitions.Rule({LINK_CLOSED, LINK_UNASKED})
    private Option<Clause> forbids(Complex complex, Event.Answer answer) {
        Controller own = complex.of(answer.partition());
        boolean asked   = own.asked().has(answer.other());
        boolean enabled = own.enabled().has(answer.other());
        boolean given   = own.consented().has(answer.other());
        if (!controllers.opening(complex, answer.processor(), answer.partition()).isWritable(RegisterClass.LINK)) return Option.some(LINK_CLOSED);
        return Option.when(!asked && !enabled || answer.consent() && given, LINK_UNASKED);
    }

    private Reaction consent(Complex complex, Partition partition, Partition other) {
        boolean enough = agreement.isEnough(complex.of(other), partition);
        Clause because = enough ? LINK_ENABLED : LINK_CONSENTED;
        Course consented = Course.of(complex).put(new Place.Consented(partition), complex.of(partition).consented().with(other), because);
        return Reaction.done(enough ? enable(enable(consented, partition, other), other, partition) : consented, because);
    }

    private static Course enable(Course course, Partition partition, Partition other) {
        Controller controller = course.complex().of(partition);
        return course.put(new Place.Asked(partition), controller.asked().without(other), LINK_ENABLED)
            .put(new Place.Enabled(partition), controller.enabled().with(other), LINK_ENABLED);
    }

    @Partitions.Rule(LINK_UNEXPIRED)
    Reaction expire(Complex complex, Partition one, Partition other) {
        return complex.of(one).asked().has(other) ? deny(complex, one, other) : Reaction.refused(complex, LINK_UNEXPIRED);
    }

    @Partitions.Rule(LINK_DENIED)
    private static Reaction deny(Complex complex, Partition one, Partition other) {
        return Reaction.done(ended(Course.of(complex), one, other, LINK_DENIED), LINK_DENIED);
    }

    /// {@return the course after request and link between two partitions ended on both sides}
    static Course ended(Course course, Partition one, Partition other, Clause because) {
        return end(end(course, one, other, because), other, one, because);
    }

    private static Course end(Course course, Partition partition, Partition other, Clause because) {
        Controller controller = course.complex().of(partition);
        return course.put(new Place.Asked(partition), controller.asked().without(other), because)
            .put(new Place.Consented(partition), controller.consented().without(other), because)
            .put(new Place.Enabled(partition), controller.enabled().without(other), because);
    }
}
