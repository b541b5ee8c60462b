/// How a campaign goes, as programs and people read it.
package vmmref.vectors.report;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;
import vmmref.properties.campaign.Config;
import vmmref.properties.campaign.Finding;
import vmmref.properties.campaign.Ledger;
import vmmref.properties.campaign.Phase;
import vmmref.properties.campaign.Stage;
import vmmref.vectors.format.Json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@Timeout(60)
class CampaignProgressTest {

    private static final Ledger EARLIER = new Ledger(0, 5_000, java.util.Collections.emptySortedMap());

    private static Config config(long millis) {
        return Config.of("direct:reference", java.util.List.of(), 7, millis, -1, false, "now");
    }

    private static Finding finding(String message) {
        ObjectNode arguments = Json.object().put("code", 2);
        return new Finding("BundleGuarantees.unitsAndStops", "each assigned template code names its units and stops", "zoo:ForgetsInnerStops", "unitsAndStops", message, "0000000000000007",
            Stage.EDGES, 2, arguments, arguments, 3, java.util.List.of());
    }

    /// {@return what is told of something that happens; on a terminal at least until a text was drawn}
    private static String told(String drawn, long millis, Consumer<CampaignProgress> happening) {
        boolean moving = !drawn.isEmpty();
        StringWriter err = new StringWriter();
        try (CampaignProgress progress = new CampaignProgress(new PrintWriter(err), moving, config(millis), EARLIER, 0)) {
            happening.accept(progress);
            for (int i = 0; moving && i < 500 && !err.toString().contains(drawn); i++) Thread.sleep(20);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        return err.toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {
        "20 ~ SEARCH ~ 412000 ~ 20600 ~ 2710 ~ 0 ~ 100 ~ [status] t=20 phase=search cases=412000 rate=20600 behaviours=2710 findings=0 left=100",
        "10 ~ REPLAY ~ 0      ~ 0     ~ 0    ~ 7 ~ -1  ~ [status] t=10 phase=replay cases=0 rate=0 behaviours=0 findings=7 left=-",
        "30 ~ EDGES  ~ 1234   ~ 41    ~ 5    ~ 1 ~ 0   ~ [status] t=30 phase=edges cases=1234 rate=41 behaviours=5 findings=1 left=0"})
    void status(long seconds, Phase phase, long cases, long rate, long behaviours, int findings, long left, String line) {
        assertEquals(line, CampaignProgress.status(seconds, phase, cases, rate, behaviours, findings, left));
    }

    @Test @DisplayName("where nobody watches there is a line for each phase, each finding and each note, and none for what is short")
    void quiet() {
        assertEquals("", told("", -1, progress -> { }));
        assertEquals("""
            note: 2 stored findings tried again: 0 fail
            [phase] t=0 edges
            found BundleGuarantees.unitsAndStops-ID: expected: <MI;I> but was: <MII>
            [phase] t=0 shrink
            made smaller: BundleGuarantees.unitsAndStops-ID, 1 values of 1, in 3 tries
            [phase] t=0 report
            """, told("", -1, progress -> {
                progress.phase(Phase.REPLAY);
                progress.note("2 stored findings tried again: 0 fail");
                progress.phase(Phase.EDGES);
                progress.phase(Phase.EDGES);
                progress.found(finding("Bundle[02…] ==> expected: <MI;I> but was: <MII>\nasked: nothing"));
                progress.phase(Phase.SHRINK);
                progress.completed(finding("expected: <MI;I> but was: <MII>"));
                progress.phase(Phase.REPORT);
            }).replaceAll("-[0-9a-f]{8}", "-ID"));
    }

    @Test @DisplayName("what an implementation says steers no terminal, and is cut")
    void hostile() {
        String told = told("", -1, progress -> progress.found(finding("\u001b[2J" + "x".repeat(1000))));
        assertTrue(told.matches("found \\S+: \\\\u001b\\[2Jx+…\n") && told.length() < 300, told);
    }

    @Test @DisplayName("a finding that cannot be stored is shown whole")
    void unstored() {
        String told = told("", -1, progress -> progress.unstored(finding("expected otherwise")));
        assertTrue(told.startsWith("vmmref: this finding could not be stored; keep it:\n{"), told);
        assertEquals("expected otherwise", Json.parse(told.substring(told.indexOf('{')).replace("\n", " ")).get("message").asString());
    }

    @Test @DisplayName("on a terminal one line moves, counts what is executed before it is saved, and is gone in the end")
    void moving() {
        String told = told("1 finding ", 65_000, progress -> {
            progress.phase(Phase.SEARCH);
            progress.executed(1_500);
            progress.found(finding("expected otherwise"));
        });
        assertTrue(told.matches("(?s)(.*\r\u001b\\[K)?found \\S+: expected otherwise\\R.*\rsearch 1,500 cases   [0-9,]+/s   0 behaviours   1 finding   (60|[1-5][0-9]) s left\u001b\\[K.*\r\u001b\\[K"), told);
        String timeless = told("2 cases", -1, progress -> progress.executed(2));
        assertTrue(timeless.matches("(?s).*\rreplay 2 cases   [0-9]+/s   0 behaviours   0 findings\u001b\\[K.*"), timeless);
    }
}
