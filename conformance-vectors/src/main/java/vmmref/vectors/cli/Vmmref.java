/// `vmmref`: the command line.
package vmmref.vectors.cli;

import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// Data goes to standard output, talk to standard error; the exit codes are those of {@link vmmref.vectors.run.Exit}.
@Command(
    name = "vmmref",
    header = "An executable reference of the Itanium architecture, and vectors that judge implementations of it.",
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {Check.class, Explain.class, Rerun.class, Rejudge.class, JudgeAnswers.class, Compare.class, KnownGroup.class, Bench.class, VectorsGroup.class, SpecGroup.class, Decode.class, Recognize.class, Translate.class, RunCommand.class, ZooGroup.class, CampaignGroup.class, AdapterGroup.class},
    footer = {"", "Example:", "  vmmref check                                   judge the built-in reference",
        "  vmmref check -i 'python3 adapter.py' -t core   judge another implementation",
        "", "Exit codes:", "  0   it conforms", "  1   something went wrong", "  2   the command line, or a file it names, is wrong",
        "  3   the adapter failed, or broke the protocol", "  4   the vectors are damaged", "  5   nothing ran",
        "  6   a known failure is stale (with --strict-known)", "  7   vmmref would not notice every wrong answer", "  8   a campaign ended with goals unmet", "  70  a bug of vmmref", "  130 interrupted"})
public final class Vmmref implements Runnable {

    @Spec
    private CommandSpec spec;

    @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT, description = "Show this help.")
    private boolean help;

    @Option(names = {"-V", "--version"}, versionHelp = true, description = "Show the version of vmmref, of the pack format and of the adapter protocol.")
    private boolean version;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show the stack trace of a bug.")
    private boolean debug;

    /// Runs one command and exits with its code.
    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT);
        System.exit(commandLine().execute(arguments));
    }

    /// {@return the command line, ready to execute}
    public static CommandLine commandLine() {
        Vmmref top = new Vmmref();
        return new CommandLine(top)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setAbbreviatedOptionsAllowed(false)
            .setParameterExceptionHandler(Mishaps::usage)
            .setExecutionExceptionHandler((mistake, command, parsed) -> Mishaps.code(mistake, command.getErr(), top.debug));
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "name a command");
    }
}
