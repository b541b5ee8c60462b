package vmmref.model.protect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.spec.Table;

class ProtectTest {
    private static final Table TABLE = Table.named("access-rights");

    @Test
    void accesses() {
        Seq<Access> all = Vector.of(Access.values());
        assertEquals(Vector.of(Access.READ, Access.READ_WRITE), all.filter(Access::reads));
        assertEquals(Vector.of(Access.WRITE, Access.READ_WRITE), all.filter(Access::writes));
        assertEquals(Vector.of(Access.EXECUTE), all.filter(Access::executes));
        assertEquals(Vector.of(4, 2, 6, 1), all.map(Access::bits));
    }

    /// What one level, written first, may do with a page: R, W, B for both at once, X.
    @ParameterizedTest
    @CsvSource({
        "0, 3, 3, R---", "0, 2, 3, ----", "0, 0, 0, R---",
        "1, 3, 0, R--X", "1, 1, 2, ----",
        "2, 3, 3, RWB-", "2, 0, 1, ----",
        "3, 3, 3, RWBX", "3, 2, 3, ----", "3, 2, 2, RWBX",
        "4, 3, 3, R---", "4, 3, 2, RWB-", "4, 0, 0, RWB-", "4, 1, 1, R---", "4, 1, 2, ----",
        "5, 3, 3, R--X", "5, 3, 1, R--X", "5, 3, 0, RWBX", "5, 0, 1, ----",
        "6, 3, 3, RWBX", "6, 3, 2, RWB-", "6, 2, 3, ----", "6, 0, 0, RWB-", "6, 1, 1, RWBX",
        "7, 3, 3, ---X", "7, 0, 3, ---X", "7, 0, 0, R--X", "7, 3, 0, R--X", "7, 2, 1, ---X"})
    void architectedRights(int ar, int pl, int level, String permitted) {
        Rights rights = AccessRights.architected();
        assertEquals(permitted, (rights.permit(ar, pl, level, Access.READ) ? "R" : "-") + (rights.permit(ar, pl, level, Access.WRITE) ? "W" : "-")
            + (rights.permit(ar, pl, level, Access.READ_WRITE) ? "B" : "-") + (rights.permit(ar, pl, level, Access.EXECUTE) ? "X" : "-"));
    }

    /// Each cell alone: only it permits anything.
    @Test
    void everyCellHasItsPlace() {
        Seq<Table.Row> denied = TABLE.rows().map(row -> new Table.Row(row.where(), row.cells().take(2).appendAll(Vector.fill(4, "-"))));
        for (int row = 0; row < 32; row++) {
            for (int level = 0; level < 4; level++) {
                Table.Row one = denied.get(row);
                Rights rights = AccessRights.of(new Table("access-rights", denied.update(row, new Table.Row(one.where(), one.cells().update(5 - level, "RWX")))));
                for (int ar = 0; ar < 8; ar++) {
                    for (int pl = 0; pl < 4; pl++) {
                        for (int current = 0; current < 4; current++) {
                            boolean expected = one.cell(0).equals(String.valueOf(ar)) && one.cell(1).equals(String.valueOf(pl)) && current == level;
                            assertEquals(expected, rights.permit(ar, pl, current, Access.READ_WRITE));
                            assertEquals(expected, rights.permit(ar, pl, current, Access.EXECUTE));
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"-, ---", "R, R--", "W, -W-", "X, --X", "RW, RW-", "RX, R-X", "WX, -WX", "RWX, RWX"})
    void cellsAreSomeOfThreeLetters(String cell, String permitted) {
        Table.Row first = TABLE.rows().head();
        Rights rights = AccessRights.of(new Table("access-rights", TABLE.rows().update(0, new Table.Row(first.where(), first.cells().update(2, cell)))));
        assertEquals(permitted, (rights.permit(0, 3, 3, Access.READ) ? "R" : "-") + (rights.permit(0, 3, 3, Access.WRITE) ? "W" : "-")
            + (rights.permit(0, 3, 3, Access.EXECUTE) ? "X" : "-"));
    }

    @Test
    void brokenTablesAreRejected() {
        assertEquals("the table of access rights has 32 rows, not 31",
            assertThrows(IllegalArgumentException.class, () -> AccessRights.of(new Table("x", TABLE.rows().tail()))).getMessage());
        assertEquals("the table of access rights has a row twice",
            assertThrows(IllegalArgumentException.class, () -> AccessRights.of(new Table("x", TABLE.rows().update(1, TABLE.rows().head())))).getMessage());
        for (String page : new String[] {"8\t0", "0\t4"}) {
            Table.Row wrong = new Table.Row("line 1", io.vavr.collection.Vector.of((page + "\t-\t-\t-\t-").split("\t")));
            assertEquals("line 1 is of no page: ar %s, pl %s".formatted((Object[]) page.split("\t")),
                assertThrows(IllegalArgumentException.class, () -> AccessRights.of(new Table("x", TABLE.rows().update(0, wrong)))).getMessage());
        }
        assertEquals("the table of access rights has 32 rows, not 33",
            assertThrows(IllegalArgumentException.class, () -> AccessRights.of(new Table("x", TABLE.rows().append(TABLE.rows().head())))).getMessage());
        for (String wrong : new String[] {"XR", "r", "RWXX", "--", "N"}) {
            Table.Row last = TABLE.rows().last();
            Table broken = new Table("x", TABLE.rows().update(31, new Table.Row(last.where(), last.cells().update(5, wrong))));
            assertEquals("a cell of the table of access rights is - or some of RWX, not " + wrong,
                assertThrows(IllegalArgumentException.class, () -> AccessRights.of(broken)).getMessage());
        }
        Table.Row first = TABLE.rows().head();
        assertThrows(IllegalArgumentException.class, () -> AccessRights.of(new Table("x", TABLE.rows().update(0, new Table.Row(first.where(), first.cells().update(0, "zero"))))));
        assertThrows(IllegalArgumentException.class, () -> AccessRights.of(new Table("x", TABLE.rows().update(0, new Table.Row(first.where(), first.cells().init())))));
    }

    @Test
    void aRegisterDisablesTheAccessesOfItsBits() {
        assertEquals(Vector.empty(), disabledBy(0x1));
        assertEquals(Vector.of(Access.WRITE, Access.READ_WRITE), disabledBy(0x3));
        assertEquals(Vector.of(Access.READ, Access.READ_WRITE), disabledBy(0x5));
        assertEquals(Vector.of(Access.EXECUTE), disabledBy(0x9));
        assertEquals(Vector.of(Access.values()), disabledBy(0xf));
    }

    private static Seq<Access> disabledBy(long register) {
        return Vector.of(Access.values()).filter(access -> KeyCheck.architected(new ProtectionKeyRegister(register), access));
    }
}
