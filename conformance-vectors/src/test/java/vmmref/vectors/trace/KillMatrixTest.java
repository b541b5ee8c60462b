package vmmref.vectors.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

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
    void everyMutantThatNeitherKillsIsExplained() {
        assertEquals(Vector.empty(), MATRIX.survivors().filter(survivor -> survivor.reason().isBlank()));
    }
}
