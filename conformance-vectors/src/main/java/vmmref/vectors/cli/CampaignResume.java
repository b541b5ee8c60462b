/// `vmmref campaign resume`: an earlier campaign goes on.
package vmmref.vectors.cli;

import io.vavr.collection.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vmmref.properties.campaign.Candidate;
import vmmref.properties.campaign.Config;
import vmmref.properties.campaign.Store;
import vmmref.vectors.campaign.Candidates;

@Command(
    name = "resume",
    header = "Go on with a campaign that was interrupted, or whose budget was too small.",
    description = "%nA campaign that was killed goes on after its last whole batch; nothing that it found is lost. --time and --tries are the whole budget, what was spent earlier included.%n",
    footer = {"", "Examples:", "  vmmref campaign resume", "  vmmref campaign resume nightly --time 8h"})
final class CampaignResume implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", arity = "0..1", defaultValue = "", description = "The campaign (default: the one that was saved last).")
    private String name;

    @Mixin
    private Budget budget;

    @Mixin
    private Jobs jobs;

    @Mixin
    private Campaigns campaigns;

    @Mixin
    private PackFolder folder;

    @Mixin
    private Format format;

    @Override
    public Integer call() {
        try (Store store = Store.open(campaigns.existing(name))) {
            Config config = store.config();
            Candidate candidate = Candidates.named(config.subject(), folder::pack);
            int workers = jobs.number();
            if (budget.isGiven()) store.save(config.with(budget.millis(), budget.tries()));
            return new CampaignCourse(spec, campaigns, format).run(store, candidate, workers, List.empty());
        }
    }
}
