/// `vmmref run`: programs on the machine.
package vmmref.vectors.cli;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vmmref.model.machine.Machine;
import vmmref.model.semantics.Semantics;
import vmmref.vectors.elf.Elf;
import vmmref.vectors.elf.ElfFile;
import vmmref.vectors.format.Json;
import vmmref.vectors.running.Loading;
import vmmref.vectors.running.Ran;
import vmmref.vectors.running.RanPage;
import vmmref.vectors.running.Running;
import vmmref.vectors.running.Trace;
import vmmref.vectors.running.Watcher;
import vmmref.vectors.report.Stepping;
import vmmref.vectors.report.Terminal;
import vmmref.vectors.run.Exit;
import vmmref.vectors.run.UsageMistake;

/// Trace and state are data.
@Command(
    name = "run",
    header = "Execute a program, and show why it stopped and what it left in the registers.",
    description = {"%nFILE is a static ELF executable for IA-64, or the hexadecimal text of one. Its segments are put where their physical addresses say, and it starts at its entry,",
        "at privilege level 0, with nothing translated and 0 in the registers.",
        "%nIt ends by break.m 0 if it passed, and by break.m 1 if it failed; other faults, what is not specified, and a branch to itself that changes nothing stop it, too, and so does a bundle of zeros.",
        "%nWhile cr.iva is not 0, it handles interruptions itself, but for those two breaks; while it is 0, traps stop it as faults do. ar.itc counts the instructions that are done.%n"},
    footer = {"", "Examples:",
        "  vmmref run conformance-vectors/programs/sort/sort.hex",
        "  vmmref run conformance-vectors/programs/pipeline/pipeline.hex --trace --max 40",
        "", "Exit codes:", "  0   it ended by break.m 0", "  1   it ended otherwise", "  2   the command line, or the file, is wrong"})
final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "An executable.")
    private Path file;

    @Option(names = "--trace", description = "Show each instruction, with its effects and clauses; with --format json an object on each line.")
    private boolean trace;

    @Option(names = "--max", paramLabel = "N", defaultValue = "100000000", description = "Execute at most so many instructions (default: ${DEFAULT-VALUE}).")
    private long most;

    @Option(names = "--dump", paramLabel = "FROM:TO", arity = "2", hideParamSyntax = true, description = "FROM:TO FILE: write the memory from one hexadecimal address to before another into a file when the program has stopped.")
    private java.util.List<String> dump = new ArrayList<>();

    @Mixin
    private Instructions profile;

    @Mixin
    private Format format;

    @Override
    public Integer call() {
        if (most < 1) throw new UsageMistake("--max is %d; write the number of instructions to execute at most, 1 or more".formatted(most));
        Semantics semantics = Semantics.architected(profile.profile());
        Elf elf = ElfFile.read(file);
        Seq<Dump> dumped = dump.isEmpty() ? Vector.empty() : Vector.of(Dump.of(dump));
        Ran ran = run(semantics, elf);
        dumped.forEach(each -> each.write(ran.end().memory()));
        RanPage page = new RanPage(ran, elf.symbols());
        PrintWriter out = out();
        out.print(format.json() ? trace ? Json.line(page.json()) + "\n" : Json.page(page.json()) : (trace ? "\n" : "") + page.text(Terminal.detected().ink()));
        out.flush();
        return (ran.ending().isPassed() ? Exit.CONFORMS : Exit.WRONG).code();
    }

    private Ran run(Semantics semantics, Elf elf) {
        Running running = new Running(semantics);
        Terminal terminal = Terminal.detected();
        Machine start = Loading.machine(file, elf, semantics.profile());
        return Stepping.told(spec.commandLine().getErr(), terminal.err() && !trace, running::done, most, () -> running.run(start, most, watcher(elf, terminal)));
    }

    private Watcher watcher(Elf elf, Terminal terminal) {
        return !trace ? Watcher.NONE : format.json() ? Trace.json(out(), elf.symbols()) : Trace.text(out(), elf.symbols(), terminal.ink());
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
