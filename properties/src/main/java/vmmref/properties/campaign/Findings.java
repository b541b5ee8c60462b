package vmmref.properties.campaign;

import io.vavr.Tuple;
import io.vavr.collection.HashSet;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The findings of a campaign, each stored as soon as it is seen. Of the cases with one symptom the first counts, an edge case before random ones.
final class Findings implements Bench.Alarm {
    /// Different symptoms of one law that are made smaller, and that are stored.
    private static final int SMALLER = 5;
    private static final int STORED = 50;

    private final Store store;
    private final String subject;
    private final String seed;
    private final Listener listener;
    private Map<String, Finding> known;
    private Set<String> left = HashSet.empty();

    Findings(Store store, String subject, String seed, Listener listener) {
        this.store    = store;
        this.subject  = subject;
        this.seed     = seed;
        this.listener = listener;
        this.known    = LinkedHashMap.ofEntries(store.findings().map(finding -> Tuple.of(finding.id(), finding)));
    }

    synchronized Seq<Finding> all() {
        return known.values().toVector();
    }

    /// {@return those that are to be made smaller: of each law the first few}
    synchronized Seq<Finding> incomplete() {
        return known.values().groupBy(Finding::law).values().flatMap(ofLaw -> ofLaw.sorted(Finding.ORDER).take(SMALLER))
            .reject(finding -> finding.isComplete() || left.contains(finding.id())).toVector().sortBy(Finding::id);
    }

    @Override
    public void raise(Seat seat, Stage stage, long number, Failure failure) {
        raise(seat.law(), stage, number, failure, seat.at(stage, number).value());
    }

    /// Stores a case, unless one with its symptom is known that comes before it, or as many of its law as are kept. Which ones stay does not depend on the order of the calls.
    synchronized void raise(Law law, Stage stage, long number, Failure failure, List<Object> arguments) {
        JsonNode written = written(law, arguments);
        Finding finding = new Finding(law.name(), law.sentence(), subject, failure.symptom(), failure.message(), seed, stage, number, written, written, -1, List.of());
        Seq<Finding> others = known.values().filter(other -> other.law().equals(law.name()) && !other.id().equals(finding.id())).toVector();
        if (known.get(finding.id()).exists(same -> isBefore(same, finding)) || others.count(other -> isBefore(other, finding)) >= STORED) return;
        left = left.remove(finding.id());
        save(finding);
        listener.seen(finding);
        if (others.size() >= STORED) remove(others.reject(other -> isBefore(other, finding)).maxBy(Finding.ORDER).get());
    }

    /// {@return whether a finding that is known stays where another one comes up; what was found by replaying, or with another seed, always does}
    private boolean isBefore(Finding one, Finding other) {
        return one.stage() == Stage.REPLAY || other.stage() == Stage.REPLAY || !one.seed().equals(seed) || !other.isEarlierThan(one);
    }

    /// Leaves a finding as it is.
    synchronized void leave(Finding finding) {
        left = left.add(finding.id());
    }

    /// Replaces a finding by the same, made smaller and explained.
    synchronized void complete(Finding finding) {
        save(finding);
    }

    private void remove(Finding finding) {
        known = known.remove(finding.id());
        store.remove(finding);
    }

    private void save(Finding finding) {
        known = known.put(finding.id(), finding);
        try {
            store.save(finding);
        } catch (StoreMistake cannot) {
            listener.unstored(finding);
            throw cannot;
        }
    }

    /// {@return arguments by the names of the parameters}
    static JsonNode written(Law law, List<Object> arguments) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        law.parameters().zipWithIndex().forEach(parameter -> json.set(parameter._1, Notation.written(law.types().get(parameter._2), arguments.get(parameter._2))));
        return json;
    }

    /// {@return the arguments that a finding holds}
    /// @throws NotationMistake if its law takes others by now
    static List<Object> arguments(Law law, JsonNode written) {
        Spot all = new Spot("$", written);
        return Vector.ofAll(law.parameters()).zipWithIndex()
            .<Object>map(parameter -> Notation.read(law.types().get(parameter._2), all.member(parameter._1))).asJava();
    }
}
