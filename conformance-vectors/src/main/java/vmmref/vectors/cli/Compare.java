/// `vmmref compare`: several runs beside each other.
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
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Pack;
import vmmref.vectors.report.Matrix;
import vmmref.vectors.report.Recording;
import vmmref.vectors.report.Terminal;
import vmmref.vectors.run.Exit;
import vmmref.vectors.run.KnownFailures;
import vmmref.vectors.run.Waivers;

@Command(
    name = "compare",
    header = "Compare runs: each clause under each implementation, and where they part.",
    description = "%nThe answers are judged again, by the vectors as they are now. Where two implementations give the same answer and it is not the expected one, the clause is "
        + "suspect: peers that agree are no proof, but a reason to look into the manual. Exits with 0 if every vector got the same verdict in all runs, and with 1 if not.%n",
    footer = {"", "Examples:", "  vmmref compare run-1.0 run-1.1", "  vmmref compare qemu ski mine --verbose"})
final class Compare implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", arity = "2..*", description = "Folders that were given to --out.")
    private java.util.List<Path> runs;

    @Option(names = {"-v", "--verbose"}, description = "List every clause, and not only those that fail somewhere.")
    private boolean verbose;

    @Mixin
    private Format format;

    @Mixin
    private PackFolder folder;

    @Override
    public Integer call() {
        Seq<Recording> recordings = List.ofAll(runs).map(Recording::read);
        Pack   pack   = folder.pack();
        Matrix matrix = new Matrix(recordings.map(recording -> Matrix.Column.of(recording,
            listener -> RunFolder.review(recording, pack, new Waivers(KnownFailures.none()), listener))));
        PrintWriter out = spec.commandLine().getOut();
        out.print(format.json() ? Json.page(matrix.json()) : matrix.text(Terminal.detected().ink(), verbose));
        out.flush();
        return (matrix.parting().isEmpty() ? Exit.CONFORMS : Exit.WRONG).code();
    }
}
