package vmmref.properties.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vmmref.model.profile.Profile;
import vmmref.vmm.Vmm;
import vmmref.vmm.zoo.Zoo;

/// Every finding that is kept, in `findings` and in the stores of campaigns that were run here, is tried again: none may fail on the reference, and what was found in the zoo is still wrong there.
class StoredFindingsTest {
    private static final Path KEPT = Path.of("findings");
    private static final Path STORES = Path.of("../.vmmref");
    private static final String ZOO = "zoo:";

    static List<Path> kept() {
        return files(KEPT).appendAll(Store.all(STORES).flatMap(store -> files(store.resolve("findings")))).asJava();
    }

    private static Seq<Path> files(Path folder) {
        return Files.isDirectory(folder) ? Store.listed(folder, file -> file.toString().endsWith(".json")) : Vector.empty();
    }

    @Test
    void someAreKept() {
        assertTrue(files(KEPT).size() > 10);
    }

    @ParameterizedTest
    @MethodSource("kept")
    void theReferencePasses(Path file) {
        assertEquals(new Replay.Holds(), Replay.of(Candidate.of("direct:reference", Vmm.reference(maximal())), Store.finding(file)).trial());
    }

    @ParameterizedTest
    @MethodSource("kept")
    void theMemberOfTheZooStillFails(Path file) {
        Finding finding = Store.finding(file);
        if (!finding.subject().startsWith(ZOO)) return;
        Candidate member = Candidate.of(finding.subject(), Zoo.named(finding.subject().substring(ZOO.length())).get().vmm(maximal()));
        assertInstanceOf(Replay.Fails.class, Replay.of(member, finding).trial());
    }

    private static Profile maximal() {
        return Profile.named("maximal").get();
    }
}
