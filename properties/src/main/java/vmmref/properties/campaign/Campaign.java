package vmmref.properties.campaign;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vmmref.properties.guarantee.Outcomes.Promise;

/// Runs the laws on generated cases until a budget is spent, and keeps what it finds in a store.
///
/// What it finds depends on the seed and the number of cases, not on the workers: batches are planned from what was seen before, and their results are put together in the order of the plan.
public final class Campaign {
    /// How many cases of a law make its promises again.
    private static final int RECALLED = 16;

    private final Store store;
    private final Config config;
    private final Seq<Law> laws;
    private final Listener listener;
    private final Stopwatch watch;
    private final Workers workers;
    private final Findings findings;
    private volatile boolean stopped;
    private Ledger ledger;
    private Map<String, Map<String, Promise>> promises = LinkedHashMap.empty();

    private Campaign(Store store, Candidate candidate, Seq<Law> laws, int number, Listener listener, Stopwatch watch) {
        this.store    = store;
        this.config   = store.config();
        this.laws     = laws;
        this.listener = listener;
        this.watch    = watch;
        this.workers  = new Workers(number, () -> new Bench(candidate.open(), config.seedBits(), config.edges()));
        this.findings = new Findings(store, candidate.name(), config.seed(), listener);
        this.ledger   = store.ledger();
    }

    /// @param number of workers
    public static Campaign of(Store store, Candidate candidate, Seq<Law> laws, int number, Listener listener) {
        return new Campaign(store, candidate, laws, number, listener, Stopwatch.started());
    }

    static Campaign of(Store store, Candidate candidate, Seq<Law> laws, int number, Listener listener, Stopwatch watch) {
        return new Campaign(store, candidate, laws, number, listener, watch);
    }

    /// {@return what a stored campaign came to so far}
    /// @param reference is tried a few times, for the promises of the laws
    public static Closing reviewed(Store.ReadOnly store, Candidate reference, Seq<Law> laws) {
        Ledger ledger = store.ledger();
        try (Workers workers = new Workers(1, () -> new Bench(reference.open(), store.config().seedBits(), store.config().edges()))) {
            Coverage coverage = new Coverage(laws, promised(LinkedHashMap.empty(), recalled(workers, laws, ledger)), ledger);
            return new Closing("as of batch " + ledger.batch(), store.config(), ledger, coverage.goals(), coverage.reached(), coverage.unreached(), store.findings());
        }
    }

    /// Lets the cases end that are being executed, saves what they came to, and begins no more. Any thread may call it.
    public void stop() {
        stopped = true;
    }

    /// {@return how it ended}
    /// @param earlier findings of other campaigns, to be tried first
    /// @throws StoreMistake if the store cannot be written; what was saved before is kept
    public Closing run(Seq<Finding> earlier) {
        try (workers; Observations log = store.observations(ledger.batch())) {
            replay(earlier.appendAll(findings.all()));
            complete();
            promises = promised(promises, recalled(workers, laws, ledger));
            String why = ended();
            while (why.isEmpty()) {
                batch(log);
                complete();
                why = ended();
            }
            listener.phase(Phase.REPORT);
            return closing(why);
        }
    }

    /// {@return what is known, of a campaign that ran or was interrupted}
    private Closing closing(String why) {
        Coverage coverage = new Coverage(laws, promises, ledger);
        return new Closing(why, config, ledger, coverage.goals(), coverage.reached(), coverage.unreached(), findings.all().sortBy(Finding::id));
    }

    private String ended() {
        if (stopped)                                                                return "it was interrupted";
        if (config.first() && !findings.all().isEmpty())                            return "a counterexample was found";
        if (config.millis() >= 0 && ledger.spent() + watch.elapsed() >= config.millis()) return "the time is over";
        if (config.tries() >= 0 && ledger.cases() >= config.tries())                return "the cases are spent";
        return laws.forAll(law -> ledger.of(law.name()).exhausted()) ? "there are no more cases" : "";
    }

    private boolean isOver() {
        return stopped || config.first() && !findings.all().isEmpty() || config.millis() >= 0 && ledger.spent() + watch.elapsed() >= config.millis();
    }

    private void replay(Seq<Finding> stored) {
        Seq<Finding> ours = stored.filter(finding -> law(finding).exists(laws::contains)).distinctBy(finding -> finding.law() + finding.arguments());
        if (ours.isEmpty()) return;
        listener.phase(Phase.REPLAY);
        Seq<Replay> replays = workers.run(ours.map(finding -> (Function<Bench, Replay>) bench -> Replay.of(bench, law(finding).get(), finding)), () -> stopped);
        replays.zipWithIndex().forEach(each -> each._1.raise(findings, law(each._1.finding()).get(), each._2));
        listener.note(Replay.told(replays));
    }

