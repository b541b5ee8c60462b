/// What a user is shown of a run, and what is kept of it.
package vmmref.vectors.cli;

import java.nio.file.Path;
import picocli.CommandLine.Mixin;

/// A mixin of the commands that judge.
final class Output {

    @picocli.CommandLine.Option(names = "--out", paramLabel = "DIR", description = "Keep the run there: results.jsonl.")
    private Path folder;

    @picocli.CommandLine.Option(names = "--max-cards", paramLabel = "N", defaultValue = "10", description = "Show at most so many failures in full (default: ${DEFAULT-VALUE}).")
    private int maxCards;

    @picocli.CommandLine.Option(names = {"-v", "--verbose"}, description = "List every clause, and not only those that fail.")
    private boolean verbose;

    @Mixin
    private Format format;

    io.vavr.control.Option<Path> folder() {
        return io.vavr.control.Option.of(folder);
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
