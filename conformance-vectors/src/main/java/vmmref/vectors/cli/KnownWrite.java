/// `vmmref known write`: what went wrong in a run, as a known-failures file.
package vmmref.vectors.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vmmref.vectors.report.KnownPage;
import vmmref.vectors.report.Recording;
import vmmref.vectors.run.Exit;
import vmmref.vectors.run.KnownFailures;
import vmmref.vectors.run.Waivers;

@Command(
    name = "write",
    header = "Write what went wrong in a run as entries of a known-failures file.",
    description = "%nThere is an entry for each clause that decided a failure, and one for what was not answered, with a reason that says what differs; replace it by why that is so. "
        + "Failures that --known waives already are left out, so that the entries can be added to that file.%n",
    footer = {"", "Examples:", "  vmmref check -i ./myemu --out out; vmmref known write out > known.toml",
        "  vmmref known write out --known known.toml >> known.toml"})
final class KnownWrite implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private RunFolder run;

    @Option(names = "--known", paramLabel = "FILE", description = "Failures that are known already.")
    private Path known;

    @Mixin
    private PackFolder folder;

    @Override
    public Integer call() {
        Recording recording = run.recording();
        Waivers   waivers   = new Waivers(known == null ? KnownFailures.none() : KnownFailures.read(known));
        KnownPage page      = new KnownPage();
        RunFolder.review(recording, folder.pack(), waivers, page);
        PrintWriter out = spec.commandLine().getOut();
        out.print(page.text(recording.hello(), recording.run().pack()));
        out.flush();
        spec.commandLine().getErr().printf("vmmref: %,d vectors went wrong, %,d entries written%n", page.vectors(), page.entries());
        spec.commandLine().getErr().flush();
        return Exit.CONFORMS.code();
    }
}
