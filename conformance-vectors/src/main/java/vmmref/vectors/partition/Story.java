package vmmref.vectors.partition;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.partition.Complex;
import vmmref.model.partition.Event;
import vmmref.model.partition.Hardware;
import vmmref.model.partition.Partitioner;
import vmmref.model.profile.Profile;
import vmmref.spec.Clause;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Fields;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Outcome;

/// A complex, and what happens to it, one event after another, refused ones too.
///
/// @param start  what {@link State} reads
/// @param events at least one
public record Story(ObjectNode start, Seq<Event> events) {
    /// It has whatever a case can name.
    private static final Hardware ROOMY = roomy();

    private static Hardware roomy() {
        Profile maximal = Profile.named("maximal").get();
        return Hardware.of(new Profile("roomy", maximal.parameters().put("cells", "8").put("processors", "4").put("partitions", "8")));
    }

    /// Reads a case: where it starts, and the list `do`.
    /// @throws vmmref.vectors.format.FieldMistake if anything is malformed
    public static Story read(ObjectNode start, ObjectNode in) {
        Fields fields = new Fields("$.in", in);
        Seq<Fields> events = fields.children("do");
        if (events.isEmpty()) throw fields.mistake("do", "is empty", "list at least one event");
        State.read(new Fields("$.pre", start), ROOMY);
        return new Story(start, events.map(Happenings::read));
    }

    /// {@return the field `in` of a case}
    static ObjectNode in(Seq<Event> events) {
        ObjectNode in = Json.object();
        ArrayNode list = in.putArray("do");
        events.forEach(event -> list.add(Happenings.json(event)));
        return in;
    }

    /// {@return the steps under some rules}
    public Seq<Step> steps(Partitioner rules) {
        Complex complex = State.read(new Fields("$.pre", start), rules.hardware());
        Vector<Step> steps = Vector.of(Step.first(rules, events.head(), complex));
        for (Event event : events.tail()) steps = steps.append(steps.last().next(event));
        return steps;
    }

    /// {@return what comes of it: of each event, and the clause that decided the last one}
    public Expectation expectation(Partitioner rules) {
        Seq<Step> steps = steps(rules);
        Map<String, String> none = LinkedHashMap.empty();
        Option<Clause> because = steps.lastOption().map(Step::because);
        return new Expectation(Outcome.DONE, steps.map(Step::places).foldLeft(none, Map::merge), because.map(Clause::name), steps.map(Step::by).foldLeft(none, Map::merge));
    }
}
