package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vmmref.model.profile.Profile;
import vmmref.spec.Table;
import vmmref.vmm.Vmm;

/// Groups are judged as an assembler judges them that looks for dependencies itself, unless the table says why not.
class DependencyTableTest {
    @Test
    void theAssemblerAgrees() throws IOException {
        Subject subject = Subject.of(Vmm.reference(Profile.named("maximal").get()));
        Seq<Table.Row> rows = Table.parse("judged-groups", text()).rows();
        Seq<String> wrong = rows.filter(row -> violates(subject, row.cell(1)) != (row.cell(0).equals("violates") == row.cell(2).equals("-"))).map(Table.Row::toString);
        assertEquals(Vector.empty(), wrong.toVector());
        assertTrue(rows.count(row -> row.cell(2).equals("-")) > 100);
    }

    private static boolean violates(Subject subject, String group) {
        return !subject.dependencies().violations(new Judged(group.replace("L0", ".+0x0"), "").bundles(subject)).isEmpty();
    }

    private static String text() throws IOException {
        try (InputStream table = Objects.requireNonNull(DependencyTableTest.class.getResourceAsStream("judged-groups.tsv"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
