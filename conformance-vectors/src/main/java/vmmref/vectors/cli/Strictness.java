/// What counts as going wrong, and when that ends a run.
package vmmref.vectors.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import vmmref.vectors.run.KnownFailures;
import vmmref.vectors.run.Waivers;

/// A mixin of the commands that judge.
final class Strictness {

    @Option(names = "--fail-fast", description = "Stop at the first vector that goes wrong.")
    private boolean failFast;

    @Option(names = "--known", paramLabel = "FILE", description = "Failures that are known, and why (TOML).")
    private Path known;

    @Option(names = "--strict-known", description = "Exit with 6 if a known failure is stale.")
    private boolean strict;

    @Option(names = "--require-frame", description = "Fail what cannot be observed wholly.")
    private boolean frameRequired;

    boolean failFast() {
        return failFast;
    }

    boolean strict() {
        return strict;
    }

    boolean frameRequired() {
        return frameRequired;
    }

    /// {@return what the known-failures file waives}
    /// @throws vmmref.vectors.run.UsageMistake if it cannot be read
    Waivers waivers() {
        return new Waivers(known == null ? KnownFailures.none() : KnownFailures.read(known));
    }
}
