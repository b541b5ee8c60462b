/// What came of running one {@link Behaviour}.
package vmmref.vectors.run;

import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Stream;
import vmmref.vectors.format.Printable;
import vmmref.vectors.format.Schemas;

/// `message` is the most that the runner has to say: why it stopped, else of the first vector that did not pass, else what broke the protocol,
/// else news; folders and line ends are replaced, so that it is the same everywhere. `left` are the processes that still run.
record Ordeal(Behaviour behaviour, String verdicts, int exit, String message, long millis, Seq<String> left) {

    /// Shorter than the usual ones, in the same order.
    static final Limits LIMITS = new Limits(1_500, 1_500, 400, 1 << 20, 3, 4, 6, 3);

    private static final Schemas SCHEMAS = Schemas.of(Path.of("vectors"));
    private static final String  MARK    = "VMMREF_ORDEAL";

    /// Runs a behaviour in a folder of its own, which was prepared.
    static Ordeal of(Behaviour behaviour, Path folder) {
        long   start = System.nanoTime();
        Ordeal ordeal;
        try (Adapter adapter = new Adapter(command(behaviour, folder), "0.1.0", SCHEMAS, LIMITS)) {
            java.util.List<Judgement> judgements = new ArrayList<>();
            Run.Result result = new Run(adapter, new Judge(adapter.hello(), HashMap.empty(), false), new Waivers(KnownFailures.none()), false)
                .of(behaviour.vectors().iterator(), List.<vmmref.vectors.format.Vector>empty()::iterator, judgements::add).closed(adapter);
            ordeal = new Ordeal(behaviour, counted(List.ofAll(judgements)), result.exit(false).code(), message(result, List.ofAll(judgements)), 0, List.empty());
        } catch (AdapterBreakdown breakdown) {
            ordeal = new Ordeal(behaviour, "-", Exit.ADAPTER.code(), breakdown.getMessage(), 0, List.empty());
        } catch (UsageMistake mistake) {
            ordeal = new Ordeal(behaviour, "-", Exit.USAGE.code(), mistake.getMessage(), 0, List.empty());
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        return new Ordeal(behaviour, ordeal.verdicts, ordeal.exit, Printable.lines(ordeal.message).replace(folder.toString(), "FOLDER").replaceAll("\n *", " / "), millis, left(folder));
    }

    private static String command(Behaviour behaviour, Path folder) {
        Path script = behaviour.script(Hostile.honest(folder, 16).greeting("greet")).script(text -> placed(text, folder));
        return behaviour.command()
            .map(text -> (text.contains("SCRIPT") ? marked(folder) : "") + placed(text, folder).replace("SCRIPT", script.toString()))
            .getOrElse(() -> marked(folder) + "sh " + script);
    }

    /// With naps of a length of their own, so that a process is known by its command line which has no environment.
    private static String placed(String text, Path folder) {
        return text.replace("FOLDER", folder.toString()).replace("sleep 70", nap(folder));
    }

    private static String nap(Path folder) {
        return "sleep 70." + folder.getFileName().toString().replaceAll("[^0-9]", "");
    }

    private static String marked(Path folder) {
        return "env " + MARK + "=" + folder + " ";
    }

    /// Makes a folder with some files that are no programs. A file cannot be executed while a process that is just being started holds it
    /// open, so all folders are to be prepared before anything is run.
    static Path prepared(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("plain"), "no program\n");
            executable(Files.writeString(folder.resolve("interpreted"), "#!/no/such/interpreter\n"));
            executable(Files.createFile(folder.resolve("empty")));
            return folder;
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    private static void executable(Path file) {
        if (!file.toFile().setExecutable(true)) throw new IllegalStateException(file + " cannot be made executable");
    }

    private static String counted(Seq<Judgement> judgements) {
        return judgements.groupBy(Judgement::verdict).toSortedMap(found -> found._1, found -> found._2)
            .map(found -> found._1.word() + " " + found._2.size() + (found._1.bad() ? " (" + found._2.map(Ordeal::number).sorted().mkString(" ") + ")" : "")).mkString(", ");
    }

    private static int number(Judgement judgement) {
        return Integer.parseInt(judgement.vector().id().replaceAll(".*/", ""));
    }

    private static String message(Run.Result result, Seq<Judgement> judgements) {
        return result.stopped()
            .orElse(() -> judgements.find(judgement -> judgement.verdict() != Verdict.PASS).map(Ordeal::why))
            .orElse(() -> result.breaches().headOption().map(Breach::text))
            .orElse(() -> result.news().headOption())
            .getOrElse("");
    }

    private static String why(Judgement judgement) {
        return judgement.reason().getOrElse(() -> judgement.differences().map(difference -> "%s: expected %s, got %s"
            .formatted(difference.place(), difference.expected().getOrElse("-"), difference.got().getOrElse("-"))).mkString("; "));
    }

    /// Whose environment or command line shows where it comes from.
    private static Seq<String> left(Path folder) {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return List.ofAll(processes.filter(process -> process.getFileName().toString().matches("[0-9]+")).toList())
                .filter(process -> read(process, "environ").contains(MARK + "=" + folder + "\0") || commandLine(process).contains(folder + "/") || commandLine(process).strip().equals(nap(folder)))
                .map(Ordeal::commandLine);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    private static String commandLine(Path process) {
        return read(process, "cmdline").replace('\0', ' ');
    }

    private static String read(Path process, String file) {
        try {
            return Files.readString(process.resolve(file), StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }

    /// {@return the row of the page}
    String row() {
        return "| %s | %s%s | %d |".formatted(cell(behaviour.name()), verdicts.equals("-") ? "" : verdicts,
            message.isEmpty() ? "" : (verdicts.equals("-") ? "" : ": ") + "`` " + cell(message) + " ``", exit);
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    /// {@return what is not as the table says}
    Option<String> wrong() {
        return List.of(
                Option.when(!verdicts.equals(behaviour.verdicts()), "its verdicts are \"%s\", not \"%s\"".formatted(verdicts, behaviour.verdicts())),
                Option.when(exit != behaviour.exit(), "the exit code is %d, not %d".formatted(exit, behaviour.exit())),
                Option.when(behaviour.says().isEmpty() != message.isEmpty() || !message.contains(behaviour.says()), "the runner says other things than \"%s\"".formatted(behaviour.says())),
                Option.when(millis > behaviour.limit(), "it took %d ms, more than %d".formatted(millis, behaviour.limit())),
                Option.when(!left.isEmpty(), "processes were left: " + left))
            .flatMap(found -> found).headOption();
    }
}
