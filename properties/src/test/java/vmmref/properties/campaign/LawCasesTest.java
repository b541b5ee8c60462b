package vmmref.properties.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import vmmref.model.profile.Profile;
import vmmref.properties.guarantee.Subject;
import vmmref.vmm.Vmm;
import vmmref.vmm.zoo.Member;
import vmmref.vmm.zoo.Zoo;

/// The same cases are executed for one subject after another.
class LawCasesTest {
    private static final int TRIES = 200;
    private static final Profile MAXIMAL = Profile.named("maximal").get();
    private static final Member MEMBER = Zoo.named("IgnoresRegionIdentifier").get();

    private static Seq<Integer> failing(LawCases cases, Vmm vmm) {
        Subject subject = Subject.of(vmm);
        return Vector.range(0, TRIES).filter(number -> cases.failure(subject, number).isDefined());
    }

    /// On a thread of its own: whoever executes cases keeps a session of jqwik, and outcomes.
    @Test
    void aWrongMachineFailsCasesThatHoldForTheRightOne() throws Exception {
        try (ExecutorService alone = Executors.newSingleThreadExecutor()) {
            alone.submit(LawCasesTest::judged).get();
        }
    }

    private static void judged() {
        LawCases cases = LawCases.of(Law.named(MEMBER.law()).get(), 1);
        Seq<Integer> failing = failing(cases, MEMBER.vmm(MAXIMAL));
        assertTrue(failing.nonEmpty());
        assertEquals(Vector.empty(), failing(cases, Vmm.reference(MAXIMAL)));
        assertEquals(failing, failing(cases, MEMBER.vmm(MAXIMAL)));
    }
}
