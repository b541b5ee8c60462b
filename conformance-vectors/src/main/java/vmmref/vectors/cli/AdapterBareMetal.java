/// `vmmref adapter bare-metal`: an adapter for a simulator that executes programs.
package vmmref.vectors.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vmmref.model.profile.Profile;
import vmmref.vectors.baremetal.BareMetalAdapter;
import vmmref.vectors.baremetal.Export;
import vmmref.vectors.run.Exit;
import vmmref.vectors.run.ShellWords;
import vmmref.vectors.run.UsageMistake;

@Command(
    name = "bare-metal",
    header = "Be the adapter of a command that executes a program and leaves a dump of memory.",
    description = {"%nSpeaks the adapter protocol on standard input and output. CMD is started for each batch of cases; in it stand",
        "  {elf}   a static executable      {dump}  the file to leave the dump in",
        "  {bin}   the same, as bytes       {from}  {to}  the range of memory to dump, hexadecimal",
        "  {load}  where they are loaded    {done}  the address at which the program branches to itself when it has finished",
        "%nA case at which CMD crashes or hangs is an error; the others are executed again without it.%n"},
    footer = {"", "Example:", "  vmmref check -t core -i \"vmmref adapter bare-metal 'vmmref run {elf} --dump {from}:{to} {dump}'\""})
final class AdapterBareMetal implements Callable<Integer> {
    private static final int SECOND = 1000;
    private static final int MOST_SECONDS = 600;

    @Parameters(paramLabel = "CMD", description = "The command, as one word.")
    private String command;

    @Option(names = "--name", paramLabel = "NAME", description = "What the simulator is called (default: the first word of CMD).")
    private String name;

    @Option(names = "--limit", paramLabel = "SECONDS", defaultValue = "60", description = "End CMD after so long (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(names = "--cases", paramLabel = "N", defaultValue = "" + Export.MOST, description = "At most so many cases in each program (default: ${DEFAULT-VALUE}).")
    private int cases;

    @Mixin
    private Parameterized machine;

    @Override
    public Integer call() {
        if (limit < 1 || limit > MOST_SECONDS) throw new UsageMistake("--limit is %d; write 1 to %d seconds".formatted(limit, MOST_SECONDS));
        if (cases < 1 || cases > VectorsExport.MOST_CASES) throw new UsageMistake("--cases is %d; write 1 to %d".formatted(cases, VectorsExport.MOST_CASES));
        var words = ShellWords.of(command);
        if (!command.contains("{dump}")) throw new UsageMistake("the command does not say {dump}, the file in which it leaves the log: " + command);
        if (!command.contains("{elf}") && !command.contains("{bin}")) throw new UsageMistake("the command names neither {elf} nor {bin}, the program that it executes: " + command);
        Profile profile = machine.profile();
        new BareMetalAdapter(name == null ? words.head() : name, words, folder(), limit * SECOND, cases, profile)
            .converse(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)), new PrintWriter(System.out, false, StandardCharsets.UTF_8));
        return Exit.CONFORMS.code();
    }

    /// {@return a folder that is removed when this process ends, by itself or by ^C}
    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("vmmref-images");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder), "vmmref-remove-images"));
            return folder;
        } catch (IOException cannot) {
            throw new UsageMistake("no temporary folder can be made: " + cannot.getMessage());
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }
}
