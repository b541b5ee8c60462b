/// `vmmref vectors verify`: whether the pack is whole.
package vmmref.vectors.cli;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vmmref.vectors.fill.Disagreement;
import vmmref.vectors.fill.Regenerate;
import vmmref.vectors.fill.Verify;
import vmmref.vectors.format.Finding;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Kinds;
import vmmref.vectors.format.Pack;
import vmmref.vectors.format.Tier;
import vmmref.vectors.run.Exit;

@Command(
    name = "verify",
    header = "Check the vectors: hashes, counts, schemas, ids, near vectors, limits.",
    description = "%nWith --regenerate, the pack is filled again elsewhere and must come out byte for byte. Exits with 4 if anything is found.%n",
    footer = {"", "Example:", "  vmmref vectors verify --regenerate"})
final class VectorsVerify implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--regenerate", description = "Fill the pack again elsewhere, and compare.")
    private boolean regenerate;

    @Mixin
    private Format format;

    @Mixin
    private PackFolder folder;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        spec.commandLine().getErr().println("vmmref: verifying " + folder.place());
        spec.commandLine().getErr().flush();
        Seq<String> findings = Verify.pack(folder.folder()).map(Finding::text);
        Seq<Regenerate> again = regenerate && findings.isEmpty() ? List.of(Regenerate.compare(folder.folder(), Kinds.all())) : List.empty();
        Seq<String> differences = again.flatMap(Regenerate::differences).map(Regenerate.Difference::text);
        Seq<String> untrue = again.map(Regenerate::filled).flatMap(filled -> filled.disagreements().reject(Disagreement::tolerated)).map(Disagreement::text);
        Exit exit = !findings.isEmpty() || !differences.isEmpty() ? Exit.PACK : untrue.isEmpty() ? Exit.CONFORMS : Exit.WRONG;
        if (format.json()) {
            var json = Json.object();
            json.set("findings", Json.texts(findings));
            json.set("differences", Json.texts(differences));
            json.set("disagreements", Json.texts(untrue));
            out.print(Json.page(json.put("exit", exit.code())));
        } else {
            findings.appendAll(differences).appendAll(untrue).forEach(out::println);
            out.println(sentence(exit));
        }
        out.flush();
        return exit.code();
    }

    private String sentence(Exit exit) {
        return switch (exit) {
            case CONFORMS -> "The pack is whole: %,d vectors%s.".formatted(Pack.open(folder.folder()).count(Tier.FULL),
                regenerate ? ", and came out byte for byte when filled again" : "");
            case WRONG    -> "The pack is whole, but the model does not give what independent sources say.";
            default       -> "The pack is not whole.";
        };
    }
}
