package vmmref.properties.partition;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.partition.Complex;
import vmmref.model.partition.Event;
import vmmref.model.partition.Partitioner;
import vmmref.model.partition.Reaction;
import vmmref.model.partition.Word;
import vmmref.model.profile.Profile;
import vmmref.properties.alloy.Facts;

/// Stories as the Java model tells them.
final class Replay {
    static final Partitioner RULES = Partitioner.architected(Profile.named("itanium2").get());

    /// Makes words of small numbers.
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    private Replay() { }

    /// {@return what some rules make of events, of which none is that nothing happens}
    static Story story(Partitioner some, Spelling spelling, Complex start, Seq<Option<Event>> events) {
        Partitioner rules = some.on(spelling.hardware());
        Facts idle = Facts.none(Relations.EVENT).and("Now.event", "Idle");
        Vector<Moment> moments = Vector.empty();
        Complex complex = start;
        for (Option<Event> event : events) {
            Option<Reaction> reaction = reaction(rules, complex, event);
            Facts spelt = event.map(spelling::event).getOrElse(idle);
            moments = moments.append(new Moment(spelling.state(complex), spelt, !spelt.equals(idle) && reaction.exists(Reaction::refused)));
            complex = reaction.map(Reaction::complex).getOrElse(complex);
        }
        return new Story(spelling.size(), spelling.parameters(), moments.append(new Moment(spelling.state(complex), idle, false)));
    }

    /// {@return what some rules tell when a story begins as another, and has the same events}
    static Story of(Partitioner rules, Story other) {
        Spelling spelling = new Spelling(Reading.hardware(other.size().hardware(), other.parameters()), Vector.range(0, other.size().values()).map(i -> new Word(i * SPREAD)));
        Reading reading = new Reading(spelling);
        return story(rules, spelling, reading.complex(other.moments().head().state()), other.moments().init().map(each -> reading.event(each.event())));
    }

    private static Option<Reaction> reaction(Partitioner rules, Complex complex, Option<Event> event) {
        return event.map(each -> rules.react(complex, each));
    }
}
