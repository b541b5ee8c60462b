/// One run as a user sees it: announced, followed, kept, summed up.
package vmmref.vectors.cli;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
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
import vmmref.vectors.report.Progress;
import vmmref.vectors.report.Repro;
import vmmref.vectors.report.ResultsFile;
import vmmref.vectors.report.Skips;
import vmmref.vectors.report.Summary;
import vmmref.vectors.report.Terminal;
import vmmref.vectors.run.Conversation;
import vmmref.vectors.run.Judge;
import vmmref.vectors.run.Run;
import vmmref.vectors.run.Waivers;

/// `asked` is the implementation as a user would name it; `repro` asks it again. Everything that the user may have got wrong in files and
/// options is found out before the implementation is started.
record Trial(CommandSpec spec, Pack pack, Tier tier, Selection.Selected selected, String asked, Repro repro, Strictness strictness, Output output) {

    /// Runs it, and prints what came of it. `opening` starts the implementation.
    /// @return the exit code
    int run(Supplier<Conversation> opening) {
        Waivers waivers = strictness.waivers();
        err().printf("vmmref: %,d %s of tier %s, pack %s; asking %s%n", selected.count(), selected.count() == 1 ? "vector" : "vectors",
            tier.json(), pack.manifest().pack(), asked);
        err().flush();
        if (output.folder().isEmpty()) return judged(opening, waivers, List.empty());
        try (ResultsFile results = ResultsFile.in(output.folder().get())) {
            return judged(opening, waivers, List.of(results));
        }
    }

    private int judged(Supplier<Conversation> opening, Waivers waivers, Seq<ResultsFile> results) {
        long start = System.nanoTime();
        Terminal    terminal = Terminal.detected();
        ClauseTally clauses  = new ClauseTally();
        Skips       skips    = new Skips();
        Failures    failures = new Failures(output.json(), output.maxCards(), new Card(repro, terminal.ink()), spec.commandLine().getOut());
        Hello       hello;
        Run.Result  result;
        try (Conversation conversation = opening.get()) {
            hello = conversation.hello();
            results.forEach(file -> file.begin(pack.manifest().pack(), tier, conversation.hello()));
            Judge judge = new Judge(hello, pack.revoked().toMap(Revoked::id, Revoked::reason), strictness.frameRequired());
            try (Interruption interruption = Interruption.announced(err(), output.folder().toList());
                 Progress progress = Progress.of(err(), terminal.err(), tier.json(), selected.count())) {
                result = new Run(conversation, judge, waivers, strictness.failFast()).of(selected.vectors(), () -> pack.vectors(Tier.FULL), judgement -> {
                    results.forEach(file -> file.judged(judgement));
                    List.<Run.Listener>of(interruption, progress, clauses, skips).forEach(listener -> listener.judged(judgement));
                    failures.show(judgement, progress);
                });
            }
        }
        Run.Result last = result;
        results.forEach(file -> file.end(last.tally()));
        Summary summary = new Summary(hello, pack.manifest().pack(), tier, selected.count(), (System.nanoTime() - start) / 1e9,
            result, clauses, skips, result.exit(strictness.strict()));
        print(summary, failures, terminal);
        return summary.exit().code();
    }

    private void print(Summary summary, Failures failures, Terminal terminal) {
        PrintWriter data = spec.commandLine().getOut();
        if (output.json()) data.print(Json.page(summary.json(failures.lines())));
        else data.print(failures.rest() + summary.text(terminal.ink(), output.verbose()));
        data.flush();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
