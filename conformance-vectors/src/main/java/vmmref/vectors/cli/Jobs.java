/// How many workers a campaign has.
package vmmref.vectors.cli;

import io.vavr.control.Option;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// A mixin.
final class Jobs {

    private static final int MOST = 256;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @picocli.CommandLine.Option(names = {"-j", "--jobs"}, paramLabel = "N", description = "Workers (default: one for each processor).")
    private Integer given;

    int number() {
        int number = Option.of(given).getOrElse(() -> Math.min(MOST, Runtime.getRuntime().availableProcessors()));
        if (number < 1 || number > MOST) throw new ParameterException(spec.commandLine(), "-j %d: write a number from 1 to %d".formatted(number, MOST));
        return number;
    }
}
