/// Campaigns that tests report of.
package vmmref.vectors.report;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vmmref.properties.campaign.Account;
import vmmref.properties.campaign.Campaign;
import vmmref.properties.campaign.Candidate;
import vmmref.properties.campaign.Closing;
import vmmref.properties.campaign.Config;
import vmmref.properties.campaign.Finding;
import vmmref.properties.campaign.Goal;
import vmmref.properties.campaign.Law;
import vmmref.properties.campaign.Ledger;
import vmmref.properties.campaign.Listener;
import vmmref.properties.campaign.Role;
import vmmref.properties.campaign.Sighting;
import vmmref.properties.campaign.Stage;
import vmmref.properties.campaign.Store;
import vmmref.vectors.format.Json;
import vmmref.vmm.Vmm;

/// @param closing      how one ended
/// @param observations the lines of its log
record Campaigned(Closing closing, Seq<JsonNode> observations) {

    static final Config CONFIG = Config.of("reference", java.util.List.of(), 7, 60_000, -1, false, "2026-01-01T12:00:00Z");
    static final Ledger NOTHING = new Ledger(0, 0, TreeMap.<String, Account>empty().toJavaMap());

    /// {@return a campaign of the laws of some classes, run in a folder}
    static Campaigned run(Path folder, String name, Vmm vmm, String laws, long tries) {
        try (Store store = Store.create(folder, Config.of(name, java.util.List.of(laws + "*"), 7, -1, tries, false, "2026-01-01T12:00:00Z"))) {
            Closing closing = Campaign.of(store, Candidate.of(name, vmm), Law.all().filter(law -> law.name().startsWith(laws)), 2, Listener.SILENT).run(List.empty());
            return new Campaigned(closing, Store.reading(folder).observations());
        }
    }

    /// {@return one that ended before its first case}
    static Campaigned unbegun() {
        return new Campaigned(new Closing("it was interrupted", CONFIG, NOTHING, List.empty(), List.empty(), List.empty(), List.empty()), List.empty());
    }

    /// {@return one with some goals and findings}
    static Campaigned of(Seq<Goal> goals, Seq<Finding> findings) {
        return new Campaigned(new Closing("the time is over", CONFIG, ledger(), goals,
            List.of(new Closing.Reached("LONG_BRANCH_FORM", 1_234), new Closing.Reached("KEY_MISSING", 1)), List.of(new Closing.Unreached("KEY_UNIQUE", "no law checks it")), findings), log());
    }

    CampaignReport report() {
        return new CampaignReport(closing, observations, "./vmmref", "nightly");
    }

    /// {@return what is known of two laws}
    static Ledger ledger() {
        Account one   = new Account(300, 1_700, TreeMap.of("its premise", 500L).toJavaMap(), TreeMap.of("clause KEY_MISSING", seen(1), "clause KEY_UNIQUE", seen(20)).toJavaMap(),
            TreeMap.of("a symptom", seen(3)).toJavaMap(), TreeMap.of("instructions unmodified", 900L, "instructions in stubs", 25L, "instructions by the monitor", 75L).toJavaMap(), true, false, 2, 4_000_000_000L);
        Account other = new Account(6_000, 0, TreeMap.<String, Long>empty().toJavaMap(), TreeMap.of("outcome kind: a", seen(6_000)).toJavaMap(), TreeMap.<String, Sighting>empty().toJavaMap(), TreeMap.<String, Long>empty().toJavaMap(), true, true, 1,
            1_000_000_000L);
        return new Ledger(2, 4_000, TreeMap.of("OneGuarantees.holds", one, "OtherGuarantees.holds", other).toJavaMap());
    }

    private static Sighting seen(long times) {
        return new Sighting(times, 0, Stage.EDGES, 0);
    }

    private static Seq<JsonNode> log() {
        return List.of(
            "{\"batch\":1,\"millis\":2000,\"cases\":6000,\"discarded\":0,\"behaviours\":2,\"findings\":0}",
            "{\"batch\":1,\"new\":\"outcome kind: a\",\"law\":\"OtherGuarantees.holds\",\"stage\":\"EDGES\",\"number\":17}",
            "{\"batch\":2,\"millis\":4000,\"cases\":8000,\"discarded\":500,\"behaviours\":3,\"findings\":2}",
            "{\"batch\":2,\"new\":\"clause KEY_MISSING\",\"law\":\"OneGuarantees.holds\",\"stage\":\"SEARCH\",\"number\":1700}").map(Json::parse);
    }

    /// {@return a finding full of a text}
    static Finding finding(String law, String symptom, String text) {
        JsonNode small = Json.parse("{\"matters\":{\"a\":1},\"never\":[1,2],\"some\":\"0x1\",\"unknown\":true}");
        JsonNode found = Json.object().put("text", text).set("small", small);
        return new Finding(law, "what was written is read: " + text, "reference", symptom, "expected: " + text, "0000000000000007", Stage.SEARCH, 1_234, arguments(small, text), found, 56,
            java.util.List.of(new Role("matters", 100, 0), new Role("never", 99, 99), new Role("some", 100, 7)));
    }

    private static JsonNode arguments(JsonNode small, String text) {
        ObjectNode arguments = Json.object();
        small.properties().forEach(member -> arguments.set(member.getKey(), member.getValue()));
        return arguments.put(text, text);
    }
}
