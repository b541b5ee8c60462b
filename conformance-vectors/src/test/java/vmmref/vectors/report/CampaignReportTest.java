/// report.html of a campaign, as text; how it looks and behaves is a matter of {@link CampaignBrowserTest}.
package vmmref.vectors.report;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmmref.properties.campaign.Account;
import vmmref.properties.campaign.Closing;
import vmmref.properties.campaign.Finding;
import vmmref.properties.campaign.Goal;
import vmmref.properties.campaign.Ledger;
import vmmref.vectors.run.UsageMistake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CampaignReportTest {

    private static final Seq<Goal> GOALS = List.of(
        new Goal(Goal.Sort.ALWAYS, "OneGuarantees.holds", "one holds", false, "3 of 1,500 cases fail"),
        new Goal(Goal.Sort.SOMETIMES, "OtherGuarantees.holds", "kind: a", true, "6,000 cases, 100.0 %"),
        new Goal(Goal.Sort.NEVER, "OtherGuarantees.holds", "kind: b", true, "0 cases, 0.0 %"));

    @TempDir Path folder;

    private String html(Campaigned campaign) throws IOException {
        return Files.readString(campaign.report().write(folder)).replace("<wbr>", "");
    }

    private static Seq<String> found(String pattern, String html) {
        return List.ofAll(Pattern.compile(pattern, Pattern.DOTALL).matcher(html).results().map(found -> found.group(1)).toList());
    }

    private static void says(String part, String html) {
        assertTrue(html.contains(part), () -> part + " is not in\n" + html.substring(html.indexOf("<body>")));
    }

    @Test @DisplayName("the standing, what it rests on, and the figures")
    void standing() throws IOException {
        String html = html(Campaigned.of(GOALS, List.of(Campaigned.finding("OneGuarantees.holds", "a symptom", "text"))));
        says("<title>reference: 1 counterexample was found</title>", html);
        says("<p>reference breaks 1 of 2 laws: OneGuarantees.holds.</p>", html);
        says("<p>8,000 cases in 4.0 s, 2,000 a second; the time is over. Seed 0000000000000007.</p>", html);
        says("What next: about 1 case in 2,000 shows something new (1 of 3 behaviours were seen only once).", html);
        says("<div class=\"bad\"><dt>counterexamples</dt><dd><b>1</b> <span>of 1 law</span></dd></div>", html);
        says("<div class=\"notable\"><dt>goals met</dt><dd><b>2</b> <span>of 3</span></dd></div>", html);
        says("<dt>clauses reached</dt><dd><b>2</b> <span>of 3</span></dd>", html);
        says("<dt>discarded</dt><dd><b>6.3 %</b> <span>500 cases</span></dd>", html);
        says("<dt>behaviours</dt><dd><b>3</b> <span>1 seen once</span></dd>", html);
        says("<tr><th scope=\"row\">Time</th><td>at most 60.0 s</td></tr>", html);
    }

    @Test @DisplayName("a card says what does not hold, for which case, what matters in it, and how to try it again")
    void card() throws IOException {
        Finding finding = Campaigned.finding("OneGuarantees.holds", "a symptom", "text");
        String html = html(Campaigned.of(GOALS, List.of(finding)));
        says("</span> OneGuarantees.holds</h3>", html);
        says("what was written is read: text.</p>", html);
        says("<pre class=\"message\">expected: text</pre>", html);
        says("Symptom: a symptom", html);
        says("Found as random case 1,234, with 6 values; made smaller to 6 in 56 tries.", html);
        says("<code>matters</code> <span class=\"tag bad\">matters</span> <span class=\"level\">none of 100 other values fails</span></h4>\n<pre>{&#34;a&#34;: 1}</pre>".replace("&#34;", "\""), html);
        says("<code>never</code> <span class=\"tag any\">any value</span> <span class=\"level\">all of 99 other values fail, too</span>", html);
        says("<code>some</code> <span class=\"tag waived\">some values</span> <span class=\"level\">7 of 100 other values fail, too</span>", html);
        says("<code>unknown</code> <span class=\"level\">no other value was tried</span>", html);
        says("<code>./vmmref campaign replay nightly " + finding.id() + "</code>", html);
        says("<code>./vmmref campaign promote nightly " + finding.id() + "</code>", html);
    }

    @Test @DisplayName("goals that are not met come first, those that are met are folded, by sort")
    void goals() throws IOException {
        String html = html(Campaigned.of(GOALS, List.empty()));
        says("<title>reference: Nothing wrong was found, but 1 goal is not met</title>", html);
        says("<p>reference kept 2 laws, but 1 of 3 goals is not met.</p>", html);
        assertEquals(List.of("always", "sometimes", "never"), found("<caption>([a-z]+) <span", html));
        assertTrue(html.indexOf("one holds") < html.indexOf("<summary>2 met"), "first what is not met");
        assertTrue(html.indexOf("<summary>2 met") < html.indexOf("kind: a"), "what is met is folded");
    }

    @Test @DisplayName("many goals about one thing share a row")
    void alike() throws IOException {
        Seq<Goal> many = List.rangeClosed(1, 664).map(number -> new Goal(Goal.Sort.SOMETIMES, "OneGuarantees.holds", "form: A" + number, true, "9 cases"));
        String html = html(Campaigned.of(many, List.empty()));
        says("<p>reference kept 2 laws, and all 664 goals are met.</p>", html);
        says("<th scope=\"row\">form: A1, A2, A3", html);
        says("<td>664 goals</td>", html);
    }

    @Test @DisplayName("the charts: growth with its marks, coverage by chapter, what was discarded, what took time")
    void charts() throws IOException {
        String html = html(Campaigned.of(GOALS, List.empty()));
        says("<polyline points=\"0,100 75,33.33 100,0\"/>", html);
        says("3 behaviours after 8,000 cases; half of them after 6,000, the last new one after 8,000. Counterexamples were found by case 8,000 (2).", html);
        assertEquals(1, found("(<path class=\"mark\")", html).size());
        assertEquals(List.of("3 Instructions", "5 Protection", "Discarded cases, and their share of the law&#39;s", "The laws that took most time, of all workers together"),
            found("<table class=\"chart\">\\s*<caption>([^<]*)", html).map(title -> title.replace("'", "&#39;")));
        says("<span class=\"name\">LONG_BRANCH_FORM</span> <span class=\"title\">long branches</span></th><td class=\"bars\"><b>1,234</b>", html);
        says("<td>no law checks it</td>", html);
        says("<span class=\"name\">its premise</span> <span class=\"title\">OneGuarantees.holds</span></th><td class=\"bars\"><b>500 (25 %)</b>", html);
        says("<span class=\"title\">2,000 cases, 2,000 µs each</span></th><td class=\"bars\"><b>4.0 s</b>", html);
        assertEquals(List.of("78.87", "7", "100", "100", "25"), found("<rect width=\"([\\d.]+)%\"", html));
    }

    @Test @DisplayName("every law has a row, first those that fail, and the news come latest first")
    void rows() throws IOException {
        String html = html(Campaigned.of(GOALS, List.empty()));
        says("OneGuarantees.holds <span class=\"tag bad\">fails</span></th><td class=\"n\" data-label=\"cases\">2,000</td><td class=\"n\" data-label=\"discarded\">500</td>", html);
        says("<td class=\"n\" data-label=\"failures\">3</td><td class=\"n\" data-label=\"time\">4.0 s</td>", html);
        assertEquals(List.of("clause KEY_MISSING", "outcome kind: a"), found("<tr><th scope=\"row\">((?:clause|outcome)[^<]*)", html));
        says("<td>random case 1,700</td>", html);
        says("<td class=\"n\" data-label=\"cases by then\">8,000</td>", html);
    }

    @Test @DisplayName("a campaign that ended before its first case says that it says nothing")
    void unbegun() throws IOException {
        String html = html(Campaigned.unbegun());
        says("<title>reference: No case was executed</title>", html);
        says("<p>Nothing is said of reference.</p>", html);
        for (String part : List.of("None was found.", "There were none.", "Nothing was observed.", "No clause could decide.", "Nothing was discarded", "Nothing took time.", "None was tested.", "There was none."))
            says("<p>" + part, html);
        assertFalse(html.contains("NaN") || html.contains("Infinity"), "what cannot be counted");
    }

    @Test @DisplayName("without goals and without more cases nothing is claimed that is not known")
    void noGoals() throws IOException {
        Ledger ledger = new Ledger(1, 500, TreeMap.of("OtherGuarantees.holds", Campaigned.ledger().of("OtherGuarantees.holds")).toJavaMap());
        String html = html(new Campaigned(new Closing("the cases are spent", Campaigned.CONFIG, ledger, List.empty(), List.empty(), List.empty(), List.empty()), List.empty()));
        says("<title>reference: Nothing wrong was found</title>", html);
        says("<p>reference kept 1 law.</p>", html);
        says("What next: nothing: every case that there is was executed.", html);
    }

    @Test @DisplayName("cases that were all discarded say nothing")
    void discarded() throws IOException {
        Account account = new Account(0, 10, TreeMap.of("its premise", 10L).toJavaMap(), Campaigned.ledger().of("").behaviours(), Campaigned.ledger().of("").failures(), TreeMap.<String, Long>empty().toJavaMap(), true, false, 0, 1);
        String html = html(new Campaigned(new Closing("as of batch 1", Campaigned.CONFIG, new Ledger(1, 1, TreeMap.of("OneGuarantees.holds", account).toJavaMap()), List.empty(), List.empty(), List.empty(),
            List.empty()), List.empty()));
        says("<title>reference: No case said anything</title>", html);
    }

    @Test @DisplayName("it asks no network for anything, has no script, and its policy admits its own style only")
    void closed() throws Exception {
        String html  = html(Campaigned.of(GOALS, List.of(Campaigned.finding("OneGuarantees.holds", "a symptom", "text"))));
        String style = found("<style>(.*?)</style>", html).head();
        assertEquals("default-src 'none'; img-src data:; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'"
            .formatted(Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)))),
            found("http-equiv=\"Content-Security-Policy\" content=\"([^\"]+)\"", html).head().replace("&#39;", "'"));
        assertEquals(List.empty(), found("\\s(?:src|href|action)=\"(?!#)(?!data:,\")([^\"]*)", html));
        assertEquals(List.empty(), found("(\\son[a-z]+=|\\sstyle=|@import|url\\(|<script)", html));
    }

    @Test @DisplayName("what a campaign was told stays text, whatever it is and however much")
    void hostile() throws IOException {
        String html = html(HostileText.campaign());
        assertEquals(List.empty(), found("(<script|<img)", html));
        assertTrue(html.chars().noneMatch(c -> c < ' ' && c != '\n' || c == '\u202e'), "characters that steer");
        says("&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;", html);
        assertTrue(html.length() < 3_000_000, () -> html.length() + " characters");
    }

    @Test @DisplayName("of a thousand findings a hundred have a card, and each is named")
    void bounded() throws IOException {
        Seq<Finding> findings = List.rangeClosed(1, 1_000).map(number -> Campaigned.finding(number <= 60 ? "OneGuarantees.holds" : "OtherGuarantees.holds", "symptom " + number, "<&>".repeat(3_000)));
        String html = html(Campaigned.of(GOALS, findings));
        assertEquals(100, found("(<article)", html).size());
        Seq<String> cards = found("campaign replay nightly ([^<]*)</code>", html);
        assertTrue(findings.map(Finding::id).toSet().equals(cards.appendAll(found("<li>([^<]*)</li>", html)).toSet()), "each is named");
        assertEquals(50, cards.count(id -> id.startsWith("OneGuarantees.holds")), "of each law as many");
        says("100 of 1,000 have a card, of each law some.", html);
        says("<summary>900 more</summary>", html);
        says("more characters", html);
        assertTrue(html.length() < 3_000_000, () -> html.length() + " characters");
    }

    @Test @DisplayName("a folder is made if it is not there; one that cannot be is a mistake of the user")
    void folder() throws IOException {
        Campaigned campaign = Campaigned.unbegun();
        assertTrue(Files.isRegularFile(campaign.report().write(folder.resolve("a/b"))));
        Path file = Files.createFile(folder.resolve("file"));
        assertThrows(UsageMistake.class, () -> campaign.report().write(file));
    }
}
