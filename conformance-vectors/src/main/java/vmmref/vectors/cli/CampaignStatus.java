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
import vmmref.vectors.report.Columns;
import vmmref.vectors.report.Terminal;
import vmmref.vectors.run.Exit;

@Command(
    name = "status",
    header = "Show how far a campaign is and what it found; while it runs, as of its last batch.",
    footer = {"", "Examples:", "  vmmref campaign status", "  vmmref campaign status --all"})
final class CampaignStatus implements Callable<Integer> {

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
            out.print(new Columns(List.of("campaign", "subject", "cases", "discarded", "behaviours", "minutes", "findings"), stores.map(CampaignStatus::row)).text("", Terminal.detected().ink()::strong));
            if (!all) Store.reading(stores.head()).findings().forEach(finding -> out.println(finding.id() + ": " + finding.sentence()));
        }
        out.flush();
        return Exit.CONFORMS.code();
    }

    private static Seq<String> row(Path folder) {
        Store.ReadOnly store = Store.reading(folder);
        Ledger ledger = store.ledger();
        return List.of(folder.getFileName().toString(), store.config().subject(), "%,d".formatted(ledger.cases()), "%,d".formatted(ledger.discarded()), "%,d".formatted(ledger.behaviours()),
            "%.1f".formatted(ledger.spent() / 60_000.0), "%,d".formatted(store.findings().size()));
    }

    private static ObjectNode json(Path folder) {
        Store.ReadOnly store = Store.reading(folder);
        Config config = store.config();
        Ledger ledger = store.ledger();
        ObjectNode json = Json.object().put("campaign", folder.getFileName().toString()).put("subject", config.subject()).put("seed", config.seed()).put("started", config.started())
            .put("batches", ledger.batch()).put("millis", ledger.spent()).put("cases", ledger.cases()).put("discarded", ledger.discarded()).put("behaviours", ledger.behaviours());
        json.set("findings", Json.texts(store.findings().map(Finding::id)));
        return json;
    }
}
