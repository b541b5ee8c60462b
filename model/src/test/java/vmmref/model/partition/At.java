package vmmref.model.partition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.profile.Profile;
import vmmref.spec.Clause;

/// A complex that the rules brought somewhere.
record At(Partitioner rules, Complex complex) {
    static final Cell C0 = new Cell(0);
    static final Cell C1 = new Cell(1);
    static final Cell C2 = new Cell(2);
    static final Partition P0 = new Partition(0);
    static final Partition P1 = new Partition(1);
    static final Partition P2 = new Partition(2);

    /// Paths on which a report takes 3 ticks, and a frame to a controller 2.
    static final String SLOW = "report-lines 1; status-lines 4";

    private static final String QUICK = "cells 3; processors 2; partitions 3; report-lines 4; report-latency 0; status-lines 12; status-latency 0; in-transfer previous; gate partition; "
        + "open-secure status:r route:rw link:rw firewall:rw sharing:rw interrupt:rw general:rw; open-unsecure status:r route:- link:- firewall:r sharing:- interrupt:- general:rw; "
        + "refusal ones; bad-interrupt reject";

    /// {@return hardware of 3 cells with 2 processors each, 3 partitions, and paths that take no time, but for some parameters, such as `cells 8; gate processor`}
    static Hardware hardware(String differences) {
        return Hardware.of(Vector.of((QUICK + "; " + differences).split("; *")).map(parameter -> parameter.split(" ", 2))
            .foldLeft(Profile.named("itanium2").get(), (profile, parameter) -> new Profile("mine", profile.parameters().put(parameter[0], parameter[1]))));
    }

    /// {@return such hardware, in reset}
    static At on(String differences) {
        Hardware hardware = hardware(differences);
        return new At(Partitioner.architected(Profile.named("itanium2").get()).on(hardware), Complex.reset(hardware));
    }

    static At quick() {
        return on("cells 3");
    }

    static At slow() {
        return on(SLOW);
    }

    static Processor processor(Cell cell, int number) {
        return new Processor(cell, number);
    }

    Reaction react(Event event) {
        return rules.react(complex, event);
    }

    At after(Event... events) {
        return new At(rules, Vector.of(events).foldLeft(complex, (now, event) -> rules.react(now, event).complex()));
    }

    At ticks(int number) {
        return after(Vector.<Event>fill(number, new Event.Tick()).toJavaArray(Event[]::new));
    }

    /// {@return the complex with a value that no event put there}
    <T> At set(Place<T> place, T value) {
        return new At(rules, place.with(complex, value));
    }

    <T> T get(Place<T> place) {
        return place.of(complex);
    }

    /// {@return what forbids an event, which is refused and changes nothing}
    Clause refuses(Event event) {
        Reaction reaction = react(event);
        assertEquals(complex, reaction.complex());
        assertEquals(Vector.empty(), reaction.effects().toVector());
        return refusal(reaction);
    }

    /// {@return what forbids the next step of a change, which is dropped}
    Clause drops(Cell cell) {
        Reaction reaction = react(new Event.Proceed(cell));
        assertEquals(set(new Place.ChangeOf(cell), Option.none()).complex, reaction.complex());
        return refusal(reaction);
    }

    private static Clause refusal(Reaction reaction) {
        assertTrue(reaction.refused());
        assertEquals(Reply.Refused.REFUSED, reaction.reply());
        return reaction.because();
    }

    /// {@return why an event happens}
    Clause does(Event event) {
        Reaction reaction = react(event);
        assertFalse(reaction.refused());
        assertEquals(Reply.Done.DONE, reaction.reply());
        return reaction.because();
    }

    /// {@return the complex after a cell in reset came to a phase, on the way to a partition; nothing is under way}
    At at(Cell cell, Phase phase, Partition partition) {
        Seq<Seq<Event>> road = Vector.of(
            Vector.of(new Event.Start(cell)),
            Vector.of(new Event.Post(cell, Option.some(partition)), new Event.Release(cell)),
            Vector.of(new Event.Rendezvous(cell)),
            Vector.of(new Event.Instruct(processor(cell, 0), partition, cell, Change.Kind.JOIN), new Event.Proceed(cell), new Event.Proceed(cell), new Event.Proceed(cell)),
            Vector.of(new Event.HandOff(cell)));
        return road.take(phase.ordinal()).foldLeft(this, (now, next) -> now.after(next.toJavaArray(Event[]::new)).ticks(20));
    }
}