    /// Promises are no part of the store: a few cases of every law that was tested earlier make them again.
    private static Seq<Tally> recalled(Workers workers, Seq<Law> laws, Ledger ledger) {
        Seq<Shard> few = laws.filter(law -> ledger.of(law.name()).cases() > 0).map(law -> new Shard(law, Stage.SEARCH, 0, RECALLED));
        return workers.run(few.map(shard -> (Function<Bench, Tally>) bench -> bench.execute(shard, (seat, stage, number, failure) -> { })), () -> false);
    }

    private static Map<String, Map<String, Promise>> promised(Map<String, Map<String, Promise>> known, Seq<Tally> tallies) {
        return tallies.foldLeft(known, (all, tally) -> all.put(tally.shard().law().name(), tally.promises(), Map::merge));
    }

    private void batch(Observations log) {
        Seq<Shard> shards = new Plan(laws, config.edges()).next(ledger, config.tries() < 0 ? Long.MAX_VALUE : config.tries() - ledger.cases());
        listener.phase(shards.forAll(shard -> shard.stage() == Stage.EDGES) ? Phase.EDGES : Phase.SEARCH);
        Seq<Tally> tallies = workers.run(shards.map(shard -> (Function<Bench, Tally>) bench -> {
            Tally tally = bench.execute(shard, findings);
            listener.executed(tally.cases());
            return tally;
        }), this::isOver);
        promises = promised(promises, tallies);
        Stopwatch.Lap lap = watch.lap();
        if (lap.jump() != 0) listener.note(lap.told());
        Ledger next = ledger.plus(tallies, lap.millis());
        log.add(news(next, tallies));
        store.save(next);
        ledger = next;
        listener.saved(ledger);
    }

    /// What a batch came to, and each behaviour that nobody had seen before it.
    private Seq<JsonNode> news(Ledger next, Seq<Tally> tallies) {
        ObjectNode sum = JsonNodeFactory.instance.objectNode();
        sum.put("batch", next.batch()).put("millis", next.spent()).put("cases", next.cases()).put("discarded", next.discarded()).put("behaviours", next.behaviours())
            .put("findings", findings.all().size());
        return Vector.<JsonNode>of(sum).appendAll(tallies.map(tally -> tally.shard().law().name()).distinct().flatMap(law -> news(next, law)));
    }

    private Seq<JsonNode> news(Ledger next, String law) {
        return LinkedHashMap.ofAll(next.of(law).behaviours()).filterKeys(behaviour -> !ledger.of(law).behaviours().containsKey(behaviour)).toVector().map(each -> {
            ObjectNode line = JsonNodeFactory.instance.objectNode();
            line.put("batch", next.batch()).put("new", each._1).put("law", law).put("stage", each._2.stage().name()).put("number", each._2.number());
            return line;
        });
    }

    private void complete() {
        Seq<Tuple2<Law, Finding>> incomplete = findings.incomplete().flatMap(finding -> law(finding).map(law -> Tuple.of(law, finding)));
        if (incomplete.isEmpty()) return;
        incomplete.forEach(each -> listener.found(each._2));
        listener.phase(Phase.SHRINK);
        Seq<Option<Smaller>> smaller = workers.run(incomplete.map(each -> (Function<Bench, Option<Smaller>>) bench -> smaller(bench, each._1, each._2)), this::isBrokenOff);
        listener.phase(Phase.EXPLAIN);
        Seq<Option<Finding>> explained = workers.run(smaller.flatMap(each -> each).map(each -> (Function<Bench, Option<Finding>>) bench -> each.explained(bench, this::isBrokenOff)), this::isBrokenOff);
        explained.flatMap(each -> each).forEach(finding -> {
            findings.complete(finding);
            listener.completed(finding);
        });
    }

    private boolean isBrokenOff() {
        return stopped || workers.isBroken();
    }

    private Option<Law> law(Finding finding) {
        return laws.find(law -> law.name().equals(finding.law())).orElse(() -> Law.named(finding.law()));
    }

    private Option<Smaller> smaller(Bench bench, Law law, Finding finding) {
        try {
            return Smaller.of(bench, law, finding, this::isBrokenOff);
        } catch (NotationMistake other) {
            findings.leave(finding);
            return Option.none();
        }
    }
}
