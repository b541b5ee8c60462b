package vmmref.properties.campaign;

import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.opentest4j.TestAbortedException;
import vmmref.properties.arbitrary.GuestScene;
import vmmref.properties.arbitrary.GuestScenes;
import vmmref.properties.guarantee.Disagreement;
import vmmref.properties.guarantee.Guarantee;
import vmmref.properties.guarantee.Outcomes;
import vmmref.properties.guarantee.Subject;

/// Laws that behave as guarantees hardly ever do.
class MadeUp {
    static final AtomicInteger CALLS = new AtomicInteger();

    static Law law(String name) {
        return io.vavr.collection.Vector.of(MadeUp.class.getDeclaredMethods()).find(method -> method.getName().equals(name)).map(Law::new).get();
    }

    @Guarantee
    @Label("numbers are below 1000")
    void small(@ForAll @IntRange(max = 1_000_000) int number, @ForAll boolean irrelevant) {
        Outcomes.label("digits").collect(Integer.toString(number).length()).coverage(checker -> checker.check(6).percentage(share -> share > 50));
        if (number >= 1000) throw new Disagreement("too large", number + " is too large");
    }

    @Guarantee
    @Label("a number is at least 50, or the truth is false")
    void both(@ForAll @IntRange(max = 99) int number, @ForAll boolean truth) {
        if (number < 50 && truth) throw new AssertionError("both");
    }

    @Guarantee
    @Label("no guest stops")
    void stopless(@ForAll("scenes") GuestScene scene) {
        if (scene.actions().exists(action -> action.texts().contains("break.m 0x5"))) throw new Disagreement("stops", "a guest stops");
    }

    @Provide
    Arbitrary<GuestScene> scenes() {
        return GuestScenes.scenes();
    }

    @Guarantee
    @Label("hardly any number goes wrong")
    void rare(@ForAll @IntRange(max = 1_000_000) int number) {
        if (number % 499 == 7) throw new Disagreement("rare " + number % 4, number + " went wrong");
    }

    @Guarantee
    @Label("everything holds of numbers")
    void harmless(@ForAll @IntRange(max = 1_000_000) int number) {
        Outcomes.label("even").collect(number % 2 == 0).never("both", () -> "of " + number);
    }

    @Guarantee
    @Label("each number goes wrong in one of ten ways")
    void tenSymptoms(@ForAll @IntRange(max = 1_000_000) int number) {
        throw new Disagreement("ends with " + number % 10, number + " ends with " + number % 10);
    }

    @Guarantee
    @Label("each number goes wrong in its own way")
    void allSymptoms(@ForAll @IntRange(max = 1_000_000) int number) {
        throw new Disagreement("goes wrong at " + number, number + " goes wrong");
    }

    @Guarantee
    @Label("a law has no memory")
    void counting(@ForAll @IntRange(max = 1_000_000) int number) {
        Outcomes.label("calls").collect(CALLS.getAndIncrement());
    }

    @Guarantee
    @Label("nothing is said")
    void discarding(@ForAll @IntRange(max = 1_000_000) int number) {
        throw new TestAbortedException("never mind");
    }

    @Guarantee
    @Label("there are four cases")
    void four(@ForAll boolean one, @ForAll boolean other) {
        Outcomes.label("both").collect(one && other).coverage(checker -> {
            checker.check(true).percentage(share -> share > 20);
            checker.check("neither").count(count -> count > 0);
        });
    }

    @Guarantee
    @Label("a subject is there")
    void asking(Subject subject, @ForAll("three") int number) {
        if (subject.profile().name().isEmpty()) throw new AssertionError("nameless " + number);
    }

    @Provide
    Arbitrary<Integer> three() {
        return Arbitraries.of(1, 2, 3);
    }

    @Guarantee
    @Label("there is no case")
    void impossible(@ForAll("none") int number) { }

    @Provide
    Arbitrary<Integer> none() {
        return Arbitraries.integers().filter(20, number -> false);
    }

    @Guarantee
    @Label("something is thrown that nobody expects")
    void checked(@ForAll @IntRange(max = 9) int number) throws Exception {
        if (number == 7) throw new java.io.IOException("seven");
    }
}
