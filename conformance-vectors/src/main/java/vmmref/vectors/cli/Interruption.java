/// What a user is told who interrupts a run.
package vmmref.vectors.cli;

import io.vavr.collection.Seq;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import vmmref.vectors.report.Clusters;
import vmmref.vectors.report.Ink;
import vmmref.vectors.report.ResultsFile;
import vmmref.vectors.run.Judgement;
import vmmref.vectors.run.Run;
import vmmref.vectors.run.ShellWords;

/// The process then ends with 130, as Java does at an interrupt; adapters are ended by whoever started them.
final class Interruption implements Run.Listener, AutoCloseable {

    private final AtomicInteger judged = new AtomicInteger();
    private final Thread atExit;

    private Interruption(PrintWriter err, Seq<Path> out, Clusters clusters) {
        atExit = new Thread(() -> {
            if (clusters.failures() > 0) err.print("\n" + clusters.text(new Ink(false)));
            err.println("\nvmmref: interrupted after %,d vectors%s".formatted(judged.get(),
                out.map(folder -> "; what was found so far is in %s; to go on, type:\n  %s rerun %s --resume".formatted(
                    folder.resolve(ResultsFile.NAME), Subject.command(), ShellWords.quote(folder.toString()))).mkString()));
            err.flush();
        }, "vmmref-interrupted");
    }

    /// Announces interruptions until it is closed, with what went wrong so far; `out` is the folder of the results, if there is one.
    static Interruption announced(PrintWriter err, Seq<Path> out, Clusters clusters) {
        Interruption interruption = new Interruption(err, out, clusters);
        Runtime.getRuntime().addShutdownHook(interruption.atExit);
        return interruption;
    }

    @Override
    public void judged(Judgement judgement) {
        judged.incrementAndGet();
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException exiting) {
            return;
        }
    }
}
