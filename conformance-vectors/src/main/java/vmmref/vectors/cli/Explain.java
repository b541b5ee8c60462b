/// `vmmref explain`: why vectors are as they are.
package vmmref.vectors.cli;

import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Pack;
import vmmref.vectors.format.Vector;
import vmmref.vectors.report.Card;
import vmmref.vectors.report.Explanation;
import vmmref.vectors.report.Repro;
import vmmref.vectors.report.ResultsFile;
import vmmref.vectors.report.Terminal;
import vmmref.vectors.run.Exit;
import vmmref.vectors.run.Inquiry;
import vmmref.vectors.run.Judgement;

@Command(
    name = "explain",
    header = "Explain vectors: why they exist, and clause by clause why they expect what they expect.",
    description = "%nWith -i, an implementation is asked as well; its card follows, and the exit code is that of `vmmref check`.%n",
    footer = {"", "Examples:", "  vmmref explain codec/near/0001", "  vmmref explain codec/manual/0010 -i ./myemu"})
final class Explain implements Callable<Integer> {

    private static final String PLACEHOLDER = "CMD";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", arity = "1..*", description = "The id of a vector.")
    private java.util.List<String> ids;

    @picocli.CommandLine.Option(names = {"-i", "--impl"}, paramLabel = "CMD", description = "Ask this implementation too; as for `vmmref check`.")
    private String implementation;

    @Mixin
    private Format format;

    @Mixin
    private PackFolder folder;

    @Override
    public Integer call() {
        Pack pack = folder.pack();
        Seq<Vector> vectors = List.ofAll(ids).distinct().map(id -> pack.vector(id).getOrElseThrow(() -> Selection.unknown(pack, id)));
        Repro repro = new Repro(Subject.words().appendAll(List.of("check", "-i", Option.of(implementation).getOrElse(PLACEHOLDER)))
            .appendAll(folder.words()));
        Seq<Explanation> explanations = vectors.map(vector -> Explanation.of(vector, pack, repro));
        Option<Inquiry> inquiry = Option.of(implementation).map(text -> Inquiry.of(text, pack, vectors));
        print(explanations, inquiry.map(Inquiry::judgements).getOrElse(HashMap.empty()), new Card(repro, Terminal.detected().ink()));
        inquiry.toList().flatMap(Inquiry::troubles).forEach(trouble -> spec.commandLine().getErr().println("vmmref: " + trouble));
        return inquiry.map(asked -> asked.result().exit(false)).getOrElse(Exit.CONFORMS).code();
    }

    private void print(Seq<Explanation> explanations, Map<String, Judgement> judgements, Card card) {
        PrintWriter out = spec.commandLine().getOut();
        if (format.json()) {
            ArrayNode array = Json.object().putArray("explanations");
            explanations.forEach(explanation -> array.add(json(explanation, judgements.get(explanation.vector().id()))));
            out.print(Json.page(array));
        } else {
            out.print(explanations.map(explanation -> explanation.text(card.ink())
                + judgements.get(explanation.vector().id()).map(judgement -> "\n" + card.text(judgement)).getOrElse("")).mkString("\n"));
        }
        out.flush();
    }

    private static ObjectNode json(Explanation explanation, Option<Judgement> judgement) {
        ObjectNode json = explanation.json();
        judgement.forEach(judged -> json.set("judgement", ResultsFile.line(judged)));
        return json;
    }
}
