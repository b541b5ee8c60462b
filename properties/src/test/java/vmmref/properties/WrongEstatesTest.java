package vmmref.properties;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Option;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.profile.Profile;
import vmmref.properties.guarantee.Subject;
import vmmref.properties.guarantee.Subjects;
import vmmref.vmm.Vmm;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.monitor.Privileged;
import vmmref.vmm.zoo.Zoo;

/// What the laws of monitors inside partitions catch.
@Tag("sampled")
class WrongEstatesTest {
    private static final Profile PROFILE = Profile.named("maximal").get();

    @ParameterizedTest
    @CsvSource({"LinksOnOneConsent, nothingIsTaken", "ShowsClosedRegisters, nothingIsTaken", "TakesStatusFromSender, nothingIsTaken", "LinksOnOneConsent, strangersAreUnseen", "MapsPastTheEnd, mapsAreKept"})
    void membersOfTheZooAreCaught(String member, String law) {
        assertTrue(failure(Zoo.named(member).get().vmm(PROFILE), law).isDefined(), member + " passes " + law);
    }

    /// A monitor that loads a word of the frame behind each one that it maps, whoever has that. It changes nothing by it, and only partition hardware notices.
    @Test
    void aMonitorThatReadsAheadIsCaught() {
        Vmm right = Vmm.reference(PROFILE);
        Vmm wrong = right.withMonitoring(right.monitoring().withPublishing((answer, entry, translation, tag) ->
            right.monitoring().publishing().published(answer.then(new Privileged.Loading(new PhysicalAddress(translation.physical(translation.page()).bits() + GuestMap.PAGE))), entry, translation, tag)));
        assertTrue(failure(wrong, "mapsAreKept").exists(why -> why.contains("no map leads to")), "it passes");
    }

    private static Option<String> failure(Vmm vmm, String law) {
        Method method = Laws.method("PartitionedSystemGuarantees." + law).get();
        Object[] found = {Option.none()};
        Subjects.judging(Subject.of(vmm), () -> found[0] = Laws.failure(method.getDeclaringClass(), law));
        return ((Option<?>) found[0]).map(Object::toString);
    }
}
