/// `vmmref campaign replay` and `promote`.
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import vmmref.vectors.format.Json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.vectors.cli.SmallCampaign.exits;
import static vmmref.vectors.cli.SmallCampaign.refuses;
import static vmmref.vectors.cli.SmallCampaign.says;

@Timeout(60)
class CampaignReplayTest {

    private static final String RIGHTS = "ProtectionGuarantees.accessRights";
    private static final String PROBES = "ProtectionGuarantees.probeLevels";

    @TempDir static Path shared;
    static SmallCampaign campaigns;

    @TempDir Path folder;

    @BeforeAll
    static void run() {
        campaigns = new SmallCampaign(shared.resolve("kept"));
        campaigns.typed("run", "-k", "*.keys", "--name", "right", "--tries", "10", "--seed", "7");
        exits(1, campaigns.run("wrong", SmallCampaign.WRONG, 2000, 2));
    }

    private Path edited(String law, String text, String replacement) throws IOException {
        String before = Files.readString(campaigns.finding("wrong", law));
        assertTrue(before.contains(text), before);
        return Files.writeString(folder.resolve("finding.json"), before.replace(text, replacement));
    }

    // Tried again.

    @Test @DisplayName("1: every finding fails on what it is about, by name, by id and by file")
    void fails() throws IOException {
        Typed all = campaigns.typed("replay", "wrong");
        exits(1, all);
        assertTrue(campaigns.numberless(all.out()).matches("""
            fails  ProtectionGuarantees.accessRights-#
              expected: <Raised.* but was: <To.*
            fails  ProtectionGuarantees.probeLevels-#
              expected: <Answered.* but was: <Answered.*
            """), all::all);
        assertEquals("vmmref: 2 tried again: fail 2, hold 0, silent 0, unreadable 0\n", all.err());
        assertEquals(all.out(), campaigns.typed("replay").out());
        Typed one = campaigns.typed("replay", "wrong", campaigns.id("wrong", PROBES));
        exits(1, one);
        assertTrue(all.out().endsWith(one.out()), one::all);
        assertEquals(one.out(), campaigns.typed("replay", campaigns.finding("wrong", PROBES).toString()).out());
    }

    @Test @DisplayName("0: they hold on the reference")
    void holds() throws IOException {
        Typed typed = campaigns.typed("replay", campaigns.finding("wrong", RIGHTS).toString(), campaigns.finding("wrong", PROBES).toString(), "-i", "direct:reference");
        exits(0, typed);
        assertEquals("holds  ProtectionGuarantees.accessRights-#\nholds  ProtectionGuarantees.probeLevels-#\n", campaigns.numberless(typed.out()));
        assertEquals("vmmref: 2 tried again: fail 0, hold 2, silent 0, unreadable 0\n", typed.err());
        exits(0, campaigns.typed("replay", "wrong", "-i", "direct:reference@merced"));
    }

    @Test @DisplayName("5: nothing can be said of one whose questions an adapter does not take")
    void silent() throws IOException {
        Typed typed = campaigns.typed("replay", campaigns.finding("wrong", RIGHTS).toString(), "-i", "python3 " + Path.of("adapters/python/adapter.py").toAbsolutePath());
        exits(5, typed);
        assertTrue(campaigns.numberless(typed.out()).startsWith("silent  ProtectionGuarantees.accessRights-#: nothing can be said: "), typed::all);
        assertEquals("vmmref: 1 tried again: fail 0, hold 0, silent 1, unreadable 0\n", typed.err());
    }

    @Test @DisplayName("as JSON, with symptom and message")
    void json() {
        Typed typed = campaigns.typed("replay", "wrong", "--format", "json");
        exits(1, typed);
        JsonNode json = Json.parse(typed.out().replace("\n", " "));
        assertEquals(List.of(List.of("id", "result", "symptom", "message"), List.of("id", "result", "symptom", "message")), List.ofAll(json.values()).map(each -> List.ofAll(each.propertyNames())));
        JsonNode held = Json.parse(campaigns.typed("replay", "wrong", "--format", "json", "-i", "direct:reference").out().replace("\n", " "));
        assertEquals(List.of("holds", "holds"), List.ofAll(held.values()).map(each -> each.get("result").asString()));
    }

    @Test @DisplayName("5: a campaign without findings has nothing to try again, or to promote")
    void nothing() {
        for (String command : List.of("replay", "promote")) {
            Typed typed = campaigns.typed(command, "right");
            exits(5, typed);
            assertEquals("", typed.out());
            says("vmmref: campaign " + campaigns.store() + "/right has no finding\n", typed.err());
        }
    }

    // What is not there.

