package vmmref.model.instruction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import org.junit.jupiter.api.Test;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Unit;
import vmmref.model.profile.Profile;
import vmmref.model.semantics.Semantics;
import vmmref.spec.Encodings;
import vmmref.spec.Table;

/// What came after 2010 in bits that older processors ignore.
class ReassignedTest {
    private static final Seq<Table.Row> ROWS = Table.named("reassigned").rows();

    @Test
    void readsAsItAlwaysDid() {
        for (Profile profile : Profile.all()) {
            Semantics semantics = Semantics.architected(profile);
            for (Table.Row row : ROWS) {
                Decoded.Assigned decoded = assertInstanceOf(Decoded.Assigned.class, semantics.decode().apply(Bundle.ofHex(row.cell(2))).slots().get(Integer.parseInt(row.cell(1))), row.where());
                assertEquals(row.cell(3), Assembly.text(decoded.instruction()), row.where());
                assertEquals(Encodings.valueOf(row.cell(4)), decoded.because(), row.where());
            }
        }
    }

    @Test
    void isNoFormOfItsOwn() {
        assertTrue(ROWS.size() > 20);
        ROWS.forEach(row -> assertInstanceOf(Assembled.Refused.class, Assembler.architected().assemble(Unit.M, row.cell(0)), row.where()));
    }
}
