/// A child process with everything that it started.
package vmmref.vectors.run;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// A process whose parent is gone belongs to nobody that Java can ask. Where the system shows the environment of processes (Linux), what
/// the child started is therefore also known by a mark that it inherited. Who clears its environment and has no parent any more is not found.
public final class Offspring {

    private static final String VARIABLE = "VMMREF_ADAPTER";
    private static final Path   PROC     = Path.of("/proc");
    private static final Instant STARTED = ProcessHandle.current().info().startInstant().orElse(Instant.MIN);
    private static final int    ROUNDS   = 40;
    private static final int    BREATH   = 2_000_000;

    private final Process process;
    private final String  mark;
    private final Thread  atExit = new Thread(this::kill, "vmmref-end-adapter");
    private volatile List<ProcessHandle> known = List.of();

    private Offspring(Process process, String mark) {
        this.process = process;
        this.mark    = '\0' + VARIABLE + "=" + mark + '\0';
    }

    /// Starts a command; it is ended with this Java process at the latest.
    static Offspring of(List<String> command) throws IOException {
        return of(new ProcessBuilder(command));
    }

    /// Starts what a builder describes; it is ended with this Java process at the latest.
    /// @throws IOException if the system cannot
    public static Offspring of(ProcessBuilder builder) throws IOException {
        String mark = UUID.randomUUID().toString();
        builder.environment().put(VARIABLE, mark);
        Offspring offspring = new Offspring(builder.start(), mark);
        try {
            Runtime.getRuntime().addShutdownHook(offspring.atExit);
        } catch (IllegalStateException exiting) {
            offspring.kill();
            throw new IOException("vmmref is being ended", exiting);
        }
        return offspring;
    }

    public Process process() {
        return process;
    }

    /// Notes what the child has started, so that it is known when the child is gone.
    void remember() {
        known = process.descendants().toList();
    }

    /// Waits for the child to end by itself, then ends what is left.
    /// @return the code with which it exited by itself, if it did
    public Option<Integer> end(int millis) {
        Option<Integer> ended = Option.when(awaited(millis), process::exitValue);
        kill();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException exiting) {
            return ended;
        }
        return ended;
    }

    boolean awaited(int millis) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// {@return the other processes, of those that can be known}
    Seq<String> others() {
        return io.vavr.collection.List.ofAll(process.descendants().toList()).appendAll(shown().stream().filter(this::marked).map(Shown::process).toList()).distinct()
            .filter(other -> other.isAlive() && other.pid() != process.pid())
            .map(other -> "%s (process %d)".formatted(other.info().command().orElse("a process"), other.pid()));
    }

    /// Through handles: a `Process` would first close the pipe to the child, and wait for who is writing to it. Again until nobody is left:
    /// who is being ended may have started another just before.
    private void kill() {
        List<ProcessHandle> seen = Stream.concat(known.stream(), process.descendants()).toList();
        process.toHandle().destroyForcibly();
        for (int round = 0; goesOn(seen) && round < ROUNDS; round++) LockSupport.parkNanos(BREATH);
    }

    /// Asks for the end of who is left, and of who can be known by the mark.
    /// @return whether anybody was, or may yet be
    private boolean goesOn(List<ProcessHandle> seen) {
        List<ProcessHandle> left = seen.stream().filter(ProcessHandle::isAlive).toList();
        left.forEach(ProcessHandle::destroyForcibly);
        List<Shown> shown = shown();
        shown.stream().filter(this::marked).forEach(other -> other.process.destroyForcibly());
        return !left.isEmpty() || shown.stream().anyMatch(other -> marked(other) || other.starting());
    }

    private boolean marked(Shown other) {
        return other.variables.contains(mark);
    }

    private static List<Shown> shown() {
        if (!Files.isDirectory(PROC)) return List.of();
        try (Stream<Path> processes = Files.list(PROC)) {
            return processes.filter(path -> path.getFileName().toString().matches("[0-9]+")).flatMap(path -> Shown.of(path).stream()).toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /// A process as the system shows it at one moment, with the variables of its environment, each between two zeros.
    private record Shown(ProcessHandle process, String variables) {

        static Optional<Shown> of(Path path) {
            try {
                String variables = '\0' + Files.readString(path.resolve("environ"), StandardCharsets.ISO_8859_1);
                return ProcessHandle.of(Long.parseLong(path.getFileName().toString())).map(process -> new Shown(process, variables));
            } catch (IOException goneOrNotOurs) {
                return Optional.empty();
            }
        }

        /// Who is just being executed has no environment yet: whose it is shows a moment later.
        boolean starting() {
            return variables.equals("\0") && process.info().command().isPresent() && process.info().startInstant().filter(STARTED::isBefore).isPresent();
        }
    }
}
