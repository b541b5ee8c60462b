/// `vmmref rerun`: asks again what an earlier run asked.
package vmmref.vectors.cli;

import io.vavr.control.Option;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vmmref.vectors.format.Pack;
import vmmref.vectors.report.Recording;
import vmmref.vectors.run.Conversation;
import vmmref.vectors.run.Resumed;
import vmmref.vectors.run.UsageMistake;

@Command(
    name = "rerun",
    header = "Ask an implementation again what an earlier run asked it.",
    description = "%nThe command, the tier and the selection are those of the run, which vmmref check --out DIR has kept.%n",
    footer = {"", "Examples:", "  vmmref check -i ./myemu -t core --out out", "  vmmref rerun out --failed          after a fix: only what went wrong",
        "  vmmref rerun out --failed -i ./myemu2", "  vmmref rerun out --resume          goes on where a run was interrupted"})
final class Rerun implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private RunFolder run;

    @picocli.CommandLine.Option(names = {"-i", "--impl"}, paramLabel = "CMD", description = "What to ask (default: what the run asked).")
    private String implementation;

    @ArgGroup
    private Part part = new Part();

    /// Which part of the run is asked again.
    static final class Part {

        @picocli.CommandLine.Option(names = "--failed", description = "Only the vectors that went wrong.")
        private boolean failed;

        @picocli.CommandLine.Option(names = "--resume", description = "Only those that an interrupted run did not come to; the verdicts on all are kept in RUN, or in --out.")
        private boolean resume;
    }

    @Mixin
    private Processes processes;

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
        String    command   = Option.of(implementation).orElse(recording.run().implementation()).getOrElseThrow(() ->
            new UsageMistake("%s does not say what was asked: name it with -i".formatted(recording.file())));
        if (part.resume) output.goOnWith(recording);
        Selection.Selected all      = RunFolder.selected(recording, pack);
        Selection.Selected selected = part.failed ? all.only(id -> recording.judged().get(id).exists(line -> line.verdict().bad())) : all;
        if (selected.count() == 0) spec.commandLine().getErr().println("vmmref: nothing went wrong in " + recording.file());
        return new Trial(spec, pack, selected, Subject.of(command, processes, folder), strictness, output)
            .run(() -> part.resume ? resumed(recording, processes.open(command, pack)) : processes.open(command, pack));
    }

    private static Conversation resumed(Recording recording, Conversation now) {
        if (now.hello().equals(recording.hello())) return new Resumed(recording::reply, now);
        now.close();
        throw new UsageMistake("the implementation introduces itself otherwise than in %s: run it anew, with vmmref rerun without --resume".formatted(recording.file()));
    }
}
