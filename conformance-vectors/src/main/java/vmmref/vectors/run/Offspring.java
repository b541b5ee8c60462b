/// A child process with everything that it started.
package vmmref.vectors.run;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// A process whose parent is gone belongs to nobody that Java can ask. Where the system shows the environment of processes (Linux), what
/// the child started is therefore also known by a mark that it inherited. Who clears its environment and has no parent any more is not found.
public final class Offspring {

    private static final String VARIABLE = "VMMREF_ADAPTER";
    private static final Path   PROC     = Path.of("/proc");
    private static final int    ROUNDS   = 40;
    private static final int    BREATH   = 2_000_000;

    private final Process process;
    private final byte[]  mark;
    private final Thread  atExit = new Thread(this::kill, "vmmref-end-adapter");
    private volatile List<ProcessHandle> known = List.of();

    private Offspring(Process process, String mark) {
        this.process = process;
        this.mark    = (VARIABLE + "=" + mark).getBytes(StandardCharsets.US_ASCII);
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
        return io.vavr.collection.List.ofAll(process.descendants().toList()).appendAll(marked()).distinct()
            .filter(other -> other.isAlive() && other.pid() != process.pid())
            .map(other -> "%s (process %d)".formatted(other.info().command().orElse("a process"), other.pid()));
    }

    /// Through handles: a `Process` would first close the pipe to the child, and wait for who is writing to it. Again until nobody is left:
    /// who is being ended may have started another just before.
    private void kill() {
        List<ProcessHandle> seen = Stream.concat(known.stream(), process.descendants()).toList();
        process.toHandle().destroyForcibly();
        List<ProcessHandle> left = left(seen);
        for (int round = 0; !left.isEmpty() && round < ROUNDS; round++) {
            left.forEach(ProcessHandle::destroyForcibly);
            LockSupport.parkNanos(BREATH);
            left = left(seen);
        }
    }

    private List<ProcessHandle> left(List<ProcessHandle> seen) {
        return Stream.concat(seen.stream().filter(ProcessHandle::isAlive), marked().stream()).toList();
    }

    private List<ProcessHandle> marked() {
        if (!Files.isDirectory(PROC)) return List.of();
        try (Stream<Path> processes = Files.list(PROC)) {
            return processes
                .filter(path -> path.getFileName().toString().matches("[0-9]+") && marked(path.resolve("environ")))
                .flatMap(path -> ProcessHandle.of(Long.parseLong(path.getFileName().toString())).stream())
                .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private boolean marked(Path environment) {
        try {
            String variables = '\0' + new String(Files.readAllBytes(environment), StandardCharsets.ISO_8859_1);
            return variables.contains('\0' + new String(mark, StandardCharsets.US_ASCII) + '\0');
        } catch (IOException gone) {
            return false;
        }
    }
}
