/// Whether programs run as guests of the monitor, and how.
package vmmref.vectors.cli;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;
import picocli.CommandLine;
import vmmref.model.profile.Profile;
import vmmref.model.semantics.Semantics;
import vmmref.vectors.run.UsageMistake;
import vmmref.vmm.keys.Catching;
import vmmref.vmm.monitor.Monitoring;
import vmmref.vmm.scratch.ScratchSet;

/// A mixin of `run`.
final class Hosts {
    private static final long USUAL = 1000;
    private static final long MOST  = 1 << 20;
    /// How many pages there are for copies of code, and the logarithm of the bytes for stubs.
    private static final int COPIES = 64;
    private static final int STUBS_LOG2 = 16;
    private static final Seq<Catching> WAYS = Vector.of(Catching.KEYS, Catching.RIGHTS, Catching.PRESENT);

    @CommandLine.Option(names = "--vmm", description = "Run each FILE as a guest of the reference monitor.")
    private boolean vmm;

    @CommandLine.Option(names = "--slice", paramLabel = "N", description = "Let a guest execute so many instructions, or call the monitor so often, before it is the next one's turn (default: 1000).")
    private Long slice;

    @CommandLine.Option(names = "--memory", paramLabel = "MB", description = "Let each guest have so many megabytes of memory, from address 0 on (default: 16, or for a larger image the power of two that holds it).")
    private Long memory;

    @CommandLine.Option(names = "--catch", paramLabel = "WAY", description = "Catch the first access to each page of a guest: by protection keys (keys), by access rights (rights) or by the present bit (present); default: catch none.")
    private String way;

    @CommandLine.Option(names = "--scratch", description = "Take f32 to f127 from guests while they execute code of an operating system; with --patch, registers of guests wait there while stubs use them.")
    private boolean scratch;

    @CommandLine.Option(names = "--patch", description = "Execute copies of code in which sensitive instructions that do not trap are patched; first accesses are caught, by protection keys unless --catch says otherwise.")
    private boolean patch;

    @CommandLine.Option(names = "--exact", description = "With --patch: patch, too, what shows a guest the privilege level at which it runs, or how it speculates on memory that is not translated.")
    private boolean exact;

    /// @throws UsageMistake if the options do not fit each other, or the number of files
    void check(int files) {
        if (files > 1 && !vmm) throw new UsageMistake("run executes one FILE, and there are %d; with --vmm each is a guest".formatted(files));
        if (!vmm && (slice != null || memory != null)) throw new UsageMistake("%s is about guests; add --vmm, or leave it out".formatted(slice != null ? "--slice" : "--memory"));
        if (!vmm && (way != null || scratch || patch)) throw new UsageMistake("%s is about guests; add --vmm, or leave it out".formatted(way != null ? "--catch" : scratch ? "--scratch" : "--patch"));
        if (exact && !patch) throw new UsageMistake("--exact is about guests whose code is patched; add --vmm --patch, or leave it out");
        if (way != null && catching().isEmpty()) throw new UsageMistake("--catch is \"%s\"; write one of %s".formatted(way, WAYS.map(Hosts::text).mkString(", ")));
        if (slice != null && slice < 1) throw new UsageMistake("--slice is %d; write a number of instructions, 1 or more".formatted(slice));
        if (memory != null && (memory < 1 || memory > MOST)) throw new UsageMistake("--memory is %d; write a number of megabytes, 1 to %d".formatted(memory, MOST));
    }

    /// {@return what the monitor does on a machine}
    Monitoring rules(Profile host) {
        Monitoring plain = Monitoring.of(Semantics.architected(host));
        Monitoring caught = way == null && !patch ? plain : plain.catching(catching().getOrElse(Catching.KEYS));
        Monitoring taking = scratch ? caught.taking(ScratchSet.HIGH) : caught;
        if (!patch) return taking;
        Monitoring patching = taking.patching(COPIES, STUBS_LOG2);
        return exact ? patching.exact() : patching;
    }

    private Option<Catching> catching() {
        return WAYS.find(each -> text(each).equals(way));
    }

    private static String text(Catching way) {
        return way.name().toLowerCase(Locale.ROOT);
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
