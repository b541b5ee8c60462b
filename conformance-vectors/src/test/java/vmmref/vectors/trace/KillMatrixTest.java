package vmmref.vectors.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import vmmref.spec.Table;
import vmmref.vectors.trace.KillMatrix.Count;

/// What the matrix says adds up, and the page says the same.
class KillMatrixTest {
    private static final KillMatrix MATRIX = KillMatrix.of(Table.named("kill-matrix"));
    private static final KillReasons REASONS = KillReasons.of(Table.named("kill-reasons"));

    @Test
    void thePageIsTheTable() throws IOException {
        Path page = Path.of("../spec/kill-matrix.md");
        if (Boolean.getBoolean("vmmref.write")) Files.writeString(page, MATRIX.page());
        assertEquals(MATRIX.page(), Files.exists(page) ? Files.readString(page) : "", "write it with mvn -B verify -Dvmmref.write=true");
    }

    @Test
    void theTableIsWrittenAsItIsRead() throws IOException {
        assertEquals(Files.readString(Path.of("../spec/kill-matrix.tsv")), MATRIX.text());
    }

    @Test
    void everyMutantIsCountedOnce() {
        assertFalse(MATRIX.counts().isEmpty());
        assertEquals(Vector.empty(), MATRIX.counts().reject(Count::isSum));
        assertEquals(MATRIX.counts().map(each -> each.tool() + " " + each.place()), MATRIX.counts().map(each -> each.tool() + " " + each.place()).distinct());
    }

    @Test
    void everyMutantThatNeitherKillsIsNamed() {
        MATRIX.counts().forEach(each -> assertEquals(each.neither(), MATRIX.survivors().count(survivor -> survivor.tool().equals(each.tool()) && survivor.place().equals(each.place())), each.toString()));
        assertEquals(MATRIX.counts().map(Count::neither).sum().intValue(), MATRIX.survivors().size());
    }

    @Test
    void reasonsAreThoseOfTheTable() {
        assertEquals(Vector.empty(), MATRIX.survivors().filter(each -> REASONS.of(each.where(), each.what()).exists(reason -> !reason.equals(each.reason()))), "write the matrix again");
    }

    @Test
    void everyReasonIsOfAMethodThatThereIs() {
        assertEquals(Vector.empty(), REASONS.reasons().keySet().toVector().map(each -> each._1).filter(where -> where.matches("(model|vmm)\\..*")).distinct().reject(KillMatrixTest::isThere));
    }

    @Test
    void everyReasonStandsOnceAndInItsPlace() {
        Seq<Table.Row> rows = Table.named("kill-reasons").rows();
        Seq<String> mutants = rows.map(row -> row.cell(0) + "\t" + row.cell(1));
        assertEquals(mutants.distinct().sorted(), mutants);
        assertEquals(Vector.empty(), rows.filter(row -> row.cell(2).isBlank()));
    }

    @Test
    void everyReasonIsNeeded() {
        assumeTrue(MATRIX.isWhole());
        assertEquals(Vector.empty(), REASONS.unused(MATRIX));
    }

    /// A function within a method is a method to compilers.
    private static boolean isThere(String where) {
        int dot = where.lastIndexOf('.');
        String name = where.substring(dot + 1);
        try {
            return name.equals("<init>") || Vector.of(Class.forName("vmmref." + where.substring(0, dot), false, KillMatrixTest.class.getClassLoader()).getDeclaredMethods()).exists(each -> each.getName().equals(name));
        } catch (ClassNotFoundException gone) {
            return false;
        }
    }

    @Test
    void everyMutantThatNeitherKillsIsExplained() {
        assertEquals(Vector.empty(), MATRIX.survivors().filter(survivor -> survivor.reason().isBlank()));
    }
}
