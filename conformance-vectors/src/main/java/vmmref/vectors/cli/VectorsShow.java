/// `vmmref vectors show`: one vector, and why it exists.
package vmmref.vectors.cli;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Pack;
import vmmref.vectors.format.Vector;
import vmmref.vectors.report.Flags;
import vmmref.vectors.report.Terminal;
import vmmref.vectors.report.VectorPage;
import vmmref.vectors.run.Exit;

@Command(
    name = "show",
    header = "Show vectors: what is asked, what is expected, which clauses decide, why the case exists.",
    footer = {"", "Example:", "  vmmref vectors show codec/template/0001"})
final class VectorsShow implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", arity = "1..*", description = "The id of a vector.")
    private java.util.List<String> ids;

    @Mixin
    private Format format;

    @Mixin
    private PackFolder folder;

    @Override
    public Integer call() {
        Pack pack = folder.pack();
        Seq<Vector> vectors = List.ofAll(ids).map(id -> pack.vector(id).getOrElseThrow(() -> Selection.unknown(pack, id)));
        PrintWriter out = spec.commandLine().getOut();
        if (format.json()) {
            ArrayNode array = Json.object().putArray("vectors");
            vectors.forEach(vector -> array.add(vector.json()));
            out.print(Json.page(array));
        } else {
            VectorPage page = new VectorPage(Flags.of(pack), Terminal.detected().ink());
            out.print(vectors.map(page::text).mkString("\n"));
        }
        out.flush();
        return Exit.CONFORMS.code();
    }
}
