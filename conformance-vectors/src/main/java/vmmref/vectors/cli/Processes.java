/// How an implementation is started.
package vmmref.vectors.cli;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vmmref.vectors.format.Pack;
import vmmref.vectors.run.Conversation;
import vmmref.vectors.run.Crew;
import vmmref.vectors.run.Implementations;

/// A mixin of the commands that ask.
final class Processes {

    private static final int MOST = 256;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = {"-j", "--jobs"}, paramLabel = "N", defaultValue = "1", description = "Ask so many processes of the implementation at once (default: ${DEFAULT-VALUE}).")
    private int count;

    @Option(names = "--flat", description = "Send each case with its whole start state, and no named start states before.")
    private boolean flat;

    /// {@return the options that a repro must repeat}
    Seq<String> words() {
        return flat ? List.of("--flat") : List.empty();
    }

    /// Starts it.
    Conversation open(String implementation, Pack pack) {
        if (count < 1 || count > MOST)
            throw new ParameterException(spec.commandLine(), "-j %d: write a number from 1 to %d".formatted(count, MOST));
        return Crew.of(count, () -> Implementations.open(implementation, pack, flat));
    }
}
