package vmmref.properties.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.lang.reflect.Parameter;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Positive;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/// Arguments are generated as jqwik would generate them.
class ArgumentsTest {
    private enum Colour { RED, GREEN }

    /// Parameters in all their forms.
    static class Methods {
        void known(@ForAll boolean truth, @ForAll Colour colour, @ForAll @IntRange(min = -2, max = 5) int small, @ForAll @LongRange(min = 1L << 40, max = (1L << 40) + 1) long large,
                   @ForAll @AlphaChars @StringLength(min = 2, max = 3) String letters, @ForAll @StringLength(max = 1) String text, @ForAll("numbers") Integer named) { }

        void unknown(@ForAll int all, @ForAll @Positive int positive, @ForAll long any, @ForAll String text, @ForAll @StringLength(2) byte[] bytes) { }

        void unnamed(@ForAll("missing") int provided, @ForAll("plain") int notProvided) { }

        @Provide
        Arbitrary<Integer> numbers() {
            return Arbitraries.of(7, 9);
        }

        Arbitrary<Integer> plain() {
            return Arbitraries.of(7, 9);
        }
    }

    private static Seq<Parameter> parameters(String method) {
        return Vector.of(Vector.of(Methods.class.getDeclaredMethods()).find(each -> each.getName().equals(method)).get().getParameters());
    }

    /// {@return values of a parameter, not all of which need to differ}
    private static Seq<Object> values(Parameter parameter) {
        return Given.onWorker(bench -> {
            Random random = new Random(3);
            var generator = Arguments.of(parameter, new Methods()).generator(1000);
            return Vector.<Object>fill(500, () -> generator.next(random).value());
        });
    }

    @Test
    void everyParameterOfEveryLawIsGenerated() {
        assertEquals(Vector.empty(), Given.onWorker(bench -> Law.all().filter(law -> {
            Seat seat = bench.seat(law);
            return seat.at(Stage.SEARCH, 0).value().size() != law.parameters().size();
        })));
        assertTrue(Law.all().size() > 50);
        assertTrue(Law.all().forAll(law -> law.parameters().size() > 0));
    }

    @Test
    void plainTypesHaveTheirConstraints() {
        Seq<Parameter> known = parameters("known");
        assertEquals(HashSet.of(true, false), values(known.get(0)).toSet());
        assertEquals(HashSet.of(Colour.RED, Colour.GREEN), values(known.get(1)).toSet());
        assertEquals(HashSet.of(-2, -1, 0, 1, 2, 3, 4, 5), values(known.get(2)).toSet());
        assertEquals(HashSet.of(1_099_511_627_776L, 1_099_511_627_777L), values(known.get(3)).toSet());
        assertTrue(values(known.get(4)).forAll(value -> value.toString().matches("[A-Za-z]{2,3}")));
        assertEquals(HashSet.of(0, 1), values(known.get(5)).map(value -> value.toString().length()).toSet());
        assertEquals(HashSet.of(7, 9), values(known.get(6)).toSet());
    }

    @Test
    void constraintsThatNobodyKnowsAreAnError() {
        for (Parameter parameter : parameters("unknown")) {
            assertEquals("no generator for " + parameter + " of void vmmref.properties.campaign.ArgumentsTest$Methods.unknown(int,int,long,java.lang.String,byte[])",
                assertThrows(IllegalStateException.class, () -> Arguments.of(parameter, new Methods())).getMessage());
        }
    }

    @Test
    void aGeneratorThatIsNotThereIsAnError() {
        assertEquals("no method missing of vmmref.properties.campaign.ArgumentsTest$Methods provides a generator",
            assertThrows(IllegalStateException.class, () -> Arguments.of(parameters("unnamed").get(0), new Methods())).getMessage());
        assertEquals("no method plain of vmmref.properties.campaign.ArgumentsTest$Methods provides a generator",
            assertThrows(IllegalStateException.class, () -> Arguments.of(parameters("unnamed").get(1), new Methods())).getMessage());
    }
}
