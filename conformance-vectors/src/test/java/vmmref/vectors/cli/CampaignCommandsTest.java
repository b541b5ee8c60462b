/// `vmmref campaign run`, `resume`, `status` and `report`.
package vmmref.vectors.cli;

import io.vavr.collection.List;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vmmref.vectors.format.Json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.vectors.cli.SmallCampaign.exits;
import static vmmref.vectors.cli.SmallCampaign.says;

@Timeout(60)
class CampaignCommandsTest {

    @TempDir static Path shared;
    static SmallCampaign campaigns;
    static Typed right;
    static Typed wrong;

    @TempDir Path folder;

    @BeforeAll
    static void run() {
        campaigns = new SmallCampaign(shared.resolve("kept"));
        right     = campaigns.run("right", "direct:reference", 3000, 1);
        wrong     = campaigns.run("wrong", SmallCampaign.WRONG, 3000, 1);
    }

    @Test @DisplayName("0: the reference breaks no law, and the last line says so")
    void conforms() {
        exits(0, right);
        assertEquals("""
            stopped    the cases are spent
            cases      # of # laws in TIME, # a second; none discarded
            goals      always # of #, sometimes # of #, never # of #
            clauses    # of # decided a case; the laws of # were not selected
            what next  no behaviour was seen only once: with # % confidence, fewer than # in # cases show something new
            direct:reference broke no law in # cases.
            """, campaigns.numberless(right.out()));
        assertEquals("""
            vmmref: campaign STORE/right: # laws, seed #, # worker; judging direct:reference
            [phase] t=# edges
            [phase] t=# search
            [phase] t=# report
            vmmref: written: STORE/right/report.html
            """, campaigns.numberless(right.err()));
        says(", seed 0000000000000007, 1 worker; ", right.err());
        says("\ndirect:reference broke no law in 3,000 cases.\n", right.out());
    }

    @Test @DisplayName("1: a wrong machine is found, with what it breaks, what matters, how to try it again and how to keep it")
    void wrong() {
        exits(1, wrong);
        String out = campaigns.numberless(wrong.out());
        says("""
            counterexample ProtectionGuarantees.accessRights-#
              law       every cell of the table of access rights decides every kind of reference as the manual's table says
            """, out);
        assertTrue(out.matches("(?s).*\n  failure   expected: <Raised\\[fault=Fault\\[kind=DATA_ACCESS_RIGHTS, .*]> but was: <To\\[.*]>\n  case      .*"), wrong::all);
        says("  case      {\"ar\":5,\"pl\":1,\"level\":1}\n  ar        matters: none of ", wrong.out());
        says("\n  current   matters: none of # other values fails\n  again     ./vmmref campaign replay wrong --store STORE ProtectionGuarantees.probeLevels-#\n", out);
        says("\n  vector    ./vmmref campaign promote wrong --store STORE ProtectionGuarantees.probeLevels-#\n\nstopped    the cases are spent\n", out);
        says("\nzoo:TakesRights5ForRights3 breaks 2 laws: 2 counterexamples.\n", wrong.out());
        assertTrue(campaigns.numberless(wrong.err()).matches("(?s).*\nfound ProtectionGuarantees\\.accessRights-#: expected: <Raised.*\n"
            + "\\[phase] t=# shrink\n\\[phase] t=# explain\nmade smaller: ProtectionGuarantees\\.accessRights-#, # values of #, in # tries\n.*"), wrong::all);
    }

    @Test @DisplayName("8: goals that are not met are named, and clauses of the laws that were selected, and how to go on; a greater budget meets them")
    void unmet() {
        SmallCampaign own = new SmallCampaign(folder);
        Typed few = own.typed("run", "-k", "*.keysOnlyForbid", "-k", "*.probeLevels", "--seed", "7", "--name", "few", "--tries", "8");
        exits(8, few);
        assertEquals("""
            not met  always    ProtectionGuarantees.probeLevels: a probe asks at the level of its operand, and never at a more privileged one than the current (no case said anything of it)
            not met  sometimes ProtectionGuarantees.keysOnlyForbid: with keys: the same (# cases, # %)
            not reached  PROBE_LEVEL: no case was executed of ProtectionGuarantees.probeLevels
            stopped    the cases are spent
            cases      # of # law in TIME, # a second; none discarded
            goals      always # of #, sometimes # of #, never # of #
            clauses    # of # decided a case; the laws of # were not selected
            what next  no behaviour was seen only once: with # % confidence, fewer than # in # cases show something new
            go on      ./vmmref campaign resume few --store STORE --tries #
            direct:reference broke no law, but # goals were not met.
            """, own.numberless(few.out()));
        says(" --tries 80\ndirect:reference broke no law, but 2 goals were not met.\n", few.out());
        Typed more = own.typed("resume", "few", "--tries", "2e3", "-j", "1");
        exits(0, more);
        says("\ndirect:reference broke no law in 2,000 cases.\n", more.out());
        assertFalse(more.err().contains("its budget is spent"), more::all);
    }

    @Test @DisplayName("who resumes a campaign whose budget is spent is told so")
    void spent() throws IOException {
        String before = campaigns.ledger("right");
        Typed typed = campaigns.typed("resume", "right");
        exits(0, typed);
        says("vmmref: its budget is spent: name a greater one with --time or --tries, or its findings are tried again and nothing else\n", typed.err());
        says("direct:reference broke no law in 3,000 cases.\n", typed.out());
        assertEquals(before, campaigns.ledger("right"));
    }

