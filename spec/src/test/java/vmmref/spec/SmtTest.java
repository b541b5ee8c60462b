package vmmref.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The files of `spec/smt` as texts: no solver is needed to see that they are whole. The profile `proofs` asks one.
class SmtTest {
    private static final String WHOLE = "(set-logic QF_BV)(declare-const a Bool)(push 1)(echo \"a-b: sat expected\")(assert a)(check-sat)(pop 1)";

    @Test
    void everyFenceNamesAFileAndEveryFileIsNamedByTheClauseItBeginsWith() {
        Seq<Tuple2<String, String>> fences = Chapters.sentences().flatMap(sentence ->
            sentence.formal() instanceof Formal.Smt(String file) ? Option.some(Tuple.of(file, "; " + sentence.name())) : Option.none());
        assertEquals(fences.sorted(), SmtFile.all().reject(SmtTest::definesWords).map(file -> Tuple.of(file.name(), file.text().lines().findFirst().orElse(""))));
        assertTrue(fences.size() >= 7, fences.toString());
    }

    /// Such a file states no clause; proofs speak of what it defines.
    private static boolean definesWords(SmtFile file) {
        return file.text().matches("(?s); WORDS of chapter \\d+: .*");
    }

    @Test
    void everyFileHasTheoremsAndAnExample() {
        for (SmtFile file : SmtFile.all()) {
            assertTrue(file.queries().count(SmtFile.Query::theorem) >= 2, file.name());
            assertTrue(file.queries().exists(query -> !query.theorem()), file.name());
            assertEquals(file.queries().map(SmtFile.Query::name).distinct(), file.queries().map(SmtFile.Query::name), file.name());
        }
    }

    @Test
    void nothingIsDefinedTwiceOrInVain() {
        for (SmtFile file : SmtFile.all()) {
            Seq<String> atoms = file.commands().flatMap(SmtFile.Expression::atoms);
            assertEquals(file.defined().distinct(), file.defined(), file.name());
            assertEquals(Vector.empty(), file.defined().filter(name -> atoms.count(name::equals) < 2), file.name());
        }
    }

    /// The table is typed twice: for the model, and for the solver.
    @Test
    void theTableOfAccessRightsIsTheSame() {
        Pattern row = Pattern.compile("\\(= page #b(\\d{3})(\\d{2})\\) \\(row (\\S+) +(\\S+) +(\\S+) +(\\S+)\\)");
        String text = SmtFile.all().filter(file -> file.name().equals("rights-denied.smt2")).head().text();
        Seq<Seq<String>> rows = Vector.ofAll(row.matcher(text).results()).map(found -> Vector.of(
            Integer.valueOf(found.group(1), 2).toString(), Integer.valueOf(found.group(2), 2).toString(),
            found.group(3), found.group(4), found.group(5), found.group(6)).map(cell -> cell.equals("none") ? "-" : cell));
        assertEquals(Table.named("access-rights").rows().map(Table.Row::cells), rows);
    }

    @Test
    void textsThatAreNotWholeAreRejected() {
        assertEquals(Vector.of(new SmtFile.Query("a-b", "sat")), SmtFile.of("f", WHOLE).queries());
        assertEquals(Vector.of("a"), SmtFile.of("f", WHOLE).defined());
        for (String broken : Vector.of(WHOLE + ")", WHOLE + "(", WHOLE + "(exit)", WHOLE + "()", WHOLE + "a", WHOLE + "\"", WHOLE.replace("(assert a)", ""), WHOLE.replace("(pop 1)", ""))) {
            assertTrue(assertThrows(IllegalArgumentException.class, () -> SmtFile.of("f", broken), broken).getMessage().startsWith("f "), broken);
        }
        assertThrows(IllegalArgumentException.class, () -> SmtFile.of("f", WHOLE.replace(" expected", "")).queries());
    }
}
