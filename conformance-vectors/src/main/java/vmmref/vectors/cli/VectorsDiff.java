/// `vmmref vectors diff`: what changed between two packs.
package vmmref.vectors.cli;

import io.vavr.control.Option;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vmmref.vectors.fill.Changes;
import vmmref.vectors.fill.Side;
import vmmref.vectors.format.Json;
import vmmref.vectors.report.ChangesPage;
import vmmref.vectors.report.Terminal;
import vmmref.vectors.run.Exit;
import vmmref.vectors.run.UsageMistake;

@Command(
    name = "diff",
    header = "Compare two packs: which vectors came, went or expect something else, and why.",
    description = {"", "A vector is added, removed, revoked, corrected (judged by another expectation), moved (its case has another id), reassigned (its id has another case),",
        "or retold (only its title, clauses, flags or the like differ). The version must grow: by a patch for what is corrected, revoked or retold, by a minor version",
        "for what is added, by a major one for what is removed and not in revoked.txt. Exits with 0 if the packs are the same, and with 1 if they differ; with 4 if",
        "a promise is broken (a vector is moved or reassigned, a line of the ledger of ids is lost), or if a pack is damaged.", ""},
    footer = {"", "Examples:", "  vmmref vectors diff ../vmmref-1.0/conformance-vectors/vectors", "  vmmref vectors diff OLD NEW --format json"})
final class VectorsDiff implements Callable<Integer> {

    private static final int BRIEF = 10;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "OLD", description = "The folder or the zip file of the older pack.")
    private Path before;

    @Parameters(index = "1", paramLabel = "NEW", arity = "0..1", description = "That of the newer one (default: that of --pack).")
    private Path after;

    @picocli.CommandLine.Option(names = {"-v", "--verbose"}, description = "List every change, and not only the first of each sort.")
    private boolean verbose;

    @Mixin
    private Format format;

    @Mixin
    private PackFolder folder;

    @Override
    public Integer call() {
        if (after != null && !folder.words().isEmpty()) throw new UsageMistake("the newer pack is named twice: leave out NEW, or --pack");
        Path newer = Option.of(after).map(PackFolder::at).getOrElse(folder::folder);
        Changes changes = Changes.between(new Side(PackFolder.at(before)), new Side(newer));
        ChangesPage page = new ChangesPage(changes, verbose ? Integer.MAX_VALUE : BRIEF);
        PrintWriter out = spec.commandLine().getOut();
        Exit exit = !changes.broken().isEmpty() ? Exit.PACK : changes.none() ? Exit.CONFORMS : Exit.WRONG;
        out.print(format.json() ? Json.page(page.json().put("exit", exit.code())) : page.text(Terminal.detected().ink()));
        out.flush();
        return exit.code();
    }
}
