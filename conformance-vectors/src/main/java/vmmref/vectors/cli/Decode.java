/// `vmmref decode`: what bundles encode.
package vmmref.vectors.cli;

import io.vavr.collection.Seq;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import vmmref.model.bundle.Bundle;
import vmmref.model.semantics.Semantics;
import vmmref.vectors.format.Json;
import vmmref.vectors.report.BundlePage;
import vmmref.vectors.report.Terminal;
import vmmref.vectors.run.Exit;
import vmmref.vectors.run.UsageMistake;

/// Reads bundles from the arguments, or from standard input where an argument is `-`; what is no bundle is named, and the others are shown.
@Command(
    name = "decode",
    header = "Show which instructions a bundle encodes, and by which clauses.",
    description = {"%nA bundle is 32 hexadecimal digits: its 16 bytes in memory order.",
        "%nWith --against, lines are compared that another disassembler printed: bundle, template and the texts of its instructions, with tabs between them; unassigned where it finds none, reserved for a template that is. "
            + "What differs is printed: bundle, place, what the tables say, what was printed, and the clause. The exit code is 1 if anything does.%n"},
    footer = {"", "Examples:", "  vmmref decode 014000401a0400000002000000000400", "  vmmref decode --profile maximal --against listing"})
final class Decode implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "HEX", arity = "0..*", description = "A bundle, or - to read bundles from standard input, one a line.")
    private java.util.List<String> bundles = new ArrayList<>();

    @picocli.CommandLine.Option(names = "--against", paramLabel = "FILE", description = "Compare with these lines instead; - is standard input.")
    private String against;

    @Mixin
    private Instructions profile;

    @Mixin
    private Format format;

    @Override
    public Integer call() {
        Semantics semantics = Semantics.architected(profile.profile());
        if (bundles.isEmpty() == (against == null)) throw new UsageMistake("write bundles, such as 014000401a0400000002000000000400, or name lines to compare with --against");
        if (against != null) return (Listings.departing(against, semantics, spec.commandLine().getOut()) ? Exit.WRONG : Exit.CONFORMS).code();
        Seq<String> texts  = BundleTexts.typed(bundles);
        Seq<String> mistakes = texts.flatMap(text -> BundleTexts.mistake(text).toList());
        Seq<BundlePage> pages = texts.filter(text -> BundleTexts.mistake(text).isEmpty()).map(text -> BundlePage.of(Bundle.ofHex(text), semantics));
        print(pages);
        PrintWriter err = spec.commandLine().getErr();
        mistakes.forEach(mistake -> err.println("vmmref: " + mistake));
        return (mistakes.isEmpty() ? Exit.CONFORMS : Exit.USAGE).code();
    }

    private void print(Seq<BundlePage> pages) {
        PrintWriter out = spec.commandLine().getOut();
        if (format.json()) {
            ArrayNode array = Json.object().putArray("bundles");
            pages.forEach(page -> array.add(page.json()));
            out.print(Json.page(array));
        } else {
            out.print(pages.map(page -> page.text(Terminal.detected().ink())).mkString("\n"));
        }
        out.flush();
    }
}
