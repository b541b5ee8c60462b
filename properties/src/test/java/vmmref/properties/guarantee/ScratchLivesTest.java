package vmmref.properties.guarantee;

import io.vavr.collection.Seq;
import java.util.Random;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vmmref.model.profile.Profile;
import vmmref.properties.arbitrary.GuestScene;
import vmmref.vmm.Vmm;

/// Lives of guests from fixed seeds of which some registers are the monitor's for a while.
class ScratchLivesTest {
    private static final int FROM = Integer.getInteger("from", 0);
    private static final int FEW = 4;
    private static final int LIVES = Integer.getInteger("to", 40);
    private static final ScratchGuarantees LAWS = new ScratchGuarantees();

    @BeforeAll
    static void begin() {
        JqwikSession.start();
    }

    @AfterAll
    static void end() {
        JqwikSession.finish();
    }

    private static void judged(Subject subject, int to) {
        Outcomes.keep();
        RandomGenerator<GuestScene> scenes = LAWS.scenes().generator(1000, true);
        RandomGenerator<ScratchGuarantees.Taking> takings = LAWS.takings().generator(1000, true);
        RandomGenerator<Seq<Integer>> pauses = LAWS.pauses().generator(1000, true);
        for (int seed = FROM; seed < to; seed++) {
            Random random = new Random(seed);
            GuestScene scene = scenes.next(random).value();
            GuestScene other = scenes.next(random).value();
            ScratchGuarantees.Taking taking = takings.next(random).value();
            try {
                LAWS.alike(subject, scene, taking);
                LAWS.processors(subject, scene, other, taking, pauses.next(random).value(), seed % 2 == 0);
            } catch (AssertionError | RuntimeException failed) {
                throw new AssertionError("life " + seed + ": " + failed, failed);
            }
        }
    }

    @Test
    void theyHaveTheirRegisters() {
        judged(Subjects.current(), LIVES);
    }

    @Test
    void aFewAreRight() {
        judged(Subjects.current(), FROM + FEW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"merced", "itanium2", "montecito", "minimal"})
    void soTheyHaveOnOtherHosts(String host) {
        judged(Subject.of(Vmm.reference(Profile.named(host).get())), LIVES / 4);
    }
}
