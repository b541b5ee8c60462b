package vmmref.vectors.partition;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.partition.Event;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Level;
import vmmref.vectors.format.Stimulus;
import vmmref.vectors.format.Tier;

/// What the drafts of this kind have in common.
final class Cases {
    private Cases() { }

    /// {@return a draft whose expectation the model fills}
    static Draft draft(String topic, String title, String flag, Setup setup, Event... events) {
        return draft(topic, title, flag, setup, Vector.of(events));
    }

    static Draft draft(String topic, String title, String flag, Setup setup, Seq<Event> events) {
        return draft(topic, title, flag, LinkedHashMap.empty(), setup, events);
    }

    /// {@return one that means something only to implementations with some parameters}
    static Draft draft(String topic, String title, String flag, Map<String, String> needs, Setup setup, Seq<Event> events) {
        Stimulus stimulus = stimulus(setup, events);
        return new Draft(topic, Tier.CORE, Level.MUST, title, flag.isEmpty() ? Vector.empty() : Vector.of(flag), Requirements.of(stimulus.start(), stimulus.in(), needs), stimulus, Option.none(), "model", Option.none());
    }

    static Stimulus stimulus(Setup setup, Seq<Event> events) {
        return Stimulus.of(Story.in(events)).from(State.BASE, setup.json());
    }
}
