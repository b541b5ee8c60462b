package vmmref.properties.arbitrary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Arbitrary;
import org.junit.jupiter.api.Test;
import vmmref.properties.arbitrary.kernel.GuestKernels;
import vmmref.properties.guarantee.Whole;

/// The page about the generators says of each what it makes today.
class GeneratorsPageTest {
    private static final Path PAGE = Path.of("GENERATORS.md");
    private static final Path EXAMPLES = Path.of("src/test/java/vmmref/properties/GeneratorsExampleTest.java");
    private static final Seq<Class<?>> CLASSES = Vector.of(Instructions.class, ReservedHint.class, Pages.class, Operations.class, Malformed.class, Scenes.class, Defects.class, Traces.class, ShortPrograms.class, GuestKernels.class);

    private static GeneratorsPage page() throws IOException {
        return new GeneratorsPage(Files.readString(PAGE));
    }

    @Whole
    @Test
    void theTablesAreCurrent() throws IOException {
        GeneratorsPage today = page().with(GeneratorsPage.measured());
        if (Boolean.getBoolean("vmmref.write")) Files.writeString(PAGE, today.text());
        assertEquals(today.text(), page().text(), "write it with mvn -B verify -Dvmmref.whole=true -Dvmmref.write=true");
    }

    @Test
    void everyGeneratorHasASection() throws IOException {
        assertEquals(Catalogue.all().map(Described::name).append("Defect").sorted(), page().names().sorted());
        Seq<String> described = Catalogue.all().map(each -> each.name().substring(0, each.name().indexOf('(')));
        Seq<String> generators = CLASSES.flatMap(type -> Vector.of(type.getDeclaredMethods()).filter(GeneratorsPageTest::isGenerator)
            .map(method -> type.getSimpleName() + "." + method.getName()));
        assertEquals(generators.sorted(), described.sorted());
    }

    private static boolean isGenerator(Method method) {
        return Modifier.isPublic(method.getModifiers()) && Arbitrary.class.isAssignableFrom(method.getReturnType());
    }

    @Test
    void theExamplesAreThoseThatRun() throws IOException {
        String source = Files.readString(EXAMPLES).replaceAll("(?m)^    ", "");
        assertTrue(page().examples().size() > 3);
        page().examples().forEach(example -> assertTrue(source.contains(example), example));
    }
}
