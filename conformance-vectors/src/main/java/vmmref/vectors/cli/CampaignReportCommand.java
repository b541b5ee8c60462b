/// `vmmref campaign report`: the page of a campaign.
package vmmref.vectors.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vmmref.properties.campaign.Campaign;
import vmmref.properties.campaign.Candidate;
import vmmref.properties.campaign.Closing;
import vmmref.properties.campaign.Store;
import vmmref.vectors.campaign.Candidates;
import vmmref.vectors.report.CampaignReport;
import vmmref.vectors.run.Exit;
import vmmref.vectors.run.Implementations;

@Command(
    name = "report",
    header = "Write the report of a campaign, as of its last batch.",
    footer = {"", "Examples:", "  vmmref campaign report", "  vmmref campaign report nightly --out nightly-report"})
final class CampaignReportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", arity = "0..1", defaultValue = "", description = "The campaign (default: the one that was saved last).")
    private String name;

    @Option(names = "--out", paramLabel = "DIR", description = "The folder of report.html (default: that of the campaign).")
    private Path out;

    @Mixin
    private Campaigns campaigns;

    @Override
    public Integer call() {
        Path folder = campaigns.existing(name);
        Store.ReadOnly store = Store.reading(folder);
        Candidate reference = Candidates.named(Implementations.BUILT_IN, () -> { throw new IllegalStateException("the reference needs no pack"); });
        Closing closing = Campaign.reviewed(store, reference, CampaignCourse.laws(store.config().laws(), store.config().subject()));
        Path page = new CampaignReport(closing, store.observations(), Subject.command(), campaigns.words(folder)).write(out == null ? folder : out);
        spec.commandLine().getOut().println(page);
        spec.commandLine().getOut().flush();
        return Exit.CONFORMS.code();
    }
}
