/// `vmmref check`: judges an implementation.
package vmmref.vectors.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vmmref.vectors.format.Pack;
import vmmref.vectors.run.Implementations;

@Command(
    name = "check",
    header = "Judge an implementation by the vectors.",
    description = {"", "An implementation is a command that speaks the adapter protocol on its standard input and output, or one of:",
        "  direct:reference[@PROFILE]   the built-in reference", "  zoo:NAME[@PROFILE]           a deliberately wrong machine",
        "  direct:NAME                  Java on the class path", ""},
    footer = {"", "Examples:", "  vmmref check", "  vmmref check -i 'python3 conformance-vectors/adapters/python/adapter.py'",
        "  vmmref check -i zoo:LosesSignOfLongBranch -t core --max-cards 1", "  vmmref check -i ./myemu --known known.toml --out results -k 'codec/gas-*'"})
final class Check implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = {"-i", "--impl"}, paramLabel = "CMD", defaultValue = Implementations.BUILT_IN, description = "What to judge (default: the built-in reference).")
    private String implementation;

    @Mixin
    private Processes processes;

    @Mixin
    private Selection selection;

    @Mixin
    private Strictness strictness;

    @Mixin
    private Output output;

    @Mixin
    private PackFolder folder;

    @Override
    public Integer call() {
        Pack pack = folder.pack();
        Selection.Selected selected = selection.of(pack);
        int exit = new Trial(spec, pack, selected, Subject.of(implementation, processes, folder), strictness, output)
            .run(() -> processes.open(implementation, pack));
        if (selected.count() == 0) selection.hints(pack).forEach(hint -> spec.commandLine().getErr().println("vmmref: " + hint));
        return exit;
    }
}
