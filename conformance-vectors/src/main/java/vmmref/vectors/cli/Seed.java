/// What the cases of a campaign follow from.
package vmmref.vectors.cli;

import java.security.SecureRandom;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vmmref.vectors.run.ShellWords;

/// A mixin.
final class Seed {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--seed", paramLabel = "HEX", description = "Up to 16 hexadecimal digits (default: a random seed, which is printed).")
    private String given;

    /// {@return the seed; another one each time where none is given}
    long bits() {
        if (given == null) return new SecureRandom().nextLong();
        if (!given.matches("[0-9a-fA-F]{1,16}")) throw new ParameterException(spec.commandLine(), "--seed %s: write 1 to 16 hexadecimal digits".formatted(ShellWords.quote(given)));
        return Long.parseUnsignedLong(given, 16);
    }
}
