package vmmref.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void headingsAndEmptyLinesAreNoRows() {
        Table table = Table.parse("t", "# a\tb\n1\t2\n\n3\t\n");
        assertEquals(Vector.of(new Table.Row("t.tsv line 2", Vector.of("1", "2")), new Table.Row("t.tsv line 4", Vector.of("3", ""))), table.rows());
    }

    @Test
    void aMissingCellNamesTheLine() {
        Table.Row row = Table.parse("t", "1\n").rows().head();
        assertEquals("t.tsv line 1 has 1 cells; column 1 is missing", assertThrows(IllegalArgumentException.class, () -> row.cell(1)).getMessage());
    }

    @Test
    void aMissingTableIsNamed() {
        assertEquals("the specification's file absent.tsv is not on the class path",
            assertThrows(IllegalStateException.class, () -> Table.named("absent")).getMessage());
    }
}
