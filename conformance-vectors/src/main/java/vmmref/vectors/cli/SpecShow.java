/// `vmmref spec show`: one clause, and everything that is tied to it.
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
import vmmref.spec.Clause;
import vmmref.spec.Clauses;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Pack;
import vmmref.vectors.report.ClausePage;
import vmmref.vectors.report.Terminal;
import vmmref.vectors.run.Exit;
import vmmref.vectors.run.Suggestions;
import vmmref.vectors.run.UsageMistake;

@Command(
    name = "show",
    header = "Show clauses: the sentence, its source, the rule that carries it, the properties, proofs and vectors that check it.",
    footer = {"", "Example:", "  vmmref spec show TEMPLATE_RESERVED"})
final class SpecShow implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "CLAUSE", arity = "1..*", description = "The name of a clause.")
    private java.util.List<String> names;

    @Mixin
    private Format format;

    @Mixin
    private PackFolder folder;

    @Override
    public Integer call() {
        Seq<Clause> clauses = List.ofAll(names).map(SpecShow::named);
        Pack pack = folder.pack();
        Seq<ClausePage> pages = clauses.map(clause -> ClausePage.of(clause, pack));
        PrintWriter out = spec.commandLine().getOut();
        if (format.json()) {
            ArrayNode array = Json.object().putArray("clauses");
            pages.forEach(page -> array.add(page.json()));
            out.print(Json.page(array));
        } else {
            out.print(pages.map(page -> page.text(Terminal.detected().ink())).mkString("\n"));
        }
        out.flush();
        return Exit.CONFORMS.code();
    }

    private static Clause named(String name) {
        return Clauses.named(name).getOrElseThrow(() -> new UsageMistake("there is no clause %s (`vmmref spec list` lists them)%s"
            .formatted(name, Suggestions.among(Clauses.all().map(Clause::name), name))));
    }
}
