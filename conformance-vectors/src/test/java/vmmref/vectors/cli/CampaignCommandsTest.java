/// The commands of campaigns, typed.
package vmmref.vectors.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import vmmref.vectors.format.Json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CampaignCommandsTest {

    private static final String LAW = "ProtectionGuarantees.accessRights";

    @TempDir private Path store;

    private Typed campaign(String... words) {
        List<String> all = new java.util.ArrayList<>(List.of("campaign"));
        all.addAll(List.of(words));
        all.addAll(List.of("--store", store.toString()));
        return Typed.command(all.toArray(String[]::new));
    }

    @Test @DisplayName("the reference breaks no law, and its only law has no more cases")
    void reference() {
        Typed run = campaign("run", "-k", LAW, "--tries", "1000", "--seed", "7", "-j", "1", "--name", "x");
        assertEquals(0, run.exit(), run.all());
        assertTrue(run.out().contains("stopped    there are no more cases\n"), run.all());
        assertTrue(run.out().endsWith("direct:reference broke no law in 128 cases.\n"), run.all());
        assertTrue(Files.isRegularFile(store.resolve("x/report.html")), run.all());
        assertEquals(5, campaign("replay", "x").exit());
        assertTrue(campaign("status").out().contains("direct:reference"), run.all());
    }

    @Test @DisplayName("a wrong machine is found, tried again, and made a vector of")
    void wrongMachine() {
        Typed run = campaign("run", "-i", "zoo:TakesRights5ForRights3", "-k", LAW, "--tries", "1000", "--seed", "7", "--name", "x", "--format", "json");
        assertEquals(1, run.exit(), run.all());
        JsonNode json = Json.parse(run.out());
        assertEquals("zoo:TakesRights5ForRights3 breaks 1 law: 1 counterexample.", json.get("sentence").stringValue());
        String id = json.get("findings").get(0).get("id").stringValue();
        assertTrue(id.startsWith(LAW + "-"), id);
        assertEquals(1, campaign("replay", "x", id).exit());
        assertEquals(0, campaign("replay", "x", "-i", "direct:reference").exit());
        Typed promoted = campaign("promote", "x", id, "--pack", "vectors");
        assertEquals(0, promoted.exit(), promoted.all());
        JsonNode line = Json.parse(promoted.out().lines().findFirst().orElseThrow());
        assertEquals("xlate", line.get("kind").stringValue());
        assertEquals("zoo:TakesRights5ForRights3", line.get("subject").stringValue());
    }

    @Test @DisplayName("the same seed finds the same with one worker and with two")
    void workers() throws IOException {
        for (String jobs : List.of("1", "2")) {
            assertEquals(1, Typed.command("campaign", "run", "-i", "zoo:ForgetsInnerStops", "-k", "Bundle*", "--tries", "3000", "--seed", "5", "-j", jobs, "--name", "x",
                "--store", store.resolve(jobs).toString()).exit());
        }
        Path other = store.resolve("2/x/findings");
        try (Stream<Path> files = Files.list(store.resolve("1/x/findings"))) {
            for (Path file : files.toList()) assertEquals(Files.readString(file), Files.readString(other.resolve(file.getFileName())));
        }
    }

    @Test @DisplayName("a campaign goes on with a greater budget")
    void resumed() {
        campaign("run", "-k", "ProtectionGuarantees.keysOnlyForbid", "--tries", "500", "--seed", "7", "--name", "x");
        Typed resumed = campaign("resume", "x", "--tries", "2500");
        assertTrue(resumed.out().contains("2,500 of 1 law in "), resumed.all());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        run --time 10x              | --time 10x: write a time such as 30s, 10m or 1h30m
        run --tries many            | --tries many: write a number such as 50000 or 1e6
        run --seed xyz              | --seed xyz: write 1 to 16 hexadecimal digits
        run -j 0                    | -j 0: write a number from 1 to 256
        run -k Nothing*             | no law that judges direct:reference has a name like "Nothing*"
        run -i zoo:Nobody           | there is no zoo member "Nobody"
        resume                      | holds no campaign: start one with
        status other                | holds no campaign
        replay                      | holds no campaign
        promote nothing.json        | nothing.json: there is no such file
        """)
    void mistakes(String words, String message) {
        Typed typed = campaign(words.split(" "));
        assertEquals(2, typed.exit(), typed.all());
        assertTrue(typed.err().contains(message), typed.all());
    }
}
