/// Whether programs run as guests of the monitor, and how.
package vmmref.vectors.cli;

import io.vavr.control.Option;
import picocli.CommandLine;
import vmmref.model.profile.Profile;
import vmmref.model.semantics.Semantics;
import vmmref.vectors.run.UsageMistake;
import vmmref.vmm.monitor.Monitoring;

/// A mixin of `run`.
final class Hosts {
    private static final long USUAL = 1000;
    private static final long MOST  = 1 << 20;

    @CommandLine.Option(names = "--vmm", description = "Run each FILE as a guest of the reference monitor.")
    private boolean vmm;

    @CommandLine.Option(names = "--slice", paramLabel = "N", description = "Let a guest execute so many instructions, or call the monitor so often, before it is the next one's turn (default: 1000).")
    private Long slice;

    @CommandLine.Option(names = "--memory", paramLabel = "MB", description = "Let each guest have so many megabytes of memory, from address 0 on (default: 16, or for a larger image the power of two that holds it).")
    private Long memory;

    /// @throws UsageMistake if the options do not fit each other, or the number of files
    void check(int files) {
        if (files > 1 && !vmm) throw new UsageMistake("run executes one FILE, and there are %d; with --vmm each is a guest".formatted(files));
        if (!vmm && (slice != null || memory != null)) throw new UsageMistake("%s is about guests; add --vmm, or leave it out".formatted(slice != null ? "--slice" : "--memory"));
        if (slice != null && slice < 1) throw new UsageMistake("--slice is %d; write a number of instructions, 1 or more".formatted(slice));
        if (memory != null && (memory < 1 || memory > MOST)) throw new UsageMistake("--memory is %d; write a number of megabytes, 1 to %d".formatted(memory, MOST));
    }

    /// {@return what the monitor does on a machine}
    Monitoring rules(Profile host) {
        return Monitoring.of(Semantics.architected(host));
    }

    boolean areWanted() {
        return vmm;
    }

    long slice() {
        return Option.of(slice).getOrElse(USUAL);
    }

    /// {@return how much memory each guest has; none if nobody said}
    Option<Long> megabytes() {
        return Option.of(memory);
    }
}
