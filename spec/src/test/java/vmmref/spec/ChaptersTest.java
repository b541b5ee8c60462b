package vmmref.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.Tuple;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChaptersTest {

    @Test
    void everySentenceIsAClauseAndEveryClauseASentenceInTheSameOrder() {
        assertEquals(Clauses.all().map(Clause::name), Chapters.sentences().map(Sentence::name));
    }

    @Test
    void namesAreUniqueAndNeverNumbers() {
        Seq<String> names = Clauses.all().map(Clause::name);
        assertEquals(names.distinct(), names);
        assertTrue(names.forAll(name -> name.matches("[A-Z]+(_[A-Z]+)+")), names.toString());
    }

    @Test
    void theWordsOfASentenceAgreeWithItsLevel() {
        for (Sentence sentence : Chapters.sentences()) {
            boolean asks = sentence.text().contains("MUST");
            assertEquals(sentence.level() == Level.MUST, asks, sentence.name());
        }
    }

    /// A digest that differs says that the sentence was edited after its ties were last reviewed. When they have been, `-Dvmmref.write=true` writes the new digests.
    @Test
    void noSentenceWasEditedSinceItsTiesWereReviewed() throws IOException {
        Map<String, String> now = TreeMap.ofEntries(Chapters.sentences().map(each -> Tuple.of(each.name(), each.digest())));
        if (Boolean.getBoolean("vmmref.write")) {
            Files.writeString(Path.of("digests.tsv"), "# clause\tdigest of the sentence when its ties were last reviewed\n"
                + now.map(each -> each._1 + "\t" + each._2 + "\n").mkString());
            return;
        }
        Map<String, String> reviewed = Digests.reviewed();
        Seq<String> stale = now.filter((name, digest) -> !reviewed.get(name).contains(digest)).keySet().toVector();
        assertEquals(Vector.empty(), stale, "edited since their ties were reviewed; review them, then run mvn -B verify -Dvmmref.write=true");
        assertEquals(now.keySet(), reviewed.keySet(), "digests.tsv lists clauses that no chapter states");
    }

    @Test
    void everySentenceHasADigestOfItsOwn() {
        assertEquals(Chapters.sentences().size(), Chapters.sentences().map(Sentence::digest).distinct().size());
        Sentence first = Chapters.sentences().head();
        Sentence edited = new Sentence(first.name(), first.title(), first.level(), first.text() + " x", first.source(), first.formal(), first.chapter());
        assertNotEquals(first.digest(), edited.digest());
    }

    @Test
    void anchorsAreThoseOfTheHeading() {
        assertEquals("chapters/02-bundles.md#template_reserved-reserved-template-codes", Bundles.TEMPLATE_RESERVED.sentence().anchor());
    }

    @Test
    void linksAreLeftOutOfPlainText() {
        assertEquals("see errata, and bits [1:0]", Sentence.plain("see [errata](90-errata.md#a), and bits [1:0]"));
    }

    @Test
    void aClauseWithoutSourceSentenceOrFormalStatementIsRejected() {
        String whole = "### `A_B` title\n\n**MUST** It MUST.\n\n*Source:* model choice\n\nnone: because\n";
        assertEquals(new Sentence("A_B", "title", Level.MUST, "It MUST.", "model choice", new Formal.None("because"), "c"), Chapters.sentences("c", whole).head());
        for (String part : new String[] {"**MUST** It MUST.", "*Source:* model choice", "none: because"}) {
            String broken = whole.replace(part, "");
            assertTrue(assertThrows(IllegalStateException.class, () -> Chapters.sentences("c", broken)).getMessage().contains("A_B"), part);
        }
    }

    @Test
    void fencesNameTheFormalStatement() {
        String head = "### `A_B` title\n\n**MAY** It can.\n\n*Source:* model choice\n\n";
        assertEquals(new Formal.Law("C.m"), Chapters.sentences("c", head + "```law\nC.m\n```\n").head().formal());
        assertEquals(new Formal.Alloy("check"), Chapters.sentences("c", head + "```alloy\ncheck\n```\n").head().formal());
        assertEquals(new Formal.Smt("file"), Chapters.sentences("c", head + "```smt\nfile\n```\n").head().formal());
    }

    /// The names of laws are looked up where the properties are; those of the other statements here.
    @Test
    void formalStatementsExist() throws IOException {
        for (Sentence sentence : Chapters.sentences()) {
            switch (sentence.formal()) {
                case Formal.Smt(String file)    -> assertTrue(Files.exists(Path.of("smt", file)), sentence.name() + " names smt/" + file);
                case Formal.Alloy(String check) -> assertTrue(alloyFiles().exists(text -> text.matches("(?s).*\\bcheck " + check + "\\b.*")),
                    sentence.name() + " names the check " + check);
                case Formal.Law law             -> assertTrue(law.property().matches("\\w+\\.\\w+"), sentence.name());
                case Formal.None none           -> assertTrue(!none.reason().isBlank(), sentence.name());
            }
        }
    }

    private static Seq<String> alloyFiles() throws IOException {
        if (!Files.exists(Path.of("alloy"))) return Vector.empty();
        try (Stream<Path> files = Files.list(Path.of("alloy"))) {
            Seq<String> texts = Vector.empty();
            for (Path file : Vector.ofAll(files)) texts = texts.append(Files.readString(file));
            return texts;
        }
    }

    @Test
    void linksBetweenChaptersLeadSomewhere() throws IOException {
        Map<String, String> texts = Chapters.NAMES.toMap(name -> Tuple.of(name + ".md", Resources.text("chapters/" + name + ".md")));
        for (String name : texts.keySet()) {
            for (var link : Vector.ofAll(Pattern.compile("]\\((?!http)([^)#]*)(?:#([^)]+))?\\)").matcher(texts.get(name).get()).results())) {
                String file = link.group(1).isEmpty() ? name : link.group(1);
                if (file.startsWith("../")) {
                    assertTrue(Files.exists(Path.of("chapters", file)), name + " links to " + file);
                } else if (link.group(2) != null) {
                    Seq<String> anchors = Vector.ofAll(texts.get(file).get().lines().filter(line -> line.startsWith("#")))
                        .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 _-]", "").replace(' ', '-'));
                    assertTrue(anchors.contains(link.group(2)), name + " links to " + file + "#" + link.group(2));
                }
            }
        }
    }
}
