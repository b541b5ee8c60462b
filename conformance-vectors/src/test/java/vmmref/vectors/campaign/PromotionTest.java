/// Findings as vectors.
package vmmref.vectors.campaign;

import io.vavr.collection.HashMap;
import io.vavr.collection.Iterator;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.bundle.Bundle;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;
import vmmref.properties.arbitrary.Scene;
import vmmref.properties.campaign.Finding;
import vmmref.properties.campaign.Stage;
import vmmref.properties.campaign.Store;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Pack;
import vmmref.vectors.format.Vector;
import vmmref.vectors.run.Conversation;
import vmmref.vectors.run.Implementations;
import vmmref.vectors.run.Judge;
import vmmref.vectors.run.UsageMistake;
import vmmref.vectors.run.Verdict;
import vmmref.vmm.Vmm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

@Timeout(240)
class PromotionTest {

    private static final Path KEPT = Path.of("../properties/findings");
    private static final Pack PACK = Pack.open(Path.of("vectors"));

    /// Of these every answer is right by itself, or right by now.
    private static final List<String> TOGETHER = List.of("ComparesRegionNumberInPurge", "LosesCopies", "severalMatches");

    static Stream<Path> kept() throws IOException {
        try (Stream<Path> files = Files.list(KEPT)) {
            return List.ofAll(files.filter(file -> file.toString().endsWith(".json")).toList()).sorted().toJavaStream();
        }
    }

    private static Promotion promoted(String finding) {
        return Promotion.of(Store.finding(KEPT.resolve(finding + ".json")), PACK);
    }

    /// {@return the verdicts on vectors}
    private static Seq<Verdict> verdicts(String implementation, Seq<Vector> vectors) {
        java.util.List<Verdict> verdicts = new ArrayList<>();
        try (Conversation conversation = Implementations.open(implementation, PACK)) {
            Judge judge = new Judge(conversation.hello(), HashMap.empty(), false);
            for (Vector vector : vectors)
                judge.unasked(vector).peek(skipped -> verdicts.add(skipped.verdict()))
                    .onEmpty(() -> conversation.ask(Iterator.of(vector), (each, reply) -> verdicts.add(judge.judge(each, reply).verdict())));
        }
        return List.ofAll(verdicts);
    }

    @ParameterizedTest(name = "{0}") @MethodSource("kept")
    @DisplayName("what a wrong machine answers wrongly becomes vectors that it fails, and that the reference passes under every profile that meets their needs")
    void everyFinding(Path file) {
        Finding finding = Store.finding(file);
        Promotion promotion = Promotion.of(finding, PACK);
        if (finding.law().matches("(Guest|Kernel)Guarantees.*")) assertEquals(List.of(finding.law().startsWith("Guest") ? "vmm" : "patch"), promotion.vectors().map(Vector::kind).toList());
        assertEquals(!TOGETHER.contains(file.getFileName().toString().replace(".json", "")), !promotion.failing().isEmpty());
        assertEquals(promotion.failing().isEmpty() ? promotion.passing() : promotion.failing(), promotion.vectors());
        if (!promotion.failing().isEmpty()) assertEquals(List.of(Verdict.FAIL), verdicts(finding.subject() + "@maximal", promotion.vectors()).distinct());
        for (Profile profile : Profile.all()) {
            Seq<Verdict> verdicts = verdicts("direct:reference@" + profile.name(), promotion.vectors());
            assertEquals(promotion.vectors().size(), verdicts.size());
            assertTrue(List.of(Verdict.PASS, Verdict.INEXPRESSIBLE).containsAll(verdicts), profile.name() + ": " + verdicts);
        }
        assertEquals(List.of(Verdict.PASS), verdicts("direct:reference@maximal", promotion.vectors()).distinct());
    }

    @Test @DisplayName("a vector needs the parameters that its expectation depends on")
    void needs() {
        assertEquals("{\"brl\":true}", Json.line(promoted("LosesSignOfLongBranch").vectors().head().needs().json()));
        assertEquals("{}", Json.line(promoted("AcceptsReservedTemplates").vectors().head().needs().json()));
    }

