/// `vmmref rejudge`: judges the answers of an earlier run again.
package vmmref.vectors.cli;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vmmref.vectors.format.Pack;
import vmmref.vectors.report.Recording;
import vmmref.vectors.run.Judgement;

@Command(
    name = "rejudge",
    header = "Judge the answers of an earlier run again, without asking.",
    description = "%nAnswers are kept by vmmref check --out DIR. They are judged by the vectors as they are now, under the options given now: after a pack was corrected, "
        + "or to try a known-failures file. What changed is listed on standard error.%n",
    footer = {"", "Examples:", "  vmmref rejudge out", "  vmmref rejudge out --known known.toml --strict-known"})
final class Rejudge implements Callable<Integer> {

    private static final int SHOWN = 10;

    @Spec
    private CommandSpec spec;

    @Mixin
    private RunFolder run;

    @Mixin
    private Strictness strictness;

    @Mixin
    private Output output;

    @Mixin
    private PackFolder folder;

    @Override
    public Integer call() {
        Recording recording = run.recording();
        Pack      pack      = folder.pack();
        Selection.Selected selected = RunFolder.selected(recording, pack).only(recording.judged()::containsKey);
        Subject subject = recording.run().implementation().map(command -> Subject.of(command, folder)).getOrElse(() -> Subject.of("CMD", folder));
        java.util.List<String> changes = new ArrayList<>();
        int exit = new Trial(spec, pack, selected, new Subject(subject.implementation(), "nobody: the answers are those of " + recording.file(), subject.repro()), strictness, output)
            .run(recording::again, judgement -> change(recording, judgement).forEach(changes::add));
        tell(recording, List.ofAll(changes));
        return exit;
    }

    private static Option<String> change(Recording recording, Judgement judgement) {
        return recording.judged().get(judgement.vector().id()).filter(then -> then.verdict() != judgement.verdict())
            .map(then -> "%s: %s, and %s then".formatted(then.id(), judgement.verdict().word(), then.verdict().word()));
    }

    private void tell(Recording recording, Seq<String> changes) {
        PrintWriter err = spec.commandLine().getErr();
        if (!recording.complete())
            err.printf("vmmref: the run was interrupted: it judged %,d of %,d vectors%n", recording.judged().size(), recording.run().selected());
        err.println(changes.isEmpty() ? "vmmref: no verdict changed" : "vmmref: verdicts that changed: %,d".formatted(changes.size()));
        changes.take(SHOWN).forEach(change -> err.println("  " + change));
        if (changes.size() > SHOWN) err.println("  … and %,d more".formatted(changes.size() - SHOWN));
        err.flush();
    }
}
