package vmmref.properties.campaign;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import java.util.HashMap;
import java.util.SortedMap;
import java.util.TreeMap;
import vmmref.properties.guarantee.Outcomes;
import vmmref.properties.guarantee.Outcomes.Promise;

/// What one worker has: its session with the candidate, and a seat for each law that it has met.
final class Bench implements AutoCloseable {
    /// One case in so many is executed twice.
    private static final int TWICE = 100;

    /// Is told of failures as soon as they are seen.
    @FunctionalInterface
    interface Alarm {
        void raise(Seat seat, Stage stage, long number, Failure failure);
    }

    private final Candidate.Session session;
    private final long seed;
    private final int edges;
    private final java.util.Map<Law, Seat> seats = new HashMap<>();

    /// @param edges how many edge cases a law has at most
    Bench(Candidate.Session session, long seed, int edges) {
        this.session = session;
        this.seed    = seed;
        this.edges   = edges;
    }

    Seat seat(Law law) {
        return seats.computeIfAbsent(law, each -> new Seat(each, seed, session, edges));
    }

    /// {@return what comes of a shard}
    Tally execute(Shard shard, Alarm alarm) {
        long start = System.nanoTime();
        Seat seat = seat(shard.law());
        long count = shard.stage() == Stage.EDGES ? Math.max(0, Math.min(shard.count(), seat.edges() - shard.first())) : shard.count();
        SortedMap<String, Long> discards = new TreeMap<>();
        java.util.Map<Sign, Sighting> signs = new HashMap<>();
        SortedMap<String, Sighting> failures = new TreeMap<>();
        Map<String, Promise> promises = LinkedHashMap.empty();
        SortedMap<String, Long> figures = new TreeMap<>();
        for (long number = shard.first(); number < shard.first() + count; number++) {
            Trial trial = seat.tried(shard.stage(), number);
            promises = promises.merge(Outcomes.promises());
            Outcomes.figures().forEach((figure, amount) -> figures.merge(figure, amount, Long::sum));
            Sighting sighting = Sighting.of(shard.stage(), number);
            signs.merge(trial.sign(), sighting, Sighting::and);
            if (trial instanceof Trial.Discarded(var reason, var sign)) discards.merge(reason, 1L, Long::sum);
            if (trial instanceof Trial.Failed(var failure, var sign)) failed(seat, failures, sighting, failure, alarm);
            if (isExecutedTwice(number) && !isSame(seat.tried(shard.stage(), number), trial)) failed(seat, failures, sighting, UNSTABLE, alarm);
        }
        boolean edged = shard.stage() == Stage.EDGES && shard.first() + count >= seat.edges();
        return new Tally(shard, count, discards, behaviours(signs), failures, edged, edged && seat.exhausted(), promises, figures, System.nanoTime() - start);
    }

    static final Failure UNSTABLE = new Failure("unstable", "the same case, executed twice, gave different results");

    private static boolean isExecutedTwice(long number) {
        return number % TWICE == TWICE / 2;
    }

    /// What an adapter says of a failure may differ, such as the number of the line that broke the protocol.
    private static boolean isSame(Trial one, Trial other) {
        return one instanceof Trial.Failed(var failure, var sign) && other instanceof Trial.Failed(var again, var same) ? failure.symptom().equals(again.symptom()) && sign.equals(same) : one.equals(other);
    }

    private static void failed(Seat seat, SortedMap<String, Sighting> failures, Sighting sighting, Failure failure, Alarm alarm) {
        if (failures.merge(failure.symptom(), sighting, Sighting::and).times() == 1) alarm.raise(seat, sighting.stage(), sighting.number(), failure);
    }

    private static SortedMap<String, Sighting> behaviours(java.util.Map<Sign, Sighting> signs) {
        java.util.Map<Behaviour, Sighting> behaviours = new HashMap<>();
        signs.forEach((sign, sighting) -> Behaviour.of(sign).forEach(behaviour -> behaviours.merge(behaviour, sighting, Sighting::earliest)));
        SortedMap<String, Sighting> texts = new TreeMap<>();
        behaviours.forEach((behaviour, sighting) -> texts.put(behaviour.text(), sighting));
        return texts;
    }

    @Override
    public void close() {
        session.close();
    }
}