    @Test @DisplayName("--first ends with a counterexample long before the edge cases of every law were executed; to resume is no use")
    void first() {
        SmallCampaign own = new SmallCampaign(folder);
        Typed typed = own.typed("run", "-i", "zoo:ForgetsInnerStops", "--first", "--seed", "7", "--name", "first");
        exits(1, typed);
        says("\nstopped    a counterexample was found\n", typed.out());
        says("\nzoo:ForgetsInnerStops breaks 1 law: 1 counterexample.\n", typed.out());
        Typed again = own.typed("resume");
        exits(1, again);
        says("vmmref: it was to end with its first counterexample, and has one: start another campaign to search on\n", again.err());
    }

    @Test @DisplayName("the same seed finds the same with one worker and with two")
    void workers() throws IOException {
        SmallCampaign own = new SmallCampaign(folder);
        exits(1, own.run("two", SmallCampaign.WRONG, 3000, 2));
        assertEquals(campaigns.ledger("wrong"), own.ledger("two"));
        assertEquals(campaigns.findings("wrong"), own.findings("two"));
        assertEquals(2, own.findings("two").size());
    }

    @Test @DisplayName("as JSON, the end has everything that people are told, and all of what they are told in part")
    void json() {
        SmallCampaign own = new SmallCampaign(folder);
        Typed typed = own.typed("run", "-k", "*.keys", "-k", "*.accessRights", "--seed", "7", "--name", "a", "--tries", "600", "--format", "json", "-i", SmallCampaign.WRONG);
        exits(1, typed);
        JsonNode json = Json.parse(typed.out().replace("\n", " "));
        assertEquals(List.of("campaign", "subject", "seed", "stopped", "cases", "discarded", "millis", "behaviours", "seen_once", "exit", "sentence", "instructions", "discards", "findings", "goals", "reached", "unreached"),
            List.ofAll(json.propertyNames()));
        assertEquals("a", json.get("campaign").asString());
        assertEquals(600, json.get("cases").asInt());
        assertEquals(1, json.get("exit").asInt());
        assertEquals("zoo:TakesRights5ForRights3 breaks 1 law: 1 counterexample.", json.get("sentence").asString());
        assertEquals("{\"ar\":5,\"pl\":1,\"level\":1}", json.get("findings").get(0).get("arguments").toString());
        JsonNode unmet = List.ofAll(json.get("goals").values()).find(goal -> !goal.get("met").asBoolean()).get();
        assertEquals(List.of("always", "ProtectionGuarantees.accessRights"), List.of("sort", "law").map(member -> unmet.get(member).asString()));
        assertTrue(json.get("unreached").size() > 2 * json.get("reached").size() && json.get("reached").size() > 2, typed::all);
    }

    @Test @DisplayName("status: a campaign and its findings, all campaigns, and JSON")
    void status() throws IOException {
        Typed one = campaigns.typed("status", "wrong");
        exits(0, one);
        assertEquals("""
            campaign subject cases of time of discarded behaviours findings
            wrong zoo:TakesRights#ForRights# # # TIME - # # #
            ProtectionGuarantees.accessRights-#: every cell of the table of access rights decides every kind of reference as the manual's table says
            ProtectionGuarantees.probeLevels-#: a probe asks at the level of its operand, and never at a more privileged one than the current
            """, campaigns.numberless(one.out()).replaceAll(" +", " "));
        assertEquals(3, campaigns.typed("status", "--all").out().lines().count());
        assertEquals(one.out(), campaigns.typed("status", campaigns.store().resolve("wrong").toString()).out());
        JsonNode json = Json.parse(campaigns.typed("status", "--all", "--format", "json").out().replace("\n", " "));
        assertEquals(List.of("right", "wrong"), List.ofAll(json.values()).map(each -> each.get("campaign").asString()));
        assertEquals(List.of("campaign", "subject", "seed", "started", "batches", "millis", "cases", "discarded", "behaviours", "budget", "findings"), List.ofAll(json.get(1).propertyNames()));
        assertEquals("{\"cases\":3000}", json.get(1).get("budget").toString());
        assertEquals(List.of("accessRights", "probeLevels").map(law -> id("ProtectionGuarantees." + law)), List.ofAll(json.get(1).get("findings").values()).map(JsonNode::asString));
    }

    private static String id(String law) {
        try {
            return campaigns.id("wrong", law);
        } catch (IOException cannot) {
            throw new java.io.UncheckedIOException(cannot);
        }
    }

    @Test @DisplayName("a campaign without a name gets one of the implementation and the time; findings of others are tried first")
    void nameless() {
        SmallCampaign own = new SmallCampaign(folder);
        own.run("x", SmallCampaign.WRONG, 200, 1);
        Typed typed = own.typed("run", "-k", "*.accessRights", "--tries", "10");
        exits(8, typed);
        says("\nnote: 1 stored finding tried again: 0 fail\n", typed.err());
        assertTrue(typed.err().replace(folder.toString(), "STORE").matches("(?s)vmmref: campaign STORE/reference-[0-9]{8}-[0-9]{6}: 1 law, seed [0-9a-f]{16}, .*"), typed::all);
    }

    @Test @DisplayName("the report is written where it is told to be")
    void report() {
        Typed typed = campaigns.typed("report", "wrong", "--out", folder.resolve("page").toString());
        exits(0, typed);
        assertEquals(folder.resolve("page/report.html") + "\n", typed.out());
        assertTrue(Files.isRegularFile(folder.resolve("page/report.html")));
    }
}
