/// `vmmref campaign promote`: findings as vectors.
package vmmref.vectors.cli;

import io.vavr.collection.Seq;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vmmref.properties.campaign.Finding;
import vmmref.vectors.campaign.Promotion;
import vmmref.vectors.format.Json;
import vmmref.vectors.run.Exit;
import vmmref.vectors.run.UsageMistake;

@Command(
    name = "promote",
    header = "Make vectors of findings.",
    description = "%nPrints a line of JSON for each question of the finding's case that the implementation answers wrongly; for each question, where it answers all rightly. "
        + "Added to conformance-vectors/src/main/resources/vmmref/vectors/campaign/found.jsonl, they become vectors of source campaign with the next vectors fill.%n",
    footer = {"", "Examples:", "  vmmref campaign promote", "  vmmref campaign promote nightly >> found.jsonl"})
final class CampaignPromote implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Found found;

    @Mixin
    private PackFolder folder;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        int lines = 0;
        Seq<Finding> findings = found.findings();
        for (Finding finding : findings) {
            Promotion promotion = Promotion.of(finding, folder.pack());
            promotion.vectors().forEach(vector -> out.println(Json.line(promotion.line(vector))));
            err.println("vmmref: %s: %s".formatted(finding.id(), told(promotion)));
            lines += promotion.vectors().size();
        }
        out.flush();
        err.flush();
        if (findings.isEmpty()) {
            err.println("vmmref: %s has no finding".formatted(found.place()));
            err.flush();
            return Exit.NOTHING_RAN.code();
        }
        if (lines == 0) throw new UsageMistake("nothing was promoted: the laws of these findings ask nothing that a vector can ask");
        return Exit.CONFORMS.code();
    }

    private static String told(Promotion promotion) {
        int failing = promotion.failing().size();
        return failing > 0 ? "%d of %d questions are answered wrongly".formatted(failing, failing + promotion.passing().size())
            : promotion.passing().isEmpty() ? "its law asks nothing that a vector can ask"
            : "all %d questions are answered rightly: what is wrong is how answers go together".formatted(promotion.passing().size());
    }
}
