package vmmref.properties.guarantee;

import io.vavr.collection.Vector;
import java.util.Random;
import net.jqwik.api.Arbitrary;
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
import vmmref.vmm.keys.Catching;

/// Lives of guests from fixed seeds whose code is patched.
class PatchLivesTest {
    private static final int FROM = Integer.getInteger("from", 0);
    private static final int FEW = 4;
    private static final int LIVES = Integer.getInteger("to", 40);
    private static final int PAUSES = 16;
    private static final ParkedRegisterGuarantees PARKED = new ParkedRegisterGuarantees();
    private static final PatchedPageGuarantees LAWS = new PatchedPageGuarantees();

    @BeforeAll
    static void begin() {
        JqwikSession.start();
    }

    @AfterAll
    static void end() {
        JqwikSession.finish();
    }

    /// A law about the life of a guest.
    private interface Law {
        void judge(GuestScene scene, Catching catching, int pages, boolean even);
    }

    private static void judged(Subject subject, int to) {
        judged(LAWS.scenes(), to, (scene, catching, pages, even) -> LAWS.alike(subject, scene, catching, pages, even));
    }

    private static void judged(Arbitrary<GuestScene> all, int to, Law law) {
        Outcomes.keep();
        RandomGenerator<GuestScene> scenes = all.generator(1000, true);
        for (int seed = FROM; seed < to; seed++) {
            GuestScene scene = scenes.next(new Random(seed)).value();
            try {
                law.judge(scene, Catching.values()[1 + seed % 3], 1 + seed % 4, seed % 2 == 0);
            } catch (AssertionError | RuntimeException failed) {
                throw new AssertionError("life " + seed + ": " + failed + "\n" + scene, failed);
            }
        }
    }

    @Test
    void whereTheirOwnMachinesAre() {
        judged(Subjects.current(), LIVES);
    }

    @Test
    void exactly() {
        judged(LAWS.levelled(), LIVES / 4, (scene, catching, pages, even) -> LAWS.exactly(Subjects.current(), scene, catching, pages, even));
    }

    @ParameterizedTest
    @ValueSource(strings = {"merced", "itanium2", "montecito", "minimal"})
    void exactlyOnOtherHosts(String host) {
        judged(LAWS.levelled(), LIVES / 8, (scene, catching, pages, even) -> LAWS.exactly(Subject.of(Vmm.reference(Profile.named(host).get())), scene, catching, pages, even));
    }

    private static void parked(Subject subject, int to) {
        judged(PARKED.scenes(), to, (scene, catching, pages, even) -> PARKED.alike(subject, scene, catching, Vector.range(0, PAUSES).map(number -> 1 + (number + pages) % 4), Vector.of(3 * pages, 7 + 5 * pages, even ? 1 : 29)));
    }

    @Test
    void whileRegistersAreParked() {
        parked(Subjects.current(), LIVES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"itanium2", "montecito", "minimal"})
    void whileRegistersAreParkedOnOtherHosts(String host) {
        parked(Subject.of(Vmm.reference(Profile.named(host).get())), LIVES / 4);
    }

    @Test
    void aFewAreRight() {
        judged(Subjects.current(), FROM + FEW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"merced", "itanium2", "montecito", "minimal"})
    void soTheyAreOnOtherHosts(String host) {
        judged(Subject.of(Vmm.reference(Profile.named(host).get())), LIVES / 4);
    }
}
