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
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import kodkod.engine.satlab.SATFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The files of `spec/alloy`: what a `check` states holds, unless its name begins with `Wrong`, and what a `run` describes can be reached.
class AlloyTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static Seq<Ran> commands = Vector.empty();

    /// A command that was run.
    ///
    /// @param file     where it stands
    /// @param name     what it is called
    /// @param check    whether it looks for a counterexample, and not for an instance
    /// @param expected whether the file itself expects one
    /// @param found    whether there was one
    /// @param took     how long the search was
    private record Ran(Path file, String name, boolean check, boolean expected, boolean found, Duration took) {
        boolean wrong() {
            return check && name.startsWith("Wrong");
        }
    }

    @BeforeAll
    static void runEveryCommand() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("alloy"))) {
            commands = Vector.ofAll(files.sorted()).flatMap(AlloyTest::run);
        }
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
    void everyCheckThatAChapterNamesWasRun() {
        Seq<String> named = Chapters.sentences()
            .flatMap(sentence -> sentence.formal() instanceof Formal.Alloy(String check) ? Option.some(check) : Option.none());
        assertEquals(Vector.empty(), named.removeAll(commands.filter(Ran::check).map(Ran::name)));
        assertTrue(named.size() >= 4, named.toString());
    }

    @Test
    void everyFileHasCommandsOfAllKindsUnderNamesOfTheirOwn() {
        for (Seq<Ran> file : commands.groupBy(Ran::file).values()) {
            assertTrue(file.exists(Ran::wrong) && file.exists(each -> each.check() && !each.wrong()) && file.exists(each -> !each.check()), file.head().file().toString());
        }
        assertEquals(commands.map(Ran::name).distinct(), commands.map(Ran::name));
        assertTrue(commands.size() >= 190, commands.size() + " commands");
    }

    @Test
    void noCommandTakesLong() {
        assertEquals(Vector.empty(), commands.filter(each -> each.took().compareTo(LONG) >= 0));
    }

    private static Seq<Ran> run(Path file) {
        Module module = CompUtil.parseEverything_fromFile(A4Reporter.NOP, null, file.toString());
        return Vector.ofAll(module.getAllCommands()).map(command -> run(file, module, command));
    }

    private static Ran run(Path file, Module module, Command command) {
        A4Options options = new A4Options();
        options.solver = SATFactory.get("sat4j");
        // Where there are many relations, looking for bounds in the facts takes much longer than it saves.
        options.inferPartialInstance = false;
        long began = System.nanoTime();
        boolean found = TranslateAlloyToKodkod.execute_command(A4Reporter.NOP, module.getAllReachableSigs(), command, options).satisfiable();
        return new Ran(file, command.label, command.check, command.expects == 1, found, Duration.ofNanos(System.nanoTime() - began));
    }
}
