package vmmref.properties.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/// Which arguments matter is found by trying others.
class ExplainingTest {
    private static Option<Seq<Role>> roles(String law, List<Object> failing, BooleanSupplier stop) {
        return Given.onWorker(bench -> Explaining.of(bench.seat(MadeUp.law(law)), failing, System.nanoTime() + 1_000_000_000_000L, stop));
    }

    /// Whether it is true or false, a number is too large.
    @Test
    void anArgumentThatDoesNotMatterFailsWithEveryOther() {
        Role irrelevant = roles("small", List.of(1000, false), () -> false).get().get(1);
        assertEquals("irrelevant", irrelevant.parameter());
        assertEquals(irrelevant.tried(), irrelevant.failing());
        assertEquals(100, irrelevant.tried() + roles("small", List.of(1000, true), () -> false).get().get(1).tried());
    }

    /// The law fails for numbers below 50 that come with the truth.
    @Test
    void anArgumentThatMattersHoldsWithOthers() {
        Seq<Integer> numbers = Given.onWorker(bench -> Vector.range(0, 100).map(number -> (Integer) bench.seat(MadeUp.law("both")).at(Stage.SEARCH, number).value().getFirst()));
        Seq<Role> roles = roles("both", List.of(5, true), () -> false).get();
        assertEquals(new Role("number", numbers.count(number -> number != 5), numbers.count(number -> number < 50 && number != 5)), roles.get(0));
        assertEquals("truth", roles.get(1).parameter());
        assertEquals(0, roles.get(1).failing());
    }

    /// Every number from 0 to 9 but 7 itself: none of them fails.
    @Test
    void valuesThatAreTheSameAreNotTried() {
        Role number = roles("checked", List.of(7), () -> false).get().single();
        assertEquals(0, number.failing());
        int sevens = Given.onWorker(bench -> Vector.range(0, 100).count(each -> bench.seat(MadeUp.law("checked")).at(Stage.SEARCH, each).value().equals(List.of(7))));
        assertEquals(100 - sevens, number.tried());
    }

    @Test
    void aGeneratorThatFindsNoCaseExplainsNothing() {
        assertEquals(Option.of(Vector.of(new Role("number", 0, 0))), roles("impossible", List.of(7), () -> false));
    }

    @Test
    void whenTheTimeIsOverNothingIsTried() {
        assertEquals(Option.of(Vector.of(new Role("number", 0, 0), new Role("irrelevant", 0, 0))),
            Given.onWorker(bench -> Explaining.of(bench.seat(MadeUp.law("small")), List.of(1000, false), System.nanoTime() - 1, () -> false)));
    }

    @Test
    void itEndsWhenSomebodySaysStop() {
        AtomicInteger asked = new AtomicInteger();
        assertEquals(Option.none(), roles("small", List.of(1000, false), () -> asked.incrementAndGet() > 10));
    }
}
