/// `vmmref vectors fill`: makes the pack anew.
package vmmref.vectors.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vmmref.vectors.fill.Disagreement;
import vmmref.vectors.fill.Fill;
import vmmref.vectors.fill.Filled;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Kinds;
import vmmref.vectors.run.Exit;

@Command(
    name = "fill",
    header = "Make the vectors anew: expectations from the model, ids from the ledger.",
    description = "%nThe files that people write (schema/, flags.json, revoked.txt) must be there. Exits with 1 if the model does not give "
        + "an expectation that was typed from an independent source.%n",
    footer = {"", "Example:", "  vmmref vectors fill"})
final class VectorsFill implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Format format;

    @Mixin
    private PackFolder folder;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        spec.commandLine().getErr().println("vmmref: filling " + folder.place());
        Filled filled = Fill.into(folder.changeable(), Kinds.all());
        if (format.json()) out.print(Json.page(json(filled)));
        else {
            filled.disagreements().forEach(disagreement -> out.println(disagreement.text()));
            filled.changed().forEach(file -> out.println("changed " + file));
            filled.removed().forEach(file -> out.println("removed " + file));
            out.printf("%s in %,d shards; %,d new ids, %,d files changed, %,d disagreements with typed expectations%n",
                filled.vectors().map(tier -> "%s %,d".formatted(tier._1.json(), tier._2)).mkString(", "), filled.shards(), filled.named(),
                filled.changed().size() + filled.removed().size(), filled.disagreements().size());
        }
        out.flush();
        return (filled.agreed() ? Exit.CONFORMS : Exit.WRONG).code();
    }

    private static tools.jackson.databind.node.ObjectNode json(Filled filled) {
        var counts = Json.object();
        filled.vectors().forEach((tier, count) -> counts.put(tier.json(), count));
        var json = Json.object();
        json.set("vectors", counts);
        json.put("shards", filled.shards()).put("named", filled.named());
        json.set("changed", Json.texts(filled.changed()));
        json.set("removed", Json.texts(filled.removed()));
        json.set("disagreements", Json.texts(filled.disagreements().map(Disagreement::text)));
        return json;
    }
}
