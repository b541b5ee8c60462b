/// `vmmref zoo search`.
package vmmref.vectors.cli;

import io.vavr.collection.List;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import vmmref.properties.campaign.Store;
import vmmref.vectors.format.Json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.vectors.cli.SmallCampaign.exits;
import static vmmref.vectors.cli.SmallCampaign.refuses;
import static vmmref.vectors.cli.SmallCampaign.says;

@Timeout(240)
class ZooSearchTest {

    /// Found among the first cases.
    private static final List<String> QUICK = List.of("ForgetsInnerStops", "AcceptsReservedTemplates");

    @TempDir Path folder;

    private static Typed typed(String... words) {
        return Typed.command(List.of("zoo", "search", "--pack", "vectors", "--seed", "7", "-j", "1").appendAll(List.of(words)).toJavaArray(String[]::new));
    }

    private static Typed quick(String... words) {
        return typed(QUICK.prependAll(List.of(words)).toJavaArray(String[]::new));
    }

    @Test @DisplayName("members are found, their finds become small, fail again, and become vectors; nothing is kept")
    void found() {
        Typed typed = quick("--time", "5m");
        exits(0, typed);
        assertTrue(typed.out().matches("""
            member +law +after +cases +size +again +vectors\\s*
            ForgetsInnerStops +BundleGuarantees\\.unitsAndStops +named +[0-9.]+ m?s +[0-9,]+ +2 values of 2 +yes +1 of 1 +found
            AcceptsReservedTemplates +BundleGuarantees\\.\\w+ +(named)? +[0-9.]+ m?s +[0-9,]+ +\\d+ values? of \\d+ +yes +.* +found
            2 of 2 wrong machines were found within 5 min 0 s; at least 95 % are to be\\.
            [12] by the law that they name\\. Median time: [0-9.]+ m?s\\. Median size: -, of 0 cases with guests or programs\\.
            2 of 2 fail again as stored cases, [12] as vectors; the reference is right there\\.
            """), typed::all);
        assertTrue(typed.err().matches("""
            vmmref: searching 2 wrong machines, seed 0000000000000007, 1 worker
            vmmref: 1 of 2 searched: ForgetsInnerStops is found by BundleGuarantees\\.unitsAndStops, as named, after [0-9.]+ m?s
            vmmref: 2 of 2 searched: AcceptsReservedTemplates is found by .* after [0-9.]+ m?s
            """), typed::all);
    }

    @Test @DisplayName("too few are wrong, unless fewer are asked for")
    void atLeast() {
        String late = "DropsNat";
        Typed too = quick("--tries", "5000", "--at-least", "67", late);
        exits(1, too);
        says("2 of 3 wrong machines were found; at least 67 % are to be.\n", too.out());
        says("NOT FOUND\n", too.out());
        says("1 of 3 searched: DropsNat is NOT FOUND in 5,000 cases; ArithmeticGuarantees.nats had 8 cases\n", too.err());
        exits(0, quick("--tries", "5000", "--at-least", "66", late));
        exits(0, typed("--tries", "1", "--at-least", "0", late));
    }

    @Test @DisplayName("json says everything; campaigns are kept where the user wants them, and not mixed with others")
    void json() throws IOException {
        Path out = folder.resolve("kept");
        Typed typed = quick("--tries", "5000", "--out", out.toString(), "--format", "json", "DropsNat");
        exits(1, typed);
        JsonNode json = Json.parse(typed.out().replace("\n", " "));
        assertEquals(List.of("seed", "budget_cases", "at_least", "members", "found", "by_named_law", "median_millis", "again", "vectors", "exit", "searches"), List.ofAll(json.propertyNames()));
        assertEquals("0000000000000007", json.get("seed").asString());
        JsonNode lost = json.get("searches").get(0);
        assertEquals(List.of("member", "names", "named_cases", "found", "stopped", "cases", "campaign_millis"), List.ofAll(lost.propertyNames()));
        assertFalse(lost.get("found").asBoolean());
        JsonNode stops = json.get("searches").get(1);
        assertEquals("BundleGuarantees.unitsAndStops", stops.get("law").asString());
        assertEquals(stops.get("finding").asString(), Store.reading(out.resolve("ForgetsInnerStops")).findings().single().id());
        assertTrue(stops.get("found").asBoolean() && stops.get("named").asBoolean() && stops.get("again").asBoolean());
        assertEquals(1, stops.get("failing").asInt());
        assertEquals(3, Store.all(out).size());
        refuses("vmmref: " + out.resolve("ForgetsInnerStops") + " is there already: remove it, or name another folder with --out\n", typed("--tries", "1", "--out", out.toString(), "ForgetsInnerStops"));
        refuses(" is a file, and campaigns are kept in a folder: name another one with --out\n", typed("--tries", "1", "--out", Files.writeString(folder.resolve("file"), "text").toString(), "ForgetsInnerStops"));
    }

    @ParameterizedTest(name = "{0}") @DisplayName("2: what cannot be done is refused with what to write")
    @CsvSource(delimiter = '~', quoteCharacter = '\0', value = {
        "Forgets               ~ there is no zoo member \"Forgets\"; did you mean ForgetsCover, ",
        "DropsNat;Quagga       ~ there is no zoo member \"Quagga\"; `vmmref zoo list` names them",
        "--at-least;101        ~ --at-least 101: write a number from 0 to 100",
        "--at-least;-1         ~ --at-least -1: write a number from 0 to 100",
        "--at-least;most       ~ Invalid value for option '--at-least': 'most' is not an int",
        "--time;5              ~ --time 5: write a time such as 30s, 10m or 1h30m",
        "--seed;xyz            ~ --seed xyz: write 1 to 16 hexadecimal digits"})
    void refused(String words, String message) {
        refuses(message, Typed.command(List.of(words.split(";")).prependAll(List.of("zoo", "search", "--pack", "vectors")).toJavaArray(String[]::new)));
    }
}
