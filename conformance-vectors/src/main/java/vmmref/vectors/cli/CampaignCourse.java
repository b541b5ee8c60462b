/// One campaign as a user sees it: followed, interrupted perhaps, summed up.
package vmmref.vectors.cli;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Model.CommandSpec;
import vmmref.properties.campaign.Campaign;
import vmmref.properties.campaign.Candidate;
import vmmref.properties.campaign.CandidateBroken;
import vmmref.properties.campaign.Closing;
import vmmref.properties.campaign.Config;
import vmmref.properties.campaign.Finding;
import vmmref.properties.campaign.Law;
import vmmref.properties.campaign.Ledger;
import vmmref.properties.campaign.Store;
import vmmref.properties.campaign.StoreMistake;
import vmmref.vectors.campaign.Candidates;
import vmmref.vectors.format.Json;
import vmmref.vectors.report.CampaignProgress;
import vmmref.vectors.report.CampaignReport;
import vmmref.vectors.report.CampaignSummary;
import vmmref.vectors.report.Terminal;
import vmmref.vectors.run.Glob;
import vmmref.vectors.run.Suggestions;
import vmmref.vectors.run.UsageMistake;

/// @param campaigns where it is kept
/// @param format    of what is printed at the end
record CampaignCourse(CommandSpec spec, Campaigns campaigns, Format format) {

    /// How long the cases that are being executed may take after an interruption, in seconds.
    private static final int PATIENCE = 20;

    /// {@return the laws whose names a pattern matches, of those that say something of the candidate}
    /// @throws UsageMistake if there is none
    static Seq<Law> laws(Iterable<String> patterns, String subject) {
        Seq<String> globs = List.ofAll(patterns);
        boolean isAsked = Candidates.isAsked(subject);
        Seq<Law> possible = Law.all().filter(law -> law.judges() || !isAsked);
        globs.find(glob -> possible.forAll(law -> !Glob.of(glob).matches(law.name()))).forEach(glob -> {
            throw new UsageMistake("no law that judges %s has a name like \"%s\"%s".formatted(subject, glob, instead(possible.map(Law::name), glob)));
        });
        return possible.filter(law -> globs.isEmpty() || globs.exists(glob -> Glob.of(glob).matches(law.name())));
    }

    private static String instead(Seq<String> names, String glob) {
        String near = Suggestions.among(names, glob.replace("*", ""));
        return near.isEmpty() ? "; the laws are " + names.map(name -> name.replaceAll("[.].*", ".*")).distinct().mkString(", ") + ", such as " + names.head() : near;
    }

    /// Runs it, and prints what came of it.
    /// @return the exit code
    int run(Store store, Candidate candidate, int workers, Seq<Finding> earlier) {
        PrintWriter err = spec.commandLine().getErr();
        Seq<Law> laws = laws(store.config().laws(), candidate.name());
        err.printf("vmmref: campaign %s: %d %s, seed %s, %d %s; judging %s%n", store.folder(), laws.size(), laws.size() == 1 ? "law" : "laws", store.config().seed(), workers, workers == 1 ? "worker" : "workers", candidate.name());
        spent(store).forEach(why -> err.println("vmmref: " + why));
        err.flush();
        CountDownLatch ended = new CountDownLatch(1);
        try (CampaignProgress progress = new CampaignProgress(err, Terminal.detected().err(), store.config(), store.ledger(), store.findings().size())) {
            Campaign campaign = Campaign.of(store, candidate, laws, workers, progress);
            Thread interrupted = new Thread(() -> interrupted(campaign, ended, store.folder()), "vmmref-interrupted");
            Runtime.getRuntime().addShutdownHook(interrupted);
            try {
                return closed(campaign.run(earlier), store.folder(), progress);
            } catch (CandidateBroken | StoreMistake broken) {
                kept(store.folder(), progress);
                throw broken;
            } finally {
                ended.countDown();
                forget(interrupted);
            }
        }
    }

    /// {@return why a campaign that goes on only tries its findings again, if so}
    private static Option<String> spent(Store store) {
        Config config = store.config();
        Ledger ledger = store.ledger();
        boolean over = config.millis() >= 0 && ledger.spent() >= config.millis() || config.tries() >= 0 && ledger.cases() >= config.tries();
        return config.first() && !store.findings().isEmpty() ? Option.some("it was to end with its first counterexample, and has one: start another campaign to search on")
            : Option.when(over, "its budget is spent: name a greater one with --time or --tries, or its findings are tried again and nothing else");
    }

    private int closed(Closing closing, Path folder, CampaignProgress progress) {
        progress.close();
        CampaignSummary summary = new CampaignSummary(closing, Subject.command(), campaigns.words(folder), folder);
        Path report = new CampaignReport(closing, Store.reading(folder).observations(), Subject.command(), campaigns.words(folder)).write(folder);
        PrintWriter out = spec.commandLine().getOut();
        out.print(format.json() ? Json.page(summary.json()) : summary.text(Terminal.detected().ink()));
        out.flush();
        spec.commandLine().getErr().println("vmmref: written: " + report);
        spec.commandLine().getErr().flush();
        return summary.exit().code();
    }

    private void kept(Path folder, CampaignProgress progress) {
        progress.close();
        spec.commandLine().getErr().printf("vmmref: the campaign ends here, and what it found is kept; to go on once the cause below is mended, type:%n  %s campaign resume %s%n",
            Subject.command(), campaigns.words(folder));
    }

    private void interrupted(Campaign campaign, CountDownLatch ended, Path folder) {
        campaign.stop();
        PrintWriter err = spec.commandLine().getErr();
        try {
            boolean saved = ended.await(PATIENCE, TimeUnit.SECONDS);
            err.printf("%nvmmref: interrupted%s; to go on, type:%n  %s campaign resume %s%n", saved ? "; everything is saved" : "; the batch in flight is lost, the rest is saved",
                Subject.command(), campaigns.words(folder));
            err.flush();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException exiting) {
            return;
        }
    }
}
