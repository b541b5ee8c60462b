/// The end of a campaign.
package vmmref.vectors.report;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import vmmref.properties.campaign.Account;
import vmmref.properties.campaign.Closing;
import vmmref.properties.campaign.Config;
import vmmref.properties.campaign.Finding;
import vmmref.properties.campaign.Goal;
import vmmref.properties.campaign.Ledger;
import vmmref.properties.campaign.Role;
import vmmref.properties.campaign.Sighting;
import vmmref.properties.campaign.Stage;
import vmmref.vectors.format.Json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CampaignSummaryTest {

    private static final Goal ALWAYS = new Goal(Goal.Sort.ALWAYS, "OneGuarantees.holds", "one holds", true, "1,000 cases");

    private static Ledger ledger(long cases, SortedMap<String, Long> discards, long once) {
        return ledger(cases, discards, once, Collections.emptySortedMap());
    }

    private static Ledger ledger(long cases, SortedMap<String, Long> discards, long once, SortedMap<String, Long> figures) {
        SortedMap<String, Sighting> seen = new TreeMap<>();
        for (int i = 0; i < once + 5; i++) seen.put("outcome kind: " + i, new Sighting(i < once ? 1 : 9, 0, Stage.EDGES, i));
        return new Ledger(2, 2_000, new TreeMap<>(java.util.Map.of("OneGuarantees.holds", new Account(cases, 0, discards, seen, Collections.emptySortedMap(), figures, true, false, 1, 1))));
    }

    private static CampaignSummary summary(Ledger ledger, Seq<Goal> goals, Finding... findings) {
        Config config = Config.of("./myemu", java.util.List.of(), 7, 60_000, 2_000, false, "now");
        return new CampaignSummary(new Closing("the cases are spent", config, ledger, goals, List.of(new Closing.Reached("KEY_MISSING", 1)),
            List.of(new Closing.Unreached("KEY_UNIQUE", "it decided in none of 9 cases of OneGuarantees.holds"), new Closing.Unreached("NOP_FORM", "none of its laws was selected: OtherGuarantees.holds")),
            List.of(findings)), "./vmmref", "nightly --store S", Path.of("S/nightly"));
    }

    private static CampaignSummary summary(Seq<Goal> goals, Finding... findings) {
        return summary(ledger(1_000, new TreeMap<>(), 0), goals, findings);
    }

    private static Finding finding(String law, String message, JsonNode arguments, Role... roles) {
        return new Finding(law, law + " always", "./myemu", "symptom", message, "0000000000000007", Stage.SEARCH, 9, arguments, arguments, 5, List.of(roles).asJava());
    }

    private static String text(CampaignSummary summary) {
        return summary.text(new Ink(false));
    }

    @Test @DisplayName("all is well: exit code 0, and how many cases said so")
    void conforms() {
        CampaignSummary summary = summary(List.of(ALWAYS));
        assertEquals("""
            not reached  KEY_UNIQUE: it decided in none of 9 cases of OneGuarantees.holds
            stopped    the cases are spent
            cases      1,000 of 1 law in 2.0 s, 500 a second; none discarded
            goals      always 1 of 1, sometimes 0 of 0, never 0 of 0
            clauses    1 of 3 decided a case; the laws of 1 were not selected
            what next  no behaviour was seen only once: with 95 % confidence, fewer than 3 in 1,000 cases show something new
            ./myemu broke no law in 1,000 cases.
            """, text(summary));
        assertEquals(0, summary.exit().code());
    }

    @Test @DisplayName("guests: how many of their instructions ran unmodified")
    void guests() {
        SortedMap<String, Long> figures = new TreeMap<>(java.util.Map.of("instructions unmodified", 8_500L, "instructions in stubs", 300L, "instructions by the monitor", 1_200L));
        CampaignSummary summary = summary(ledger(1_000, new TreeMap<>(), 0, figures), List.of(ALWAYS));
        assertTrue(text(summary).contains("\nguests     85 % of 10,000 instructions ran unmodified: 8,500; in stubs 300 (3 %), by the monitor 1,200 (12 %)\n"), text(summary));
        assertEquals("{\"unmodified\":8500,\"in_stubs\":300,\"by_monitor\":1200}", summary.json().get("instructions").toString());
        assertFalse(text(summary(List.of(ALWAYS))).contains("guests"));
    }

    @Test @DisplayName("nothing is said: the reasons are counted, the most frequent first, and no goal or clause is listed that could not be reached")
    void nothing() {
        SortedMap<String, Long> discards = new TreeMap<>(java.util.Map.of("the implementation does not announce the kind xlate", 990L, "its law asked nothing", 1L, "too hot", 2L, "too cold", 7L));
        CampaignSummary summary = summary(ledger(1_000, discards, 0), List.of(new Goal(Goal.Sort.ALWAYS, "OneGuarantees.holds", "one holds", false, "no case said anything of it")));
        assertEquals("""
            stopped    the cases are spent
            cases      1,000 of 1 law in 2.0 s, 500 a second; 1,000 (100 %) discarded
            discarded  990: the implementation does not announce the kind xlate
                       7: too cold
                       2: too hot
                       … and 1 more; --format json lists all
            goals      always 0 of 1, sometimes 0 of 0, never 0 of 0
            clauses    1 of 3 decided a case; the laws of 1 were not selected
            what next  no behaviour was seen only once: with 95 % confidence, fewer than 3 in 1,000 cases show something new
            Nothing is said of ./myemu: no case said anything.
            """, text(summary));
        assertEquals(8, summary.exit().code());
        assertEquals("{\"its law asked nothing\":1,\"the implementation does not announce the kind xlate\":990,\"too cold\":7,\"too hot\":2}", summary.json().get("discards").toString());
    }

    @Test @DisplayName("a law is broken: the counterexample is explained, and nothing else is complained of")
    void broken() {
        Goal unmet = new Goal(Goal.Sort.SOMETIMES, "OneGuarantees.holds", "template: 10", false, "0 cases, 0.0 %");
        Finding one = finding("OneGuarantees.holds", "slot0: expected nop, got break; on standard error: oops\nasked: {\"decode\":\"00\"}", Json.parse("{\"a\":1,\"b\":[2,3],\"c\":true,\"d\":4}"),
            new Role("a", 90, 0), new Role("b", 90, 90), new Role("c", 0, 0), new Role("d", 90, 7));
        CampaignSummary summary = summary(List.of(ALWAYS, unmet), one);
        assertEquals("""
            counterexample OneGuarantees.holds-ID
              law       OneGuarantees.holds always
              failure   slot0: expected nop, got break; on standard error: oops
                        asked: {"decode":"00"}
              case      {"a":1,"b":[2,3],"c":true,"d":4}
              a         matters: none of 90 other values fails
              b         90 of 90 other values fail, too
              d         7 of 90 other values fail, too
              again     ./vmmref campaign replay nightly --store S OneGuarantees.holds-ID
              vector    ./vmmref campaign promote nightly --store S OneGuarantees.holds-ID

            stopped    the cases are spent
            """, text(summary).replaceAll("-[0-9a-f]{8}", "-ID").split("(?<=are spent\n)")[0]);
        assertTrue(text(summary).endsWith("\n./myemu breaks 1 law: 1 counterexample.\n"), text(summary));
        assertEquals(1, summary.exit().code());
        assertEquals("./myemu breaks 2 laws: 3 counterexamples.", summary(List.of(ALWAYS), one, one, finding("OtherGuarantees.holds", "no", Json.object())).sentence());
        assertEquals("./myemu breaks 1 law: 1 counterexample.", summary(ledger(0, new TreeMap<>(), 0), List.of(ALWAYS), one).sentence(), "found before the first batch was saved");
    }

    @Test @DisplayName("of an assertion the essence is shown, of a long case the beginning, and where all of it is; a hostile message steers nothing")
    void essence() {
        String text = text(summary(List.of(ALWAYS), finding("OneGuarantees.holds", "Scene[…] ==> expected: <1> but was: <\u001b[2J>", Json.object().put("long", "x".repeat(2_000)))));
        assertTrue(text.contains("\n  failure   expected: <1> but was: <\\u001b[2J>\n  case      {\"long\":\"xxx"), text);
        assertTrue(text.replaceAll("-[0-9a-f]{8}", "-ID").contains("xxx…\n            all of it is in S/nightly/findings/OneGuarantees.holds-ID.json\n  again "), text);
        assertTrue(text.lines().allMatch(line -> line.length() < 450), text);
    }

    @Test @DisplayName("goals are not met: those of a law on one line, three of them, and how to go on")
    void unmet() {
        Seq<Goal> templates = List.rangeClosed(1, 5).map(code -> new Goal(Goal.Sort.SOMETIMES, "BundleGuarantees.unitsAndStops", "template: " + code, false, "0 cases, 0.0 %"));
        CampaignSummary summary = summary(templates.prepend(ALWAYS).append(new Goal(Goal.Sort.NEVER, "OneGuarantees.holds", "kind: both", false, "1 case, 0.1 %")));
        assertEquals("""
            not met  never     OneGuarantees.holds: kind: both (1 case, 0.1 %)
            not met  sometimes BundleGuarantees.unitsAndStops: template: 1 (0 cases, 0.0 %), template: 2 (0 cases, 0.0 %), template: 3 (0 cases, 0.0 %), and 2 more
            not reached  KEY_UNIQUE: it decided in none of 9 cases of OneGuarantees.holds
            """, text(summary).split("stopped")[0]);
        assertTrue(text(summary).endsWith("\ngo on      ./vmmref campaign resume nightly --store S --time 600s --tries 20000\n./myemu broke no law, but 6 goals were not met.\n"), text(summary));
        assertEquals(8, summary.exit().code());
        assertEquals("./myemu broke no law, but a goal was not met.", summary(templates.take(1)).sentence());
    }

    @Test @DisplayName("of many counterexamples or goals some are shown, and the others are counted")
    void many() {
        Finding[] findings = List.rangeClosed(1, 23).map(number -> finding("Guarantees.law" + number, "no", Json.object())).toJavaArray(Finding[]::new);
        String found = text(summary(List.of(ALWAYS), findings));
        assertTrue(found.contains("\n\n… and 3 more; --format json and the report list all\nstopped "), found);
        assertFalse(found.contains("counterexample Guarantees.law21"), found);
        Seq<Goal> goals = List.rangeClosed(1, 23).map(number -> new Goal(Goal.Sort.ALWAYS, "Guarantees.law" + number, "holds", false, "no case said anything of it"));
        assertTrue(text(summary(goals)).contains("\n… and 3 more; --format json and the report list all\nnot reached "), text(summary(goals)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {
        "0     ~ 0   ~ nothing was executed",
        "1000  ~ 0   ~ no behaviour was seen only once: with 95 % confidence, fewer than 3 in 1,000 cases show something new",
        "1000  ~ 1   ~ about 1 case in 1,000 shows something new (1 of 6 behaviours were seen only once)",
        "1000  ~ 7   ~ about 1 case in 143 shows something new (7 of 12 behaviours were seen only once)",
        "10    ~ 10  ~ about 1 case in 1 shows something new (10 of 15 behaviours were seen only once)",
        "10    ~ 15  ~ about 1 case in 1 shows something new (15 of 20 behaviours were seen only once)"})
    void chance(long cases, long once, String sentence) {
        assertTrue(text(summary(ledger(cases, new TreeMap<>(), once), List.of(ALWAYS))).contains("\nwhat next  " + sentence + "\n"));
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s", "1234, 1.2 s", "61999, 62.0 s", "120000, 2 min 0 s", "5405000, 1 h 30 min"})
    void time(long millis, String text) {
        assertEquals(text, CampaignSummary.time(millis));
    }

    @Test @DisplayName("as JSON the campaign is named without its folder, and nothing is left out")
    void json() {
        JsonNode json = Json.parse(summary(List.rangeClosed(1, 30).map(number -> new Goal(Goal.Sort.NEVER, "Law", "goal " + number, false, "1 case"))).json().toString());
        assertEquals("nightly", json.get("campaign").asString());
        assertEquals(30, json.get("goals").size());
        assertEquals("{\"sort\":\"never\",\"law\":\"Law\",\"name\":\"goal 1\",\"met\":false,\"detail\":\"1 case\"}", json.get("goals").get(0).toString());
        assertEquals("[{\"clause\":\"KEY_MISSING\",\"cases\":1}]", json.get("reached").toString());
        assertEquals("{\"clause\":\"NOP_FORM\",\"reason\":\"none of its laws was selected: OtherGuarantees.holds\"}", json.get("unreached").get(1).toString());
        assertEquals(8, json.get("exit").asInt());
    }
}
