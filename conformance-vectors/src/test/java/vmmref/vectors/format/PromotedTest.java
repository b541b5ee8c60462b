/// Finds of campaigns as drafts of vectors.
package vmmref.vectors.format;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vmmref.properties.campaign.Store;
import vmmref.vectors.campaign.Promotion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PromotedTest {

    private static final String DECODE = "{\"kind\":\"codec\",\"title\":\"a reserved template\",\"finding\":\"BundleGuarantees.unitsAndStops-00000000\",\"subject\":\"zoo:X\",\"needs\":{\"brl\":true},"
        + "\"in\":{\"decode\":\"06000000000000000000000000000000\"},\"expect\":{\"outcome\":\"malformed\",\"because\":\"TEMPLATE_RESERVED\"}}";

    private static Seq<Draft> drafts(String lines) {
        return Promoted.drafts(lines, "codec", List.empty());
    }

    @Test @DisplayName("a line becomes a draft of the core tier, typed by the campaign that found it")
    void draft() {
        Draft draft = drafts("\n" + DECODE + "\n\n").single();
        assertEquals("found", draft.topic());
        assertEquals(Tier.CORE, draft.tier());
        assertEquals(Level.MUST, draft.level());
        assertEquals("a reserved template", draft.title());
        assertEquals("campaign", draft.source());
        assertEquals("{\"brl\":true}", Json.line(draft.needs().json()));
        assertEquals("{\"kind\":\"codec\",\"needs\":{\"brl\":true},\"in\":{\"decode\":\"06000000000000000000000000000000\"}}", Json.line(draft.given("codec").json()));
        assertEquals("{\"outcome\":\"malformed\",\"because\":\"TEMPLATE_RESERVED\"}", Json.line(draft.typed().get().json()));
        assertTrue(draft.near().isEmpty());
    }

    @Test @DisplayName("where anything may happen, the vector requires nothing")
    void unspecified() {
        assertEquals(Level.UNSPECIFIED, drafts(DECODE.replace("\"malformed\",\"because\":\"TEMPLATE_RESERVED\"", "\"unspecified\"")).single().level());
    }

    @Test @DisplayName("each kind takes its own lines, in their order")
    void kinds() {
        String two = DECODE + "\n" + DECODE.replace("codec", "xlate") + "\n" + DECODE.replace("a reserved template", "another");
        assertEquals(List.of("a reserved template", "another"), drafts(two).map(Draft::title));
        assertEquals(1, Promoted.drafts(two, "xlate", List.empty()).size());
        assertEquals(0, drafts("").size());
    }

    @ParameterizedTest(name = "{0} -> {1}") @DisplayName("a malformed line is named, with the place and what to write")
    @CsvSource(delimiter = '~', quoteCharacter = '\0', value = {
        "\"kind\":\"codec\"              ~ \"kind\":\"codecs\"    ~ found.jsonl:2: $.kind is \"codecs\", which is unknown; write one of build, codec, gpmap, intr, keys, partition, patch, recognize, rse, run, scratch, step, vmm, xlate",
        "\"kind\":\"codec\"              ~ \"kind\":7             ~ found.jsonl:2: $.kind is the number 7; write a string, in double quotes",
        "\"kind\":\"codec\",             ~                        ~ found.jsonl:2: $.kind is missing; every such object has this field",
        "\"title\":\"a reserved template\", ~                     ~ found.jsonl:2: $.title is missing; every such object has this field",
        "\"needs\":{\"brl\":true},       ~                        ~ found.jsonl:2: $.needs is missing; every such object has this field",
        "\"brl\":true                    ~ \"brl\":\"maybe\"      ~ found.jsonl:2: $.needs.brl is \"maybe\", which is no condition; write true, false, \">=N\", \"<N\", \"!N\" or \"=VALUE\"",
        "\"in\":{                        ~ \"at\":{               ~ found.jsonl:2: $.in is missing; every such object has this field",
        "\"in\":{                        ~ \"base\":\"nowhere@1\",\"in\":{ ~ found.jsonl:2: $.base is \"nowhere@1\", and the pack has no such base; ",
        "\"malformed\"                   ~ \"malfunctioning\"     ~ found.jsonl:2: $.expect.outcome is \"malfunctioning\", which is unknown; write one of ",
        "}}                              ~ }                      ~ found.jsonl:2: $ is no JSON at column "})
    void malformed(String text, String replacement, String message) {
        String wrong = DECODE.replace(text, replacement == null ? "" : replacement);
        String said  = assertThrows(FieldMistake.class, () -> drafts(DECODE + "\n" + wrong)).getMessage();
        assertTrue(said.startsWith(message), said);
        assertEquals(1, drafts(DECODE).size());
    }

    @ParameterizedTest @DisplayName("what is promoted is read again as the same case, with the same expectation")
    @ValueSource(strings = {"LosesSignOfLongBranch", "IgnoresRegionIdentifier", "TakesRights5ForRights3"})
    void roundTrip(String finding) {
        Promotion promotion = Promotion.of(Store.finding(Path.of("../properties/findings/" + finding + ".json")), Pack.open(Path.of("vectors")));
        String lines = promotion.vectors().map(vector -> Json.line(promotion.line(vector)) + "\n").mkString();
        Kind kind = Kinds.named(promotion.vectors().head().kind()).get();
        Seq<Draft> drafts = Promoted.drafts(lines, kind.name(), kind.bases());
        assertEquals(promotion.vectors().map(Vector::given), drafts.map(draft -> draft.given(kind.name())));
        assertEquals(promotion.vectors().map(vector -> vector.expect().json()), drafts.map(draft -> draft.typed().get().json()));
        drafts.forEach(draft -> assertTrue(kind.unreadable(draft.given(kind.name())).isEmpty()));
    }

    @Test @DisplayName("the finds that are kept can be read")
    void kept() {
        Kinds.all().forEach(kind -> Promoted.drafts(kind.name(), kind.bases()).forEach(draft -> assertEquals("campaign", draft.source())));
    }
}