    @ParameterizedTest(name = "campaign {0} of an id or a file that is not there")
    @CsvSource({"replay", "promote"})
    void unknown(String command) throws IOException {
        refuses("vmmref: campaign " + campaigns.store() + "/wrong has no finding \"accessRights\"; write one of " + campaigns.id("wrong", RIGHTS) + ", " + campaigns.id("wrong", PROBES) + "\n",
            campaigns.typed(command, "wrong", "accessRights"));
        refuses("vmmref: " + campaigns.id("wrong", RIGHTS) + " is a finding of the campaign wrong: name the campaign before it\n", campaigns.typed(command, campaigns.id("wrong", RIGHTS)));
        refuses("vmmref: nowhere.json: there is no such file; name a finding's file, or a campaign\n", campaigns.typed(command, "nowhere.json"));
    }

    @ParameterizedTest(name = "{0} instead of {1}") @DisplayName("2: a file that is damaged is named, with what is wrong and what to do")
    @CsvSource(delimiter = '~', quoteCharacter = '\0', value = {
        "{                        ~ .+ is damaged: .*end-of-input.*; mend it, or move it away: the others are kept",
        "{}                       ~ .+ is damaged: .*'law'.*; mend it, or move it away: the others are kept",
        "null                     ~ .+ is damaged: it is null; mend it, or move it away: the others are kept",
        "[1]                      ~ .+ is damaged: .*Array.*; mend it, or move it away: the others are kept"})
    void noFinding(String text, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("finding.json"), text);
        for (String command : List.of("replay", "promote")) {
            Typed typed = campaigns.typed(command, file.toString());
            exits(2, typed);
            assertTrue(typed.err().matches("vmmref: " + message + "\\R") && typed.err().contains(file.toString()), typed::all);
        }
    }

    @Test @DisplayName("2: arguments that the law does not take any more are named, and no other finding is left out")
    void otherArguments() throws IOException {
        Path file = edited(RIGHTS, "\"ar\" : 5", "\"ar\" : \"five\"");
        Typed typed = campaigns.typed("replay", file.toString(), campaigns.finding("wrong", PROBES).toString(), "-i", "direct:reference");
        exits(2, typed);
        assertEquals("""
            cannot be read  ProtectionGuarantees.accessRights-#: $.ar: expected a number of # bits, with sign; here stands "five"; mend its file, or remove it if its law takes other arguments by now
            holds  ProtectionGuarantees.probeLevels-#
            """, campaigns.numberless(typed.out()));
        assertEquals("vmmref: 2 tried again: fail 0, hold 1, silent 0, unreadable 1\n", typed.err());
        Typed promoted = campaigns.typed("promote", file.toString());
        exits(2, promoted);
        says(" cannot be read: $.ar: expected a number", promoted.err());
    }

    @Test @DisplayName("2: a law that is not there any more, a machine that is not there any more")
    void otherLaws() throws IOException {
        Path law = edited(RIGHTS, "\"ProtectionGuarantees.accessRights\"", "\"ProtectionGuarantees.accessRight\"");
        refuses(": there is no law ProtectionGuarantees.accessRight any more; did you mean ProtectionGuarantees.accessRights?\n", campaigns.typed("replay", law.toString()));
        refuses(": there is no law ProtectionGuarantees.accessRight any more", campaigns.typed("promote", law.toString()));
        Path machine = edited(RIGHTS, SmallCampaign.WRONG, "zoo:Mended");
        refuses("there is no zoo member \"Mended\"", campaigns.typed("replay", machine.toString()));
        refuses("there is no zoo member \"Mended\"", campaigns.typed("promote", machine.toString()));
        exits(3, campaigns.typed("replay", "wrong", "-i", "/nowhere/emu"));
    }

    // Promoted.

    @Test @DisplayName("promote prints a line for each question that is answered wrongly, and says on standard error what it did")
    void promoted() throws IOException {
        Typed typed = campaigns.typed("promote", "wrong", campaigns.id("wrong", RIGHTS));
        exits(0, typed);
        assertEquals("vmmref: ProtectionGuarantees.accessRights-#: # of # questions are answered wrongly\n", campaigns.numberless(typed.err()));
        List<JsonNode> lines = List.ofAll(typed.out().lines().toList()).map(Json::parse);
        assertTrue(lines.size() > 1, typed::all);
        lines.forEach(line -> {
            assertEquals(List.of("kind", "title", "finding", "subject", "needs"), List.ofAll(line.propertyNames()).take(5));
            assertEquals("every cell of the table of access rights decides every kind of reference as the manual's table says", line.get("title").asString());
        });
    }
}
