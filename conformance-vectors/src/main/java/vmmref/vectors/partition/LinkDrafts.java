package vmmref.vectors.partition;

import static vmmref.vectors.partition.Cases.draft;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.partition.Event;
import vmmref.vectors.format.Draft;

/// Links: every event in every state of a link, all orders of answers, and who may answer.
final class LinkDrafts {
    private static final Setup SECURE = Setup.RESET.waiting(0, 0).waiting(1, 1);

    private LinkDrafts() { }

    private record Named(String name, Event event) { }

    private record Standing(String name, Setup setup) { }

    static Seq<Draft> all() {
        return standings().flatMap(standing -> events().map(event -> draft("links", "%s while %s".formatted(event.name, standing.name), "HalfConsent", standing.setup, event.event)))
            .appendAll(sequences()).appendAll(answerers()).appendAll(others());
    }

    private static Seq<Named> events() {
        return answers().appendAll(Vector.of(new Named("a request", Events.request(0, 1)), new Named("a request the other way round", Events.request(1, 0)), new Named("the end of the time", Events.expire(0, 1)),
            new Named("the end of the time the other way round", Events.expire(1, 0)), new Named("a request with itself", Events.request(0, 0)), new Named("the end of the time with itself", Events.expire(1, 1))));
    }

    private static Seq<Named> answers() {
        return Vector.of(new Named("consent of 0", Events.answer("0.0", 0, 1, true)), new Named("refusal of 0", Events.answer("0.0", 0, 1, false)),
            new Named("consent of 1", Events.answer("1.0", 1, 0, true)), new Named("refusal of 1", Events.answer("1.0", 1, 0, false)));
    }

    private static Seq<Standing> standings() {
        return Vector.of(
            new Standing("nobody was asked", SECURE),
            new Standing("both were asked", SECURE.asked(0, 1)),
            new Standing("0 has consented", SECURE.asked(0, 1).consented(0, 1)),
            new Standing("1 has consented", SECURE.asked(0, 1).consented(1, 0)),
            new Standing("the link is enabled", SECURE.linked(0, 1).consented(0, 1).consented(1, 0)),
            new Standing("both were asked and are unsecure", SECURE.onlySecure().asked(0, 1)),
            new Standing("both were asked and 0 is unsecure", SECURE.onlySecure("1").asked(0, 1)),
            new Standing("both were asked and 1 is unsecure", SECURE.onlySecure("0").asked(0, 1)),
            new Standing("the link is enabled and both are unsecure", SECURE.onlySecure().linked(0, 1).consented(0, 1).consented(1, 0)));
    }

    private static Seq<Draft> sequences() {
        Seq<Named> some = answers().append(new Named("the end of the time", Events.expire(0, 1))).append(new Named("a request", Events.request(1, 0)));
        Seq<Seq<Named>> two = some.flatMap(first -> some.map(second -> Vector.of(first, second)));
        return two.appendAll(two.flatMap(each -> answers().map(third -> each.append(third)))).map(each ->
            draft("link-orders", "a request, then " + each.map(Named::name).mkString(", then "), "HalfConsent", SECURE, each.map(Named::event).prepend(Events.request(0, 1))));
    }

    /// Who answers for a partition: each processor of its cell, those of a stranger, and one that executes nothing.
    private static Seq<Draft> answerers() {
        Setup asked = SECURE.asked(0, 1).assigned(2, 0);
        return Vector.of("0.0", "0.1", "1.0", "1.1", "2.0").flatMap(by -> Vector.of(true, false).flatMap(consent -> Vector.of(0, 1).flatMap(partition -> Vector.of(0, 1, 2).map(other ->
            draft("answers", "%s %s for %d to a link with %d".formatted(by, consent ? "consents" : "refuses", partition, other), "ForeignAccess", asked, Events.answer(by, partition, other, consent))))));
    }

    /// Links with a third partition are links of their own.
    private static Seq<Draft> others() {
        Setup three = SECURE.waiting(2, 2).asked(0, 1).linked(1, 2).consented(1, 2).consented(2, 1);
        return Vector.of(new Named("a request of 0 and 2", Events.request(0, 2)), new Named("a request of 2 and 0", Events.request(2, 0)), new Named("a request of 1 and 2", Events.request(1, 2)),
                new Named("a refusal of 1 to 2", Events.answer("1.0", 1, 2, false)), new Named("a refusal of 2 to 1", Events.answer("2.0", 2, 1, false)), new Named("a refusal of 1 to 0", Events.answer("1.0", 1, 0, false)),
                new Named("a consent of 1 to 0", Events.answer("1.0", 1, 0, true)), new Named("a consent of 0 to 2", Events.answer("0.0", 0, 2, true)), new Named("the end of the time of 0 and 1", Events.expire(0, 1)),
                new Named("the end of the time of 1 and 2", Events.expire(1, 2)), new Named("reconfiguration of 0", Events.reconfigure("0.0", 0)), new Named("reconfiguration of 1", Events.reconfigure("1.0", 1)),
                new Named("reconfiguration of 2", Events.reconfigure("2.0", 2)), new Named("a reset of cell 1", Events.reset(1)))
            .flatMap(event -> Vector.of(draft("three-links", "%s while 0 and 1 are asked, and 1 and 2 linked".formatted(event.name), "HalfConsent", three, event.event),
                draft("three-links", "%s while 0 and 1 are asked, and 1 and 2 linked, then a consent of 0".formatted(event.name), "HalfConsent", three, event.event, Events.answer("0.0", 0, 1, true))));
    }
}
