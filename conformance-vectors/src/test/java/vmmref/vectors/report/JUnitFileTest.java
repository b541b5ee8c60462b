/// junit.xml, as servers read it.
package vmmref.vectors.report;

import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Outcome;
import vmmref.vectors.run.Examples;
import vmmref.vectors.run.Judgement;
import vmmref.vectors.run.Reply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class JUnitFileTest {

    @TempDir Path folder;

    private Element written(Seq<Judgement> judgements) throws Exception {
        AtomicLong clock = new AtomicLong();
        try (JUnitFile junit = new JUnitFile(folder, Judged.REPRO, () -> clock.getAndAdd(500_000_000))) {
            judgements.forEach(junit::judged);
            junit.write(Judged.of(judgements));
        }
        return DocumentBuilderFactory.newInstance().newDocumentBuilder()
            .parse(new InputSource(new StringReader(Files.readString(folder.resolve("junit.xml"))))).getDocumentElement();
    }

    private static Seq<Element> all(Element element, String name) {
        NodeList found = element.getElementsByTagName(name);
        return List.range(0, found.getLength()).map(i -> (Element) found.item(i));
    }

    private static String attributes(Element element, String... names) {
        return List.of(names).map(name -> name + "=" + element.getAttribute(name)).mkString(" ");
    }

    private static Seq<Judgement> someOfEach() {
        return List.of(
            Judged.without(1, Examples.answered(new Answer.Observed(Outcome.MALFORMED, HashMap.empty()))),
            Judged.failure(1, "slot0", "thash r8=r9", "ttag r8=r9", "TRANSLATION_FORM"),
            Judged.without(2, new Reply.Crashed("exited with code 139", "no such unit")),
            Judged.without(3, new Reply.TimedOut(2_000, true, "")),
            Judged.without(4, Examples.answered(new Answer.Failed("no such unit"))),
            Judged.without(5, Examples.answered(new Answer.Unsupported("no such unit"))));
    }

    @Test @DisplayName("a suite for each topic with its counts, a case for each vector, and what became of it")
    void structure() throws Exception {
        Element root = written(someOfEach());
        String[] counts = {"tests", "failures", "errors", "skipped", "time"};
        assertEquals("testsuites", root.getTagName());
        assertEquals("tests=6 failures=1 errors=3 skipped=1 time=3.000000", attributes(root, counts));
        assertEquals(List.of("codec/example tests=1 failures=1 errors=0 skipped=0 time=0.500000", "codec/reserved tests=5 failures=0 errors=3 skipped=1 time=2.500000"),
            all(root, "testsuite").map(suite -> suite.getAttribute("name") + " " + attributes(suite, counts)));
        assertEquals(List.of(
            "classname=codec.example name=codec/example/0001 an example time=0.500000",
            "classname=codec.reserved name=codec/reserved/0001 an example time=0.500000"),
            all(root, "testcase").take(2).map(test -> attributes(test, "classname", "name", "time")));
        assertEquals(List.of("type=fail message=slot0 is ttag r8=r9, expected thash r8=r9; decided by TRANSLATION_FORM"),
            all(root, "failure").map(failure -> attributes(failure, "type", "message")));
        assertTrue(all(root, "failure").head().getTextContent().contains("repro: ./vmmref check -i './myemu --adapter' --id codec/example/0001\n"));
        assertEquals(List.of("type=crash message=the adapter exited with code 139", "type=timeout message=the adapter did not answer within 2000 ms of the flush",
            "type=error message=the implementation says: no such unit"), all(root, "error").map(error -> attributes(error, "type", "message")));
        assertEquals(List.of("unsupported: no such unit"), all(root, "skipped").map(skipped -> skipped.getAttribute("message")));
        assertEquals(List.of("implementation=example 1", "pack=0.1.0"),
            all(all(root, "testsuite").head(), "property").map(property -> property.getAttribute("name") + "=" + property.getAttribute("value")));
    }

    @Test @DisplayName("whatever an implementation says, it is XML")
    void hostile() throws Exception {
        String evil = "]]></failure><testcase>&amp;\u0000\u001b[31m\ud800\ufffe\"'<!--";
        Element root = written(List.of(
            Judged.failure(1, "slot0", "thash r8=r9", evil, "TRANSLATION_FORM"),
            Judged.without(2, new Reply.Crashed(evil, evil + "\n" + evil)),
            Judged.without(3, Examples.answered(new Answer.Unsupported(evil)))));
        assertEquals(3, all(root, "testcase").size());
        assertEquals("unsupported: ]]></failure><testcase>&amp;\\u0000\\u001b[31m\\ud800\\ufffe\"'<!--", all(root, "skipped").head().getAttribute("message"));
    }

    @Test @DisplayName("what waits is gone when it is over, also what a run left that was killed")
    void nothingLeft() throws Exception {
        Files.createDirectories(folder.resolve(".junit.xml"));
        Files.writeString(folder.resolve(".junit.xml/codec.older.xml"), "<testcase/>");
        written(someOfEach());
        assertFalse(Files.exists(folder.resolve(".junit.xml")));
        try (var files = Files.list(folder)) {
            assertEquals(List.of("junit.xml"), List.ofAll(files.map(file -> file.getFileName().toString()).toList()));
        }
    }

    @Test @DisplayName("a run without a vector is an empty file of suites")
    void empty() throws Exception {
        assertEquals("tests=0 failures=0 errors=0 skipped=0", attributes(written(List.empty()), "tests", "failures", "errors", "skipped"));
    }
}
