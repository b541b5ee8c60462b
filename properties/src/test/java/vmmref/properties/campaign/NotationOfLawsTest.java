package vmmref.properties.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import vmmref.properties.guarantee.Guarantee;
import vmmref.properties.guarantee.Sample;
import vmmref.properties.guarantee.Subject;

/// Every argument of every law survives being written.
@Tag("sampled")
class NotationOfLawsTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int TRIES = Sample.of(200);

    static java.util.List<Law> laws() {
        return Law.all().asJava();
    }

    @ParameterizedTest
    @MethodSource("laws")
    void everyArgumentOfALawSurvives(Law law) {
        JqwikSession.run(() -> {
            RandomGenerator<java.util.List<Object>> generator = law.cases().generator(1000, true);
            Random random = new Random(2026);
            for (int number = 0; number < TRIES; number++) {
                Seq<Object> arguments = Vector.ofAll(generator.next(random).value());
                assertEquals(law.types().size(), arguments.size());
                law.parameters().zip(law.types().zip(arguments)).forEach(each -> assertSurvives(law.name() + " " + each._1, each._2._1, each._2._2));
            }
        });
    }

    private static void assertSurvives(String which, Type type, Object value) {
        String text = Notation.written(type, value).toString();
        Object back = Notation.read(type, MAPPER.readTree(text));
        assertEquals(value, back, () -> which + ": " + text);
        assertEquals(text, Notation.written(type, back).toString(), which);
    }

    @Test
    void noLawAndNoParameterIsLeftOut() {
        Seq<Method> guarantees = Vector.ofAll(new ClassFileImporter().importPackagesOf(Guarantee.class)).<Class<?>>map(JavaClass::reflect)
            .flatMap(type -> Vector.of(type.getDeclaredMethods())).filter(method -> method.isAnnotationPresent(Guarantee.class));
        assertTrue(guarantees.size() > 50, guarantees.size() + " guarantees");
        assertEquals(guarantees.toSet(), Law.all().map(Law::method).toSet());
        for (Law law : Law.all()) {
            Seq<Class<?>> others = Vector.of(law.method().getParameters()).reject(parameter -> parameter.isAnnotationPresent(ForAll.class)).map(Parameter::getType);
            assertTrue(others.forAll(type -> type == Subject.class), law.name() + " takes " + others);
        }
    }
}
