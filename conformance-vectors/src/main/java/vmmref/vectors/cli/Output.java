/// What a user is shown of a run, and what is kept of it.
package vmmref.vectors.cli;

import io.vavr.control.Option;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import vmmref.vectors.report.Recording;
import vmmref.vectors.report.ResultsFile;

/// A mixin of the commands that judge.
final class Output {

    @CommandLine.Option(names = "--out", paramLabel = "DIR", description = "Keep the run there: results.jsonl, report.html, junit.xml, badge.json.")
    private Path folder;

    @CommandLine.Option(names = "--max-cards", paramLabel = "N", defaultValue = "10", description = "Show at most so many failures in full (default: ${DEFAULT-VALUE}).")
    private int maxCards;

    @CommandLine.Option(names = {"-v", "--verbose"}, description = "List every clause, and not only those that fail.")
    private boolean verbose;

    @Mixin
    private Format format;

    private Option<Recording> interrupted = Option.none();

    /// Goes on with the files of a run that was interrupted, unless the user named another folder.
    void goOnWith(Recording run) {
        interrupted = Option.when(folder == null, run);
    }

    /// {@return where the run is kept, if it is}
    Option<Path> folder() {
        return interrupted.map(run -> run.file().toAbsolutePath().getParent()).orElse(Option.of(folder));
    }

    /// {@return the file in that folder, open}
    /// @throws vmmref.vectors.run.UsageMistake if it cannot be written
    Option<ResultsFile> results() {
        return interrupted.map(run -> ResultsFile.goingOn(run.file(), run.judged().keySet())).orElse(() -> folder().map(ResultsFile::in));
    }

    int maxCards() {
        return maxCards;
    }

    boolean verbose() {
        return verbose;
    }

    boolean json() {
        return format.json();
    }
}
