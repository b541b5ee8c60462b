/// report.html of a campaign in a browser.
package vmmref.vectors.report;

import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vmmref.model.profile.Profile;
import vmmref.properties.guarantee.Whole;
import vmmref.vmm.Vmm;
import vmmref.vmm.zoo.Zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@Timeout(300)
class CampaignBrowserTest {

    private static final Profile MAXIMAL = Profile.named("maximal").get();
    private static final String  LAWS    = "Protection";
    private static final long    TRIES   = 6_000;

    @TempDir static Path folder;

    private static Browser browser;
    private static Map<String, Path> pages = HashMap.empty();

    @BeforeAll
    static void start() {
        browser = Browser.started(folder.resolve("profile"));
        write("wrong", Campaigned.run(folder.resolve("wrong"), "zoo:TakesRights5ForRights3", Zoo.named("TakesRights5ForRights3").get().vmm(MAXIMAL), LAWS, TRIES));
        write("right", Campaigned.run(folder.resolve("right"), "reference", Vmm.reference(MAXIMAL), LAWS, TRIES));
        write("hostile", HostileText.campaign());
        write("unbegun", Campaigned.unbegun());
    }

    private static void write(String name, Campaigned campaign) {
        pages = pages.put(name, campaign.report().write(folder.resolve(name)));
    }

    @AfterAll
    static void stop() {
        if (browser != null) browser.close();
    }

    private static Browser open(String page) {
        return browser.open(pages.get(page).get());
    }

    private static void unfold() {
        browser.ask("document.querySelectorAll('details').forEach(details => { details.open = true; })");
    }

    @Test @DisplayName("the first screen says what was found")
    void standing() {
        assertTrue(open("wrong").element("h1").getText().matches("✗ \\d counterexamples? (was|were) found"), browser.element("h1").getText());
        assertTrue(browser.there(".finding") > 0, "findings");
        assertTrue(browser.there("path.mark") > 0, "marks where they were found");
        assertTrue(browser.element(".repro code").getText().startsWith("./vmmref campaign replay nightly ProtectionGuarantees."), browser.element(".repro code").getText());
        assertEquals("✓ Nothing wrong was found", open("right").element("h1").getText());
        assertEquals(0, browser.there(".finding"));
        assertTrue(open("unbegun").element("h1").getText().contains("No case was executed"), browser.element("h1").getText());
    }

    @ParameterizedTest(name = "{0}") @ValueSource(strings = {"wrong", "right", "hostile", "unbegun"}) @DisplayName("nothing on the console, nothing asked of a network, no script")
    void quiet(String page) {
        open(page);
        assertEquals(List.empty(), browser.console());
        assertEquals(List.empty(), browser.requests());
        assertEquals(0L, browser.there("script, img"));
        assertEquals(0L, browser.there("bdi *"));
    }

    @ParameterizedTest(name = "{0}, {1}") @CsvSource({"wrong,360", "right,360", "hostile,360", "unbegun,360", "wrong,1280", "right,1280", "hostile,1280"})
    @DisplayName("nothing is wider than the screen, whatever is unfolded")
    void widths(String page, int width) {
        open(page);
        browser.command("Emulation.setDeviceMetricsOverride", java.util.Map.of("width", width, "height", 740, "deviceScaleFactor", 2, "mobile", width < 500));
        unfold();
        assertEquals((long) width, browser.ask("innerWidth"));
        assertEquals(browser.ask("document.documentElement.clientWidth"), browser.ask("document.documentElement.scrollWidth"));
    }

    @ParameterizedTest(name = "{0}") @ValueSource(strings = {"wrong", "right"}) @DisplayName("curve, axes and bars are drawn within their places, on a telephone too")
    void drawn(String page) {
        open(page);
        browser.command("Emulation.setDeviceMetricsOverride", java.util.Map.of("width", 360, "height", 740, "deviceScaleFactor", 2, "mobile", true));
        assertEquals(true, browser.ask("document.querySelector('svg.growth polyline').getBoundingClientRect().width > 200"));
        assertEquals(true, browser.ask("[...document.querySelectorAll('svg.growth text, svg.axis text')].every(text => text.getBoundingClientRect().left >= 0 && text.getBoundingClientRect().right <= innerWidth)"));
        assertTrue(browser.there("svg.drawn rect") > 10, "bars");
        assertEquals(true, browser.ask("[...document.querySelectorAll('svg.drawn')].every(bar => bar.querySelector('rect').getBoundingClientRect().right <= bar.getBoundingClientRect().right + 1)"));
    }

    @Test @DisplayName("without scripts all is there")
    void withoutScript() {
        open("wrong").command("Emulation.setScriptExecutionDisabled", java.util.Map.of("value", true));
        browser.driver().navigate().refresh();
        for (String all : List.of(".finding", "svg.growth", "table.chart", "table.laws", "summary")) assertEquals(browser.there(all), browser.seen(all), all);
        browser.element("#goals summary").click();
        assertTrue(browser.seen("#goals details td") > 0, "what is folded can be unfolded");
    }

    @Test @DisplayName("on paper all is shown, also what is folded, and nothing that wants to be clicked")
    void paper() {
        open("wrong").command("Emulation.setEmulatedMedia", java.util.Map.of("media", "print"));
        for (String all : List.of(".finding", "svg.growth", "table.chart", "table.laws tr", "table.goals tr", "#news tr")) assertEquals(browser.there(all), browser.seen(all), all);
        assertEquals(0, browser.seen("button, input, select, nav"));
    }

    @Whole @ParameterizedTest(name = "{0}") @ValueSource(strings = {"light", "dark"}) @DisplayName("text stands out from what is behind it")
    void contrast(String scheme) {
        for (String page : pages.keySet()) {
            open(page).command("Emulation.setEmulatedMedia", java.util.Map.of("features", java.util.List.of(java.util.Map.of("name", "prefers-color-scheme", "value", scheme))));
            unfold();
            double least = browser.contrast();
            assertTrue(least >= 4.5, page + ", " + scheme + ": " + least);
        }
        assertEquals(scheme.equals("dark") ? "rgb(15, 19, 24)" : "rgb(255, 255, 255)", browser.ask("getComputedStyle(document.body).backgroundColor"));
    }

    @Test @DisplayName("it has landmarks, one heading above all, names for what is drawn, and links that lead somewhere")
    void structure() {
        open("wrong");
        for (String one : List.of("h1", "header", "nav[aria-label]", "main", "footer", "svg[role=img][aria-label]")) assertEquals(1, browser.there(one), one);
        assertEquals(0, browser.there("svg:not([role]):not([aria-hidden]):not(svg svg)"));
        assertEquals(0, browser.there("th:not([scope])"));
        assertEquals(browser.there("table"), browser.there("table > caption"));
        assertEquals(0, browser.there("section:not([aria-labelledby])"));
        assertEquals(true, browser.ask("[...document.querySelectorAll('[aria-labelledby]')].every(element => document.getElementById(element.getAttribute('aria-labelledby')))"));
        assertEquals(true, browser.ask("[...document.querySelectorAll('a[href], use')].every(link => document.querySelector(link.getAttribute('href')))"));
        assertEquals(true, browser.ask("new Set([...document.querySelectorAll('[id]')].map(element => element.id)).size === document.querySelectorAll('[id]').length"));
    }
}
