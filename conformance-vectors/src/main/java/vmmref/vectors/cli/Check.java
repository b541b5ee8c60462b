/// `vmmref check`: judges an implementation.
package vmmref.vectors.cli;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import vmmref.vectors.format.Hello;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Pack;
import vmmref.vectors.format.Revoked;
import vmmref.vectors.format.Tier;
import vmmref.vectors.report.Card;
import vmmref.vectors.report.ClauseTally;
import vmmref.vectors.report.Progress;
import vmmref.vectors.report.Repro;
import vmmref.vectors.report.ResultsFile;
import vmmref.vectors.report.Skips;
import vmmref.vectors.report.Summary;
import vmmref.vectors.report.Terminal;
import vmmref.vectors.run.Conversation;
import vmmref.vectors.run.Implementations;
import vmmref.vectors.run.Judge;
import vmmref.vectors.run.Judgement;
import vmmref.vectors.run.KnownFailures;
import vmmref.vectors.run.Run;
import vmmref.vectors.run.Waivers;

/// Everything that the user may have got wrong is found out before the implementation is started.
@Command(
    name = "check",
    header = "Judge an implementation by the vectors.",
    description = {"", "An implementation is a command that speaks the adapter protocol on its standard input and output, or one of:",
        "  direct:reference[@PROFILE]   the built-in reference", "  zoo:NAME[@PROFILE]           a deliberately wrong machine",
        "  direct:NAME                  Java on the class path", ""},
    footer = {"", "Examples:", "  vmmref check", "  vmmref check -i 'python3 conformance-vectors/adapters/python/adapter.py'",
        "  vmmref check -i zoo:LosesSignOfLongBranch -t core --max-cards 1", "  vmmref check -i ./myemu --known known.toml --out results -k 'codec/gas-*'"})
final class Check implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = {"-i", "--impl"}, paramLabel = "CMD", defaultValue = Implementations.BUILT_IN, description = "What to judge (default: the built-in reference).")
    private String implementation;

    @Mixin
    private Selection selection;

    @Option(names = "--fail-fast", description = "Stop at the first vector that goes wrong.")
    private boolean failFast;

    @Option(names = "--known", paramLabel = "FILE", description = "Failures that are known, and why (TOML).")
    private Path known;

    @Option(names = "--strict-known", description = "Exit with 6 if a known failure is stale.")
    private boolean strict;

    @Option(names = "--require-frame", description = "Fail what cannot be observed wholly.")
    private boolean frameRequired;

    @Option(names = "--out", paramLabel = "DIR", description = "Write results.jsonl there.")
    private Path out;

    @Option(names = "--max-cards", paramLabel = "N", defaultValue = "10", description = "Show at most so many failures in full (default: ${DEFAULT-VALUE}).")
    private int maxCards;

    @Option(names = {"-v", "--verbose"}, description = "List every clause, and not only those that fail.")
    private boolean verbose;

    @Mixin
    private Format format;

    @Mixin
    private PackFolder folder;

    @Override
    public Integer call() {
        Pack pack = folder.pack();
        Waivers waivers = new Waivers(known == null ? KnownFailures.none() : KnownFailures.read(known));
        Selection.Selected selected = selection.of(pack);
        PrintWriter err = spec.commandLine().getErr();
        err.printf("vmmref: %,d %s of tier %s, pack %s; asking %s%n", selected.count(), selected.count() == 1 ? "vector" : "vectors",
            selection.tier().json(), pack.manifest().pack(), implementation.equals(Implementations.BUILT_IN) ? "the built-in reference" : implementation);
        err.flush();
        if (out == null) return judged(pack, selected, waivers, List.empty());
        try (ResultsFile results = ResultsFile.in(out)) {
            return judged(pack, selected, waivers, List.of(results));
        }
    }

    private int judged(Pack pack, Selection.Selected selected, Waivers waivers, Seq<ResultsFile> results) {
        long start = System.nanoTime();
        Terminal    terminal = Terminal.detected();
        ClauseTally clauses  = new ClauseTally();
        Skips       skips    = new Skips();
        Failures    failures = new Failures(format.json(), maxCards, new Card(repro(), terminal.ink()), spec.commandLine().getOut());
        Hello       hello;
        Run.Result  result;
        try (Conversation conversation = Implementations.open(implementation, pack)) {
            hello = conversation.hello();
            results.forEach(file -> file.begin(pack.manifest().pack(), selection.tier(), conversation.hello()));
            Judge judge = new Judge(hello, pack.revoked().toMap(Revoked::id, Revoked::reason), frameRequired);
            try (Interruption interruption = Interruption.announced(spec.commandLine().getErr(), results.isEmpty() ? List.empty() : List.of(out));
                 Progress progress = Progress.of(spec.commandLine().getErr(), terminal.err(), selection.tier().json(), selected.count())) {
                result = new Run(conversation, judge, waivers, failFast).of(selected.vectors(), () -> pack.vectors(Tier.FULL), judgement -> {
                    results.forEach(file -> file.judged(judgement));
                    List.<Run.Listener>of(interruption, progress, clauses, skips).forEach(listener -> listener.judged(judgement));
                    failures.show(judgement, progress);
                });
            }
        }
        Run.Result last = result;
        results.forEach(file -> file.end(last.tally()));
        Summary summary = new Summary(hello, pack.manifest().pack(), selection.tier(), selected.count(), (System.nanoTime() - start) / 1e9,
            result, clauses, skips, result.exit(strict));
        print(summary, failures, terminal);
        if (selected.count() == 0) hint(pack);
        return summary.exit().code();
    }

    private void print(Summary summary, Failures failures, Terminal terminal) {
        PrintWriter data = spec.commandLine().getOut();
        if (format.json()) data.print(Json.page(summary.json(failures.lines())));
        else data.print(failures.rest() + summary.text(terminal.ink(), verbose));
        data.flush();
    }

    private void hint(Pack pack) {
        selection.elsewhere(pack).forEach(tier -> spec.commandLine().getErr().println("vmmref: tier " + tier.json() + " has such vectors: add --tier " + tier.json()));
    }

    private Repro repro() {
        Seq<String> command = List.of(System.getProperty("vmmref.command", "./vmmref"), "check");
        boolean builtIn = implementation.equals(Implementations.BUILT_IN);
        return new Repro(command.appendAll(builtIn ? List.empty() : List.of("-i", implementation)).appendAll(folder.words()));
    }

    /// The vectors that went wrong: shown one by one as they come, or kept for the end.
    private static final class Failures {

        private final boolean json;
        private final int most;
        private final Card card;
        private final PrintWriter data;
        private final ArrayNode lines = Json.object().putArray("failures");
        private int shown;
        private int hidden;

        Failures(boolean json, int most, Card card, PrintWriter data) {
            this.json = json;
            this.most = most;
            this.card = card;
            this.data = data;
        }

        void show(Judgement judgement, Progress progress) {
            if (!judgement.verdict().bad()) return;
            if (json) lines.add(ResultsFile.line(judgement));
            else if (shown == most) hidden++;
            else {
                shown++;
                progress.aside(() -> {
                    data.println(card.text(judgement));
                    data.flush();
                });
            }
        }

        ArrayNode lines() {
            return lines;
        }

        String rest() {
            return hidden == 0 ? "" : "… and %,d more that went wrong (--max-cards shows more, --out DIR keeps them all)%n%n".formatted(hidden);
        }
    }
}
