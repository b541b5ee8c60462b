package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vavr.collection.Seq;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.profile.Profile;
import vmmref.properties.arbitrary.GuestScene;
import vmmref.properties.arbitrary.GuestScenes;
import vmmref.vmm.Vmm;
import vmmref.vmm.monitor.Monitoring;

/// Lives of guests from fixed seeds, by the laws of guests: fewer than those try, so that a change is judged within seconds.
class GuestLivesTest {
    private static final int FEW = 5;
    private static final int TAG = 16;
    private static final int LIVES = 100;
    private static final GuestGuarantees LAWS = new GuestGuarantees();

    @BeforeAll
    static void begin() {
        JqwikSession.start();
    }

    @AfterAll
    static void end() {
        JqwikSession.finish();
    }

    private interface Law {
        void judge(GuestScene one, GuestScene other, Seq<GuestGuarantees.Turning> turnings, boolean few);
    }

    private static void judged(int from, int to, Law law) {
        Outcomes.keep();
        RandomGenerator<GuestScene> scenes = generator(GuestScenes.scenes());
        RandomGenerator<Seq<GuestGuarantees.Turning>> turnings = generator(LAWS.turnings());
        for (int seed = from; seed < to; seed++) {
            Random random = new Random(seed);
            law.judge(scenes.next(random).value(), scenes.next(random).value(), turnings.next(random).value(), seed % 2 == 0);
        }
    }

    private static <T> RandomGenerator<T> generator(Arbitrary<T> arbitrary) {
        return arbitrary.generator(1000, true);
    }

    @Test
    void aFewOfEveryKindAreRight() {
        judged(0, FEW, (one, other, turnings, few) -> LAWS.alone(Subjects.current(), one, few));
        judged(0, FEW, (one, other, turnings, few) -> LAWS.together(Subjects.current(), one, other, turnings, few));
        judged(0, FEW, (one, other, turnings, few) -> LAWS.processors(Subjects.current(), one, other, turnings, few));
        judged(0, FEW, (one, other, turnings, few) -> LAWS.published(Subjects.current(), one));
    }

    @Test
    void aloneTheyAreWhereTheirOwnMachinesAre() {
        judged(FEW, LIVES, (one, other, turnings, few) -> LAWS.alone(Subjects.current(), one, few));
    }

    @Test
    void whatTheyInsertStands() {
        judged(FEW, LIVES, (one, other, turnings, few) -> LAWS.published(Subjects.current(), one));
    }

    @Test
    void takingTurnsTheyAre() {
        judged(FEW, LIVES, (one, other, turnings, few) -> LAWS.together(Subjects.current(), one, other, turnings, few));
    }

    @Test
    void soAreProcessorsOfOneGuest() {
        judged(FEW, LIVES, (one, other, turnings, few) -> LAWS.processors(Subjects.current(), one, other, turnings, few));
    }

    @ParameterizedTest
    @ValueSource(strings = {"merced", "itanium2", "montecito", "minimal"})
    void soTheyAreOnOtherHosts(String host) {
        Subject subject = Subject.of(Vmm.reference(Profile.named(host).get()));
        judged(0, LIVES, (one, other, turnings, few) -> LAWS.alone(subject, one, few));
        judged(0, FEW, (one, other, turnings, few) -> LAWS.together(subject, one, other, turnings, few));
    }

    /// No vector can show it, as a vector has one processor.
    @Test
    void anEntryWhoseTagIsWrittenFirstIsSeen() {
        Vmm right = Vmm.reference(Profile.named("maximal").get());
        Monitoring hasty = right.monitoring().withPublishing((answer, entry, translation, tag) ->
            right.monitoring().publishing().published(answer.stored(new PhysicalAddress(entry.bits() + TAG), tag, true), entry, translation, tag));
        Subject wrong = Subject.of(right.withMonitoring(hasty));
        assertThrows(AssertionError.class, () -> judged(0, FEW, (one, other, turnings, few) -> LAWS.published(wrong, one)));
    }
}
