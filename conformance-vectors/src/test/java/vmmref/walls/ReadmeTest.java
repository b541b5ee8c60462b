package vmmref.walls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import vmmref.model.instruction.Forms;
import vmmref.vectors.cli.Vmmref;

/// The README tells the truth about what can be looked at.
class ReadmeTest {
    private static final Path ROOT = Path.of("..");

    private static Seq<String> found(String pattern) throws IOException {
        return Vector.ofAll(Pattern.compile(pattern).matcher(Files.readString(ROOT.resolve("README.md"))).results()).map((MatchResult found) -> found.group(1));
    }

    @Test
    void linksLeadSomewhere() throws IOException {
        Seq<String> links = found("]\\((?!http)([^)#]+)");
        assertTrue(links.size() > 15, links.toString());
        assertEquals(Vector.empty(), links.reject(link -> Files.exists(ROOT.resolve(link))));
    }

    @Test
    void typesOfTheReadingOrderExist() throws IOException {
        Set<String> types = Vector.ofAll(new ClassFileImporter().importPackages("vmmref")).map(JavaClass::getSimpleName).toSet();
        Seq<String> named = found("`([A-Z][a-z]+(?:[A-Z][a-z]+)*)`");
        assertTrue(named.size() > 8, named.toString());
        assertEquals(Vector.empty(), named.reject(types::contains));
    }

    @Test
    void theNumberOfFormsIsRight() throws IOException {
        assertEquals(Vector.of(String.valueOf(Forms.architected().size())), found("(\\d+) forms"));
    }

    @Test
    void commandsExist() throws IOException {
        CommandLine vmmref = Vmmref.commandLine();
        Seq<String> commands = found("\\./vmmref ([a-z]+(?: [a-z]+)*)");
        assertTrue(commands.size() >= 8, commands.toString());
        for (String command : commands.distinct()) {
            CommandLine at = vmmref;
            for (String word : command.split(" ")) {
                if (at.getSubcommands().isEmpty()) break;
                at = at.getSubcommands().get(word);
                assertTrue(at != null, "vmmref " + command);
            }
        }
    }
}
