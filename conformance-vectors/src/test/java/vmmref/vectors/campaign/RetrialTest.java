/// Finds, tried again without their campaigns.
package vmmref.vectors.campaign;

import io.vavr.control.Either;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vmmref.properties.campaign.Finding;
import vmmref.properties.campaign.Stage;
import vmmref.properties.campaign.Store;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@Timeout(240)
class RetrialTest {

    private static final Path KEPT = Path.of("../properties/findings");
    private static final Pack PACK = Pack.open(Path.of("vectors"));

    private static Finding kept(String name) {
        return Store.finding(KEPT.resolve(name + ".json"));
    }

    private static Retrial tried(Finding finding) {
        return Retrial.of(finding, finding.subject(), PACK);
    }

    @ParameterizedTest @DisplayName("a stored case fails again, and so do its vectors")
    @ValueSource(strings = {"ForgetsInnerStops", "IgnoresRegionIdentifier", "LosesSignOfLongBranch", "TellsHostIsr"})
    void again(String name) {
        Retrial retrial = tried(kept(name));
        assertTrue(retrial.replays());
        assertTrue(retrial.failing().get() > 0 && retrial.asked() >= retrial.failing().get(), retrial::toString);
    }

    @Test @DisplayName("where what is wrong is how answers go together, no vector shows it")
    void together() {
        Retrial retrial = tried(kept("ComparesRegionNumberInPurge"));
        assertTrue(retrial.replays());
        assertEquals(Either.left("all %,d questions are answered rightly: what is wrong is how answers go together".formatted(retrial.asked())), retrial.failing());
    }

    @Test @DisplayName("what holds for a member that is right by now does not replay")
    void mended() {
        Retrial retrial = Retrial.of(kept("ForgetsInnerStops"), "zoo:LosesSignOfLongBranch", PACK);
        assertTrue(!retrial.replays() && retrial.right());
        assertEquals(1, retrial.asked());
        assertTrue(retrial.failing().isLeft());
    }

    @ParameterizedTest @DisplayName("what the reference once broke, or a law once had wrong, holds")
    @ValueSource(strings = {"InterruptedFlush", "ReturnWithoutTranslation", "WalkInRegionOne"})
    void holds(String name) {
        Retrial retrial = tried(kept("mended/" + name));
        assertTrue(!retrial.replays() && retrial.right(), retrial::toString);
    }

    @Test @DisplayName("of a law that asks nothing, or takes other arguments, nothing is promoted")
    void nothing() {
        assertEquals(new Retrial(false, true, Either.left("its law asks nothing that a vector can ask"), 0), tried(given("BundleGuarantees.everyBitBelongsToOneField", Json.object().put("bundle", "0".repeat(32)).put("bit", 3))));
        Retrial unreadable = tried(given("BundleGuarantees.unitsAndStops", Json.object().put("code", "two")));
        assertFalse(unreadable.replays());
        assertTrue(unreadable.failing().getLeft().contains("cannot be read"), unreadable::toString);
    }

    private static Finding given(String law, JsonNode arguments) {
        return new Finding(law, "", "zoo:ForgetsInnerStops", "", "", "0000000000000007", Stage.EDGES, 1, arguments, Json.object(), 0, java.util.List.of());
    }
}
