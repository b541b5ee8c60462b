package vmmref.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edu.mit.csail.sdg.alloy4.A4Reporter;
import edu.mit.csail.sdg.ast.Command;
import edu.mit.csail.sdg.ast.Module;
import edu.mit.csail.sdg.parser.CompUtil;
import edu.mit.csail.sdg.translator.A4Options;
import edu.mit.csail.sdg.translator.TranslateAlloyToKodkod;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import kodkod.engine.satlab.SATFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Some files of `spec/alloy`: what a `check` states holds, unless its name begins with `Wrong`, and what a `run` describes can be reached.
///
/// Alloy runs one command at a time in a process: files are tested in classes of their own, which Surefire gives to several.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AlloyFiles {
    private static final Duration LONG = Duration.ofSeconds(30);
    private Seq<Ran> commands = Vector.empty();

    /// A command that was run.
    ///
    /// @param name     what it is called
    /// @param check    whether it looks for a counterexample, and not for an instance
    /// @param expected whether the file itself expects one
    /// @param found    whether there was one
    /// @param took     how long the search was
    private record Ran(String name, boolean check, boolean expected, boolean found, Duration took) {
        boolean wrong() {
            return check && isWrong(name);
        }
    }

    /// {@return every file of the folder}
    static Seq<Path> all() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("alloy"))) {
            return Vector.ofAll(files.sorted());
        }
    }

    /// {@return whether a check is of events that must be caught}
    static boolean isWrong(String check) {
        return check.startsWith("Wrong");
    }

    static Module parsed(Path file) {
        return CompUtil.parseEverything_fromFile(A4Reporter.NOP, null, file.toString());
    }

    /// {@return whether a file is tested here}
    abstract boolean has(Path file);

    @BeforeAll
    void runEveryCommand() throws IOException {
        commands = all().filter(this::has).flatMap(AlloyFiles::run);
    }

    @Test
    void checksFindNoCounterexample() {
        assertEquals(Vector.empty(), commands.filter(each -> each.check() && !each.wrong() && each.found()).map(Ran::name));
    }

    @Test
    void wrongEventsAreCaught() {
        assertEquals(Vector.empty(), commands.filter(each -> each.wrong() && !each.found()).map(Ran::name));
    }

    @Test
    void whatARunDescribesCanBeReached() {
        assertEquals(Vector.empty(), commands.filter(each -> !each.check() && !each.found()).map(Ran::name));
    }

    /// For people who run a file in Alloy's own window.
    @Test
    void theFilesExpectTheSame() {
        assertEquals(Vector.empty(), commands.filter(each -> each.expected() != each.found()).map(Ran::name));
    }

    @Test
    void noCommandTakesLong() {
        assertTrue(commands.size() >= 38, commands.size() + " commands");
        assertEquals(Vector.empty(), commands.filter(each -> each.took().compareTo(LONG) >= 0));
    }

    private static Seq<Ran> run(Path file) {
        Module module = parsed(file);
        return Vector.ofAll(module.getAllCommands()).map(command -> run(module, command));
    }

    private static Ran run(Module module, Command command) {
        A4Options options = new A4Options();
        options.solver = SATFactory.get("sat4j");
        // Where there are many relations, looking for bounds in the facts takes much longer than it saves.
        options.inferPartialInstance = false;
        long began = spentSoFar();
        boolean found = TranslateAlloyToKodkod.execute_command(A4Reporter.NOP, module.getAllReachableSigs(), command, options).satisfiable();
        return new Ran(command.label, command.check, command.expects == 1, found, Duration.ofNanos(spentSoFar() - began));
    }

    /// {@return nanoseconds for which a processor worked on this thread, so that what else the machine does does not count}
    private static long spentSoFar() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
