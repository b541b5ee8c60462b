package vmmref.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edu.mit.csail.sdg.ast.Command;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the commands of `spec/alloy` are called; [AlloyTest] and [AlloyGuestMemoryTest] run all of them.
class AlloyNamesTest {
    private static Seq<Tuple2<Path, Command>> commands = Vector.empty();

    @BeforeAll
    static void readEveryFile() throws IOException {
        commands = AlloyFiles.all().flatMap(file -> Vector.ofAll(AlloyFiles.parsed(file).getAllCommands()).map(command -> Tuple.of(file, command)));
    }

    @Test
    void thereIsEveryCheckThatAChapterNames() {
        Seq<String> named = Chapters.sentences()
            .flatMap(sentence -> sentence.formal() instanceof Formal.Alloy(String check) ? Option.some(check) : Option.none());
        assertEquals(Vector.empty(), named.removeAll(commands.filter(each -> each._2.check).map(each -> each._2.label)));
        assertTrue(named.size() >= 4, named.toString());
    }

    @Test
    void everyFileHasCommandsOfAllKindsUnderNamesOfTheirOwn() {
        commands.groupBy(Tuple2::_1).forEach((file, own) ->
            assertTrue(own.exists(each -> isWrong(each._2)) && own.exists(each -> each._2.check && !isWrong(each._2)) && own.exists(each -> !each._2.check), file.toString()));
        assertEquals(commands.map(each -> each._2.label).distinct(), commands.map(each -> each._2.label));
        assertTrue(commands.size() >= 190, commands.size() + " commands");
    }

    private static boolean isWrong(Command command) {
        return command.check && AlloyFiles.isWrong(command.label);
    }
}
