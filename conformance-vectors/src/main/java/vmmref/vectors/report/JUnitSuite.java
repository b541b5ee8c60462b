/// One suite of junit.xml: the vectors of one kind and topic.
package vmmref.vectors.report;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import vmmref.vectors.format.Hello;
import vmmref.vectors.format.Printable;
import vmmref.vectors.run.Difference;
import vmmref.vectors.run.Judgement;
import vmmref.vectors.run.Verdict;

/// Its cases are written to a file of their own as they come, and copied behind its head.
final class JUnitSuite implements Closeable {

    private static final int PROPERTY = 200;

    private final String name;
    private final Path file;
    private final Card card;
    private final Xml cases;
    private JUnitCounts counts = JUnitCounts.NONE;

    private JUnitSuite(String name, Path file, Card card, Xml cases) {
        this.name  = name;
        this.file  = file;
        this.card  = card;
        this.cases = cases;
    }

    static JUnitSuite waiting(String name, Path file, Card card) throws IOException {
        return new JUnitSuite(name, file, card, new Xml(Files.newBufferedWriter(file)));
    }

    JUnitCounts counts() {
        return counts;
    }

    void add(Judgement judgement, double seconds) throws IOException {
        counts = counts.plus(JUnitCounts.of(judgement.verdict(), seconds));
        cases.start("    ", "testcase").attribute("classname", name.replace('/', '.'))
            .attribute("name", judgement.vector().id() + " " + judgement.vector().title()).attribute("time", JUnitCounts.time(seconds));
        if (judgement.verdict() != Verdict.PASS) notPassed(Exhibit.of(judgement));
        cases.end("");
    }

    private void notPassed(Exhibit exhibit) throws IOException {
        switch (exhibit.verdict()) {
            case PASS                                        -> { }
            case FAIL                                        -> wrong("failure", exhibit);
            case ERROR, CRASH, TIMEOUT                       -> wrong("error", exhibit);
            case UNSUPPORTED, INEXPRESSIBLE, WAIVED, REVOKED -> cases.start("      ", "skipped")
                .attribute("message", exhibit.verdict().word() + exhibit.reason().map(why -> ": " + why).getOrElse("")).end("");
        }
    }

    private void wrong(String element, Exhibit exhibit) throws IOException {
        cases.start("      ", element).attribute("type", exhibit.verdict().word()).attribute("message", message(exhibit))
            .text("\n" + card.text(exhibit, "")).end("");
    }

    private static String message(Exhibit exhibit) {
        return exhibit.reason().orElse(() -> exhibit.rows().headOption().map(row -> "%s is %s, expected %s; decided by %s"
            .formatted(row.field(), nothing(row.got()), nothing(row.expected()), row.decidedBy()))).getOrElse(exhibit.verdict().word());
    }

    private static String nothing(String value) {
        return value.equals(Difference.NOTHING) ? "nothing" : value;
    }

    /// Writes the suite with all its cases; no case comes after this.
    void write(Summary summary, Xml xml) throws IOException {
        cases.close();
        Hello.Impl impl = summary.hello().impl();
        xml.start("  ", "testsuite").attribute("name", name);
        counts.write(xml);
        xml.start("    ", "properties");
        property(xml, "implementation", impl.name() + " " + impl.version());
        property(xml, "pack", summary.pack());
        xml.end("    ");
        try (Reader waiting = Files.newBufferedReader(file)) {
            waiting.transferTo(xml.inside());
        }
        xml.end("  ");
    }

    private static void property(Xml xml, String name, String value) throws IOException {
        xml.start("      ", "property").attribute("name", name).attribute("value", Printable.of(value, PROPERTY)).end("");
    }

    @Override
    public void close() throws IOException {
        cases.close();
    }
}
