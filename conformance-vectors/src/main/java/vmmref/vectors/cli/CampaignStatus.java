/// `vmmref campaign status`: how far campaigns are.
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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vmmref.properties.campaign.Config;
import vmmref.properties.campaign.Finding;
import vmmref.properties.campaign.Ledger;
import vmmref.properties.campaign.Store;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Printable;
import vmmref.vectors.report.CampaignSummary;
import vmmref.vectors.report.Columns;
import vmmref.vectors.report.Terminal;
import vmmref.vectors.run.Exit;

@Command(
    name = "status",
    header = "Show how far a campaign is and what it found; while it runs, as of its last batch.",
    footer = {"", "Examples:", "  vmmref campaign status", "  vmmref campaign status --all"})
final class CampaignStatus implements Callable<Integer> {

    private static final Seq<String> HEADER = List.of("campaign", "subject", "cases", "of", "time", "of", "discarded", "behaviours", "findings");
    private static final int SHOWN = 20;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", arity = "0..1", defaultValue = "", description = "The campaign (default: the one that was saved last).")
    private String name;

    @Option(names = "--all", description = "Every campaign.")
    private boolean all;

    @Mixin
    private Campaigns campaigns;

    @Mixin
    private Format format;

    @Override
    public Integer call() {
        Seq<Path> stores = all ? campaigns.all() : List.of(campaigns.existing(name));
        PrintWriter out = spec.commandLine().getOut();
        if (format.json()) {
            ArrayNode array = Json.object().putArray("campaigns");
            stores.forEach(store -> array.add(json(store)));
            out.print(Json.page(array));
        } else {
            if (stores.isEmpty()) spec.commandLine().getErr().println("vmmref: " + campaigns.none());
            else out.print(new Columns(HEADER, stores.map(CampaignStatus::row)).text("", Terminal.detected().ink()::strong));
            if (!all) findings(Store.reading(stores.head()).findings()).forEach(out::println);
        }
        spec.commandLine().getErr().flush();
        out.flush();
        return Exit.CONFORMS.code();
    }

    private static Seq<String> findings(Seq<Finding> findings) {
        return findings.take(SHOWN).map(finding -> finding.id() + ": " + finding.sentence())
            .appendAll(List.of("… and %,d more; --format json names all".formatted(findings.size() - SHOWN)).filter(more -> findings.size() > SHOWN));
    }

    private static Seq<String> row(Path folder) {
        Store.ReadOnly store = Store.reading(folder);
        Config config = store.config();
        Ledger ledger = store.ledger();
        return List.of(folder.getFileName().toString(), Printable.of(config.subject(), Printable.QUOTED), "%,d".formatted(ledger.cases()), config.tries() < 0 ? "-" : "%,d".formatted(config.tries()),
            CampaignSummary.time(ledger.spent()), config.millis() < 0 ? "-" : CampaignSummary.time(config.millis()), "%,d".formatted(ledger.discarded()), "%,d".formatted(ledger.behaviours()),
            "%,d".formatted(store.findings().size()));
    }

    private static ObjectNode json(Path folder) {
        Store.ReadOnly store = Store.reading(folder);
        Config config = store.config();
        Ledger ledger = store.ledger();
        ObjectNode json = Json.object().put("campaign", folder.getFileName().toString()).put("subject", config.subject()).put("seed", config.seed()).put("started", config.started())
            .put("batches", ledger.batch()).put("millis", ledger.spent()).put("cases", ledger.cases()).put("discarded", ledger.discarded()).put("behaviours", ledger.behaviours());
        ObjectNode budget = json.putObject("budget");
        if (config.millis() >= 0) budget.put("millis", config.millis());
        if (config.tries() >= 0) budget.put("cases", config.tries());
        json.set("findings", Json.texts(store.findings().map(Finding::id)));
        return json;
    }
}