    @ParameterizedTest(name = "{0} asked of {1}") @DisplayName("each parameter is found that an answer depends on, in the direction in which it does")
    @CsvSource(delimiter = '~', quoteCharacter = '\0', value = {
        "050000000100ffffffff7fc0f0ffffd8 ~ itanium2 ~ {\"brl\":true}",
        "050000000100ffffffff7fc0f0ffffd8 ~ merced   ~ {\"brl\":false}",
        "17000000000800000000100000006400 ~ itanium2 ~ {\"vmsw\":false}",
        "17000000000800000000100000006400 ~ maximal  ~ {\"vmsw\":true}",
        "014000401a0400000002000000000400 ~ itanium2 ~ {}"})
    void dependence(String bundle, String profile, String needs) {
        assertEquals(needs, needs(profile, Question.decode(Bundle.ofHex(bundle))));
    }

    @Test @DisplayName("a number is needed to be as large, or not as large as the next that makes a difference")
    void numbers() {
        Question beyond = Question.of(Scene.MACHINE, new Reference(ReferenceType.LOAD, new VirtualAddress(0x2008000000000000L), 8, 0, false));
        assertEquals("{\"va\":\">=61\"}", needs("itanium2", beyond));
        assertEquals("{\"va\":\"<61\"}", needs("merced", beyond));
    }

    private static String needs(String profile, Question question) {
        return Json.line(new Dependence(Profile.named(profile).get()).settled(question).given().needs().json());
    }

    @Test @DisplayName("a line names finding and subject, and holds the stimulus and the expectation")
    void line() {
        Promotion promotion = promoted("ForgetsInnerStops");
        ObjectNode line = promotion.line(promotion.vectors().head());
        assertEquals("""
            {"kind":"codec","title":"each assigned template code names its units and stops","finding":"BundleGuarantees.unitsAndStops-ID","subject":"zoo:ForgetsInnerStops",\
            "needs":{},"in":{"decode":"02000000000000000000000000000000"},"expect":""", Json.line(line).replaceAll("-[0-9a-f]{8}\"", "-ID\"").split("(?<=\"expect\":)")[0]);
        assertEquals("MI;I", line.get("expect").get("post").get("template").asString());
        assertEquals("campaign", promotion.vectors().head().source());
    }

    @Test @DisplayName("an implementation that answers rightly by now has nothing but passing questions")
    void mended() {
        Finding finding = Store.finding(KEPT.resolve("ForgetsInnerStops.json"));
        Promotion promotion = Promotion.of(of(finding, "direct:reference", finding.arguments()), PACK);
        assertEquals(List.empty(), promotion.failing());
        assertEquals(1, promotion.passing().size());
    }

    @Test @DisplayName("what cannot be promoted is refused in words")
    void refused() {
        Finding finding = Store.finding(KEPT.resolve("ForgetsInnerStops.json"));
        UsageMistake other = assertThrows(UsageMistake.class, () -> Promotion.of(of(finding, finding.subject(), Json.object().put("code", "two")), PACK));
        assertEquals(finding.id() + " cannot be read: $.code: expected a number of 32 bits, with sign; here stands \"two\"; mend its file, or remove it if its law takes other arguments by now", other.getMessage());
        UsageMistake absent = assertThrows(UsageMistake.class, () -> Promotion.of(of(finding, "zoo:Mended", finding.arguments()), PACK));
        assertTrue(absent.getMessage().startsWith("there is no zoo member \"Mended\""), absent.getMessage());
    }

    private static Finding of(Finding finding, String subject, JsonNode arguments) {
        return new Finding(finding.law(), finding.sentence(), subject, finding.symptom(), finding.message(), finding.seed(), Stage.EDGES, 1, arguments, finding.found(), 0, java.util.List.of());
    }

    @Test @DisplayName("a law about values alone asks nothing")
    void asksNothing() {
        Finding finding = new Finding("BundleGuarantees.everyBitBelongsToOneField", "", "direct:reference", "", "", "0000000000000007", Stage.EDGES, 1,
            Json.object().put("bundle", "0".repeat(32)).put("bit", 3), Json.object(), 0, java.util.List.of());
        assertEquals(List.empty(), Promotion.of(finding, PACK).vectors());
        assertEquals(0, new Recorder(Vmm.reference(Profile.named("itanium2").get())).questions().size());
    }
}
