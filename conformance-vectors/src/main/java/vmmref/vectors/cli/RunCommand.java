/// `vmmref run`: programs on the machine.
package vmmref.vectors.cli;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.machine.Machine;
import vmmref.model.semantics.Semantics;
import vmmref.model.step.Turn;
import vmmref.vectors.elf.Elf;
import vmmref.vectors.elf.ElfFile;
import vmmref.vectors.elf.Symbols;
import vmmref.vectors.format.Json;
import vmmref.vectors.running.GuestFile;
import vmmref.vectors.running.GuestRunning;
import vmmref.vectors.running.GuestTrace;
import vmmref.vectors.running.GuestWatcher;
import vmmref.vectors.running.GuestsPage;
import vmmref.vectors.running.GuestsRan;
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
import vmmref.vmm.monitor.Guest;
import vmmref.vmm.monitor.Hosting;
import vmmref.vmm.monitor.Monitoring;

/// Trace and state are data.
@Command(
    name = "run",
    header = "Execute a program, or several as guests of the monitor, and show why each stopped and what it left in the registers.",
    description = {"%nFILE is a static ELF executable for IA-64, or the hexadecimal text of one. Its segments are put where their physical addresses say, and it starts at its entry,",
        "at privilege level 0, with nothing translated and 0 in the registers.",
        "%nIt ends by break.m 0 if it passed, and by break.m 1 if it failed; other faults, what is not specified, and a branch to itself that changes nothing stop it, too, and so does a bundle of zeros.",
        "%nWhile cr.iva is not 0, it handles interruptions itself, but for those two breaks; while it is 0, traps stop it as faults do. ar.itc counts the instructions that are done.",
        "%nWith --vmm each FILE is the image of a guest under the reference monitor. Guests run by turns, at a lower privilege level, each in memory of its own that begins at address 0; what they do that the hardware does not permit calls the monitor (an exit). "
            + "A guest stops as a program does, and where it refers to memory that it does not have. What it believes its registers and memory to hold is shown, how many exits it had, and how many privileged operations the answers took. "
            + "With --trace, below the instruction that calls the monitor stand the exit, the clauses that decided the answer, what becomes of pages, copies of code and scratch registers, what changes in the registers and translations that the monitor keeps for the guest, and the monitor's operations.%n"},
    footer = {"", "Examples:",
        "  vmmref run conformance-vectors/programs/sort/sort.hex",
        "  vmmref run conformance-vectors/programs/pipeline/pipeline.hex --trace --max 40",
        "  vmmref run --vmm conformance-vectors/programs/walk/walk.hex --trace",
        "  vmmref run --vmm --slice 100 one.elf other.elf",
        "  vmmref run --vmm --catch keys --scratch conformance-vectors/programs/walk/walk.hex --trace",
        "  vmmref run --vmm --patch conformance-vectors/programs/syscall/syscall.hex --trace",
        "  vmmref run --vmm --patch --scratch conformance-vectors/programs/life/life.hex --trace",
        "  vmmref run --vmm --patch --exact conformance-vectors/programs/search/search.hex",
        "", "Exit codes:", "  0   it ended by break.m 0; each did", "  1   it ended otherwise; one did", "  2   the command line, or the file, is wrong"})
final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "An executable; with --vmm one or several.")
    private java.util.List<Path> files;

    @Mixin
    private Hosts hosts;

    @Option(names = "--trace", description = "Show each instruction, with its effects and clauses; with --format json an object on each line.")
    private boolean trace;

    @Option(names = "--max", paramLabel = "N", defaultValue = "100000000", description = "Execute at most so many instructions (default: ${DEFAULT-VALUE}); with --vmm of each guest, and let it have at most so many exits.")
    private long most;

    @Option(names = "--dump", paramLabel = "FROM:TO", arity = "2", hideParamSyntax = true, description = "FROM:TO FILE: write the memory from one hexadecimal address to before another into a file when the program has stopped; with --vmm the memory of the guest, if there is only one.")
    private java.util.List<String> dump = new ArrayList<>();

    @Mixin
    private Instructions profile;

    @Mixin
    private Format format;

    @Override
    public Integer call() {
        if (most < 1) throw new UsageMistake("--max is %d; write the number of instructions to execute at most, 1 or more".formatted(most));
        hosts.check(files.size());
        Seq<GuestFile> images = Vector.ofAll(files).map(file -> new GuestFile(file, ElfFile.read(file)));
        Seq<Dump> dumped = dump.isEmpty() ? Vector.empty() : Vector.of(Dump.of(dump));
        if (images.size() > 1 && !dumped.isEmpty()) throw new UsageMistake("--dump writes the memory of one guest, and there are %d; run them one by one".formatted(images.size()));
        return hosts.areWanted() ? guests(hosts.rules(profile.profile()), images, dumped) : program(Semantics.architected(profile.profile()), images.head(), dumped);
    }

    private int program(Semantics semantics, GuestFile image, Seq<Dump> dumped) {
        Ran ran = run(semantics, image);
        dumped.forEach(each -> each.write(ran.end().memory()));
        RanPage page = new RanPage(ran, image.elf().symbols());
        return shown(page::json, () -> page.text(Terminal.detected().ink()), ran.ending().isPassed());
    }

    private int guests(Monitoring rules, Seq<GuestFile> images, Seq<Dump> dumped) {
        Terminal terminal = Terminal.detected();
        GuestRunning running = new GuestRunning(rules, most, hosts.slice());
        Seq<Guest> guests = GuestFile.guests(rules, images, hosts.megabytes());
        GuestsRan ran = told(terminal, running::done, () -> running.run(Hosting.of(rules, guests), guests.map(guest -> guest.processors().head()), watcher(rules, images, terminal)));
        dumped.forEach(each -> each.write(ran.guests().head().ran().end().memory()));
        GuestsPage page = new GuestsPage(images, ran);
        return shown(page::json, () -> page.text(terminal.ink()), ran.guests().forAll(guest -> guest.ran().ending().isPassed()));
    }

    private int shown(Supplier<ObjectNode> json, Supplier<String> text, boolean passed) {
        PrintWriter out = out();
        out.print(format.json() ? trace ? Json.line(json.get()) + "\n" : Json.page(json.get()) : (trace ? "\n" : "") + text.get());
        out.flush();
        return (passed ? Exit.CONFORMS : Exit.WRONG).code();
    }

    private Ran run(Semantics semantics, GuestFile image) {
        Running running = new Running(semantics);
        Terminal terminal = Terminal.detected();
        Machine start = Loading.machine(image.file(), image.elf(), semantics.profile());
        return told(terminal, running::done, () -> running.run(start, most, watcher(image.elf(), terminal)));
    }

    private <T> T told(Terminal terminal, LongSupplier done, Supplier<T> run) {
        return Stepping.told(spec.commandLine().getErr(), terminal.err() && !trace, done, most * files.size(), run);
    }

    private GuestWatcher watcher(Monitoring rules, Seq<GuestFile> images, Terminal terminal) {
        Seq<Symbols> symbols = images.map(image -> image.elf().symbols());
        return !trace ? GuestWatcher.NONE : format.json() ? GuestTrace.json(out(), Turn.of(rules.host()), symbols) : GuestTrace.text(out(), Turn.of(rules.host()), symbols, terminal.ink());
    }

    private Watcher watcher(Elf elf, Terminal terminal) {
        return !trace ? Watcher.NONE : format.json() ? Trace.json(out(), elf.symbols()) : Trace.text(out(), elf.symbols(), terminal.ink());
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
