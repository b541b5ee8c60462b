/// report.html, as text; how it looks and behaves is a matter of {@link ReportBrowserTest}.
package vmmref.vectors.report;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmmref.model.profile.Profile;
import vmmref.spec.Clause;
import vmmref.spec.Clauses;
import vmmref.vectors.run.ReferenceImplementation;
import vmmref.vectors.run.Verdict;
import vmmref.vmm.zoo.Zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@Tag("sampled")
class HtmlReportTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    /// Judged by what tells of its clause: guests whose code is patched go astray, too, where stubs lie below them.
    private static final Summary WRONG = Judged.concerned(new ReferenceImplementation("zoo:LosesSignOfLongBranch",
        Zoo.named("LosesSignOfLongBranch").get().vmm(Profile.named("itanium2").get())), List.of("LONG_BRANCH_FORM"));

    @TempDir Path folder;

    private String html(Summary summary, Skips.Reason... waived) throws IOException {
        return Files.readString(new HtmlReport(summary, Judged.REPRO, List.of(waived), NOON).write(folder));
    }

    private static Seq<String> found(String pattern, String html) {
        return List.ofAll(Pattern.compile(pattern, Pattern.DOTALL).matcher(html).results().map(found -> found.group(1)).toList());
    }

    private static void says(String part, String html) {
        assertTrue(html.contains(part), () -> part + " is not in\n" + html.substring(html.indexOf("<body>")));
    }

    @Test @DisplayName("the sentence, the counts, the causes with their cards, the parameters")
    void content() throws IOException {
        String html = html(WRONG);
        says("<title>zoo:LosesSignOfLongBranch unpackaged: does not conform</title>", html);
        says("20 failures have 1 cause.", html);
        assertEquals(1, found("<div class=\"bad\"><dt>fail</dt><dd><b>20</b> <span>(\\d\\.\\d) %</span></dd></div>", html).size(), "the share is that of those that were asked");
        says("<div class=\"quiet\"><dt>crash</dt><dd><b>0</b> <span></span></dd></div>", html);
        says("decided by LONG_BRANCH_FORM (long branches).", html);
        says("<code>./vmmref check -i './myemu --adapter' --id codec/gas-decode/0687</code>", html);
        says("<td data-label=\"got\"><code>(p6) brl.cond.dptk.many .+0x7fffffffffffffc0</code></td>", html);
        says("<tr><th scope=\"row\">brl</th><td>true</td></tr>", html);
        says("<tr><th scope=\"row\">Pack</th><td>0.1.0</td></tr>", html);
        says("<tr><th scope=\"row\">Exit code</th><td>1 (wrong)</td></tr>", html);
        says("<tr><th scope=\"row\">Written</th><td>2026-01-01T12:00:00Z</td></tr>", html);
        says("the vector needs brl false, and the implementation announces true", html);
    }

    @Test @DisplayName("every clause stands in the order of the specification, also those that no vector judges")
    void map() throws IOException {
        String html = html(WRONG);
        assertEquals(Clauses.all().map(Clause::name).toList(), found("<tr class=\"item [a-z]+\" id=\"([A-Z_]+)\"", html).toList());
        assertEquals(List.of("2 Bundles", "3 Instructions", "4 Translation", "5 Protection", "6 References", "7 Partitions", "8 Recognition", "9 Building", "10 Registers", "11 Steps", "12 Integers", "13 Memory", "14 Dependencies", "15 Interruptions", "16 Walker", "17 Register stack", "18 Guests", "19 First accesses", "20 Scratch registers", "21 Patched pages", "22 Floating point"), found("<table class=\"clauses\">\\s*<caption>([^<]+)", html));
        assertEquals("none", found("<tr class=\"item ([a-z]+)\" id=\"BUNDLE_LOSSLESS\"", html).head());
        says("A guarantee: properties hold it, no vector does.", html);
        assertEquals("wrong", found("<tr class=\"item ([a-z]+)\" id=\"LONG_BRANCH_FORM\"", html).head());
        assertEquals("skipped", found("<tr class=\"item ([a-z]+)\" id=\"LONG_BRANCH_ABSENT\"", html).head());
    }

    @Test @DisplayName("a run in which nothing goes wrong says so")
    void right() throws IOException {
        String html = html(Judged.core(WrongDecoder.RIGHT), new Skips.Reason(Verdict.WAIVED, "as old models did", 1_234));
        says("<title>right unpackaged: conforms</title>", html);
        says("<p>Nothing went wrong.</p>", html);
        says("<li>1,234: as old models did</li>", html);
    }

    @Test @DisplayName("it asks no network for anything, and its policy admits its own style and script only")
    void closed() throws Exception {
        String html   = html(WRONG);
        String policy = found("http-equiv=\"Content-Security-Policy\" content=\"([^\"]+)\"", html).head();
        assertEquals("default-src 'none'; img-src data:; style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'"
            .formatted(hash(found("<style>(.*?)</style>", html)), hash(found("<script>(.*?)</script>", html))), policy.replace("&#39;", "'"));
        assertEquals(List.empty(), found("\\s(?:src|href|action)=\"(?!#)(?!data:,\")([^\"]*)", html));
        assertEquals(List.empty(), found("(\\son[a-z]+=|\\sstyle=|@import|url\\()", html));
    }

    private static String hash(Seq<String> only) throws Exception {
        assertEquals(1, only.size());
        return "sha256-" + Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(only.head().getBytes(StandardCharsets.UTF_8)));
    }

    @Test @DisplayName("what an implementation writes stays text, and the file stays small, whatever it is and however much")
    void hostile() throws IOException {
        Summary summary = Judged.of(HostileText.implementation(), Judged.CORE);
        assertTrue(summary.result().tally().bad() > 5_000, summary::sentence);
        String html = html(summary);
        assertEquals(1, found("(<script)", html).size());
        assertEquals(1, found("(</script)", html).size());
        assertFalse(html.contains("<img"), "an image");
        assertFalse(html.contains("href=\"javascript"), "a script in a link");
        assertTrue(html.chars().noneMatch(c -> c < ' ' && c != '\n' || c == '\u202e'), "characters that steer");
        says("&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;", html);
        assertTrue(html.length() < 2_000_000, () -> html.length() + " characters");
    }

    @Test @DisplayName("six thousand failures fit into two megabytes, and each is named")
    void large() throws IOException {
        Seq<String> ids = List.rangeClosed(1, 6_000).map("codec/example/%04d"::formatted);
        String html = html(Judged.of(List.rangeClosed(1, 6_000).map(number -> Judged.failure(number, "slot0", "thash r8=r9", "ttag r8=r9", "TRANSLATION_FORM"))));
        assertTrue(html.length() < 2_000_000, () -> html.length() + " characters");
        assertEquals(ids.take(3), found("<code>(codec/example/\\d+)</code>", html));
        assertEquals(ids.drop(3), found("<li>(codec/example/\\d+)</li>", html));
    }

    @Test @DisplayName("without a script all is there to see: only what a script is needed for is hidden")
    void withoutScript() throws IOException {
        String html = html(WRONG);
        assertEquals(List.of("<div class=\"filters\" role=\"search\" aria-label=\"Filter this page\" hidden"), found("(<[^>]*\\shidden)(?=>)", html).reject(tag -> tag.contains("nothing")));
        assertEquals(List.empty(), found("<details(?! open)([^>]*)", html));
        assertEquals(found("(<th\\b)", html).size(), found("<th scope=\"(?:col|row)\"(.)", html).size());
        assertEquals(List.of("en"), found("<html lang=\"([a-z]+)\"", html));
    }
}
