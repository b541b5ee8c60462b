/// report.html in a browser.
package vmmref.vectors.report;

import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vmmref.properties.guarantee.Whole;
import vmmref.vectors.run.InProcess;


import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@Tag("sampled")
@Timeout(300)
class ReportBrowserTest {

    @TempDir static Path folder;

    private static Browser browser;
    private static Map<String, Path> pages = HashMap.empty();

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.started(folder.resolve("profile"));
        write("wrong", Judged.core(WrongDecoder.IS_WRONG_THRICE));
        write("right", Judged.of(new InProcess(WrongDecoder.RIGHT), Judged.SHOWN));
        write("hostile", Judged.of(HostileText.implementation(), Judged.SHOWN));
    }

    private static void write(String name, Summary summary) throws IOException {
        pages = pages.put(name, new HtmlReport(summary, Judged.REPRO, List.empty(), Instant.EPOCH).write(Files.createDirectory(folder.resolve(name))));
    }

    @AfterAll
    static void stop() {
        if (browser != null) browser.close();
    }

    private static Browser open(String page) {
        return browser.open(pages.get(page).get());
    }

    /// Types into the search box, and waits until the page has heard.
    private static void search(String words) {
        String before = browser.element("#found").getDomProperty("textContent");
        browser.element("#words").sendKeys(words);
        browser.await("document.getElementById('found').textContent !== '%s'".formatted(before));
    }

    private static void choose(String list, String value) {
        browser.ask("(() => { const list = document.getElementById('%s'); list.value = '%s'; list.dispatchEvent(new Event('change')); })()".formatted(list, value));
    }

    @ParameterizedTest(name = "{0}") @ValueSource(strings = {"wrong", "right", "hostile"}) @DisplayName("nothing on the console, nothing asked of a network, no script but its own")
    void quiet(String page) {
        open(page);
        assertEquals(List.empty(), browser.console());
        assertEquals(List.empty(), browser.requests());
        assertEquals(1L, browser.there("script"));
        assertEquals(0L, browser.there("img"));
        assertEquals(0L, browser.there("bdi *"));
    }

    @Test @DisplayName("a search for an id shows that id and its cluster, and no more; clearing shows all again")
    void search() {
        open("wrong");
        String id = browser.element(".cluster:nth-of-type(3) .ids li:last-child").getDomProperty("textContent");
        search(id);
        assertEquals(1, browser.seen(".cluster"));
        assertEquals(1, browser.seen(".ids li"));
        assertEquals(0, browser.seen(".card"));
        assertEquals(0, browser.seen("tr.item"));
        assertEquals(2, browser.seen(".nothing"));
        assertTrue(browser.element("#found").getText().matches("2 of \\d+ entries match"), browser.element("#found").getText());
        browser.element("#clear").click();
        assertEquals(browser.there(".cluster"), browser.seen(".cluster"));
        assertEquals(browser.there("tr.item"), browser.seen("tr.item"));
        assertEquals("", browser.element("#found").getText());
    }

    @Test @DisplayName("filters by verdict and by clause")
    void filters() {
        open("hostile");
        choose("verdict", "crash");
        assertEquals(1, browser.seen(".cluster"));
        assertEquals(1, browser.seen(".cluster[data-verdict=crash]"));
        open("wrong");
        choose("clause", "REGISTER_NUMBER");
        assertEquals(1, browser.seen("table.clauses tr.item"));
        assertEquals(1, browser.seen("#REGISTER_NUMBER"));
        assertEquals(1, browser.seen(".cluster[data-clauses=REGISTER_NUMBER]"));
        assertEquals(0, browser.seen(".cluster[data-clauses=UNASSIGNED_PREDICATED]"));
        search("nothing has this text");
        assertEquals(0, browser.seen(".item"));
        assertEquals(3, browser.seen(".nothing"));
    }

    @Test @DisplayName("the button beside a command line copies it")
    void copy() {
        open("wrong");
        browser.command("Browser.grantPermissions", java.util.Map.of("permissions", java.util.List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
        browser.element(".repro button").click();
        browser.await("document.querySelector('.repro button').textContent === 'Copied'");
        assertEquals(browser.element(".repro code").getText(), browser.driver().executeAsyncScript("navigator.clipboard.readText().then(arguments[0])"));
    }

    @ParameterizedTest(name = "{0}") @ValueSource(strings = {"wrong", "right", "hostile"}) @DisplayName("on a telephone nothing is wider than the screen")
    void telephone(String page) {
        open(page);
        browser.command("Emulation.setDeviceMetricsOverride", java.util.Map.of("width", 360, "height", 740, "deviceScaleFactor", 2, "mobile", true));
        assertEquals(360L, browser.ask("innerWidth"));
        assertEquals(360L, browser.ask("document.documentElement.scrollWidth"));
    }

    @Test @DisplayName("on paper all is shown, whatever is filtered or folded, and nothing that wants to be clicked")
    void paper() {
        open("wrong");
        assertTrue(browser.seen(".ids li") < browser.there(".ids li"), "something is folded");
        search("nothing has this text");
        browser.command("Emulation.setEmulatedMedia", java.util.Map.of("media", "print"));
        for (String all : List.of(".cluster", ".card", ".ids li", "tr.item", "table.clauses")) assertEquals(browser.there(all), browser.seen(all), all);
        assertEquals(0, browser.seen("button, input, select, nav, .nothing"));
    }

    @Test @DisplayName("without scripts all is shown, and nothing that needs one")
    void withoutScript() {
        open("wrong").command("Emulation.setScriptExecutionDisabled", java.util.Map.of("value", true));
        browser.driver().navigate().refresh();
        for (String all : List.of(".cluster", ".card", ".ids li", "tr.item", "table.clauses")) assertEquals(browser.there(all), browser.seen(all), all);
        assertEquals(0, browser.seen("button, input, select"));
    }

    @Whole @ParameterizedTest(name = "{0}") @ValueSource(strings = {"light", "dark"}) @DisplayName("text stands out from what is behind it")
    void contrast(String scheme) {
        for (String page : pages.keySet()) {
            open(page).command("Emulation.setEmulatedMedia", java.util.Map.of("features", java.util.List.of(java.util.Map.of("name", "prefers-color-scheme", "value", scheme))));
            double least = browser.contrast();
            assertTrue(least >= 4.5, page + ", " + scheme + ": " + least);
        }
        assertFalse(browser.ask("getComputedStyle(document.body).backgroundColor").equals(scheme.equals("dark") ? "rgb(255, 255, 255)" : "rgb(15, 19, 24)"));
    }

    @Test @DisplayName("it has landmarks, one heading above all, and names for what is asked of a reader")
    void structure() {
        open("wrong");
        for (String one : List.of("h1", "header", "nav[aria-label]", "main", "footer", "[role=search][aria-label]", "[role=status]")) assertEquals(1, browser.there(one), one);
        assertEquals(0, browser.there("th:not([scope])"));
        assertEquals(browser.there("table"), browser.there("table > caption"));
        assertEquals(0, browser.there("section:not([aria-labelledby])"));
        assertEquals(true, browser.ask("[...document.querySelectorAll(\"[aria-labelledby]\")].every(element => document.getElementById(element.getAttribute(\"aria-labelledby\")))"));
        assertEquals(true, browser.ask("[...document.querySelectorAll(\"input, select\")].every(element => element.labels.length === 1)"));
        assertEquals(true, browser.ask("new Set([...document.querySelectorAll(\"[id]\")].map(element => element.id)).size === document.querySelectorAll(\"[id]\").length"));
    }
}
