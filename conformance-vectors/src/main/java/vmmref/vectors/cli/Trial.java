/// One run as a user sees it: announced, followed, kept, summed up.
package vmmref.vectors.cli;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.PrintWriter;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import vmmref.vectors.format.Hello;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Pack;
import vmmref.vectors.format.Revoked;
import vmmref.vectors.format.Tier;
import vmmref.vectors.report.Card;
import vmmref.vectors.report.ClauseTally;
import vmmref.vectors.report.Clusters;
import vmmref.vectors.report.Progress;
import vmmref.vectors.report.Reports;
import vmmref.vectors.report.ResultsFile;
import vmmref.vectors.report.Skips;
import vmmref.vectors.report.Summary;
import vmmref.vectors.report.Terminal;
import vmmref.vectors.run.Conversation;
import vmmref.vectors.run.Judge;
import vmmref.vectors.run.Run;
import vmmref.vectors.run.Waivers;

/// Everything that the user may have got wrong in files and options is found out before the implementation is started.
record Trial(CommandSpec spec, Pack pack, Selection.Selected selected, Subject subject, Strictness strictness, Output output) {

    /// Runs it, and prints what came of it. `opening` starts the implementation, and `others` are told of each judgement too.
    /// @return the exit code
    int run(Supplier<Conversation> opening, Run.Listener... others) {
        Waivers waivers = strictness.waivers();
        err().printf("vmmref: %,d %s of tier %s, pack %s; asking %s%n", selected.count(), selected.count() == 1 ? "vector" : "vectors",
            selected.tier().json(), pack.manifest().pack(), subject.name());
        err().flush();
        Option<ResultsFile> results = output.results();
        Option<Reports>     reports = output.folder().map(folder -> Reports.in(folder, subject.repro()));
        try {
            return judged(opening, waivers, List.of(others).appendAll(reports), results, reports);
        } finally {
            results.forEach(ResultsFile::close);
            reports.forEach(Reports::close);
        }
    }

    private int judged(Supplier<Conversation> opening, Waivers waivers, Seq<Run.Listener> others, Option<ResultsFile> results, Option<Reports> reports) {
        long start = System.nanoTime();
        Terminal    terminal = Terminal.detected();
        ClauseTally clauses  = new ClauseTally();
        Skips       skips    = new Skips();
        Clusters    clusters = Clusters.of(clauses, pack);
        Failures    failures = new Failures(output.json(), output.maxCards(), strictness.failFast(), new Card(subject.repro(), terminal.ink()), spec.commandLine().getOut());
        Hello       hello;
        Run.Result  result;
        try (Conversation conversation = opening.get()) {
            hello = conversation.hello();
            results.forEach(file -> file.begin(recorded(), conversation.hello()));
            Judge judge = new Judge(hello, pack.revoked().toMap(Revoked::id, Revoked::reason), strictness.frameRequired());
            try (Interruption interruption = Interruption.announced(err(), output.folder().toList(), clusters);
                 Progress progress = Progress.of(err(), terminal.err(), selected.tier().json(), selected.count())) {
                result = new Run(conversation, judge, waivers, strictness.failFast()).of(selected.vectors(), () -> pack.vectors(Tier.FULL), judgement -> {
                    results.forEach(file -> file.judged(judgement));
                    others.appendAll(List.of(interruption, progress, clauses, skips, clusters)).forEach(listener -> listener.judged(judgement));
                    failures.show(judgement, progress);
                }).closed(conversation);
            }
        }
        Run.Result last = result;
        results.forEach(file -> file.end(last.tally()));
        Summary summary = new Summary(hello, pack.manifest().pack(), selected.tier(), selected.count(), (System.nanoTime() - start) / 1e9,
            result, clauses, skips, clusters, result.exit(strictness.strict()));
        print(summary, failures, terminal);
        reports.forEach(files -> err().println("vmmref: written: " + files.write(summary).mkString(", ")));
        err().flush();
        return summary.exit().code();
    }

    private ResultsFile.Run recorded() {
        return new ResultsFile.Run(pack.manifest().pack(), selected.tier(), subject.implementation(), selected.options(), selected.count());
    }

    private void print(Summary summary, Failures failures, Terminal terminal) {
        PrintWriter data = spec.commandLine().getOut();
        if (output.json()) data.print(Json.page(summary.json(failures.lines())));
        else data.print(failures.cards(summary.clusters().all()) + summary.text(terminal.ink(), output.verbose()));
        data.flush();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
