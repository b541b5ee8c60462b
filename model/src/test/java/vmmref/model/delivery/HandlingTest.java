package vmmref.model.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vmmref.model.delivery.Handling.Field;
import vmmref.model.delivery.Handling.Register;
import vmmref.model.interruption.Interruption;
import vmmref.spec.Table;

class HandlingTest {
    private static final Table TABLE = Table.named("interruptions");
    private static final Map<Interruption, Handling> ALL = Handling.architected();

    private static final Set<Field> DATA = HashSet.of(Field.ACCESS, Field.SP, Field.ED);
    private static final Set<Register> PAGE = HashSet.of(Register.IFA, Register.ITIR);

    /// Typed from the manual's table of vectors.
    @ParameterizedTest
    @CsvSource({
        "VHPT_TRANSLATION, 0000", "INSTRUCTION_TLB, 0400", "DATA_TLB, 0800", "ALTERNATE_INSTRUCTION_TLB, 0c00", "ALTERNATE_DATA_TLB, 1000", "DATA_NESTED_TLB, 1400", "INSTRUCTION_KEY_MISS, 1800", "DATA_KEY_MISS, 1c00", "DIRTY_BIT, 2000", "INSTRUCTION_ACCESS_BIT, 2400",
        "DATA_ACCESS_BIT, 2800", "BREAK_INSTRUCTION, 2c00", "EXTERNAL_INTERRUPT, 3000", "PAGE_NOT_PRESENT, 5000", "KEY_PERMISSION, 5100", "INSTRUCTION_ACCESS_RIGHTS, 5200", "DATA_ACCESS_RIGHTS, 5300",
        "ILLEGAL_OPERATION, 5400", "PRIVILEGED_OPERATION, 5400", "PRIVILEGED_REGISTER, 5400", "RESERVED_REGISTER_FIELD, 5400", "UNIMPLEMENTED_DATA_ADDRESS, 5400", "DISABLED_FP_REGISTER, 5500",
        "REGISTER_NAT_CONSUMPTION, 5600", "NAT_PAGE_CONSUMPTION, 5600", "SPECULATIVE_OPERATION, 5700", "INSTRUCTION_DEBUG, 5900", "DATA_DEBUG, 5900", "UNALIGNED_DATA_REFERENCE, 5a00",
        "UNSUPPORTED_DATA_REFERENCE, 5b00", "UNIMPLEMENTED_INSTRUCTION_ADDRESS, 5e00", "UNIMPLEMENTED_INSTRUCTION_ADDRESS_TRAP, 5e00", "LOWER_PRIVILEGE_TRANSFER, 5e00", "TAKEN_BRANCH, 5f00",
        "FLOATING_POINT_FAULT, 5c00", "FLOATING_POINT_TRAP, 5d00", "SINGLE_STEP, 6000", "VIRTUALIZATION, 6100"})
    void vectors(Interruption kind, String vector) {
        assertEquals(Integer.parseInt(vector, 16), ALL.get(kind).get().vector());
    }

    @Test
    void rowsSayWhatIsTold() {
        assertEquals(ALL, Handling.architected());
        assertEquals(new Handling(0x1000, 0, DATA, PAGE, false), ALL.get(Interruption.ALTERNATE_DATA_TLB).get());
        assertEquals(new Handling(0x1400, 0, TreeSet.empty(), TreeSet.empty(), true), ALL.get(Interruption.DATA_NESTED_TLB).get());
        assertEquals(new Handling(0, 0, DATA.add(Field.FETCH), PAGE.add(Register.IHA), false), ALL.get(Interruption.VHPT_TRANSLATION).get());
        assertEquals(new Handling(0x400, 0, HashSet.of(Field.FETCH), PAGE.add(Register.IHA), false), ALL.get(Interruption.INSTRUCTION_TLB).get());
        assertEquals(new Handling(0x800, 0, DATA, PAGE.add(Register.IHA), false), ALL.get(Interruption.DATA_TLB).get());
        assertEquals(new Handling(0x5000, 0, DATA.add(Field.FETCH), PAGE, false), ALL.get(Interruption.PAGE_NOT_PRESENT).get());
        assertEquals(new Handling(0x2c00, 0, TreeSet.empty(), HashSet.of(Register.IIM), false), ALL.get(Interruption.BREAK_INSTRUCTION).get());
        assertEquals(new Handling(0x5400, 0x30, HashSet.of(Field.ACCESS), TreeSet.empty(), false), ALL.get(Interruption.UNIMPLEMENTED_DATA_ADDRESS).get());
        assertEquals(new Handling(0x6000, 8, TreeSet.empty(), TreeSet.empty(), false), ALL.get(Interruption.SINGLE_STEP).get());
        assertEquals(Interruption.values().length, ALL.size());
    }

    private static Seq<Table.Row> changed(int column, String cell) {
        Table.Row first = TABLE.rows().head();
        return TABLE.rows().update(0, new Table.Row(first.where(), first.cells().update(column, cell)));
    }

    private static String rejected(Seq<Table.Row> rows) {
        return assertThrows(IllegalArgumentException.class, () -> Handling.of(new Table("x", rows))).getMessage();
    }

    @Test
    void malformedTables() {
        String where = TABLE.rows().head().where();
        assertEquals("x lists 37 of 38 interruptions", rejected(TABLE.rows().tail()));
        assertEquals(where + " lists VHPT_TRANSLATION again", rejected(TABLE.rows().append(TABLE.rows().head())));
        assertEquals("no interruption is called nothing", rejected(changed(0, "nothing")));
        assertThrows(IllegalArgumentException.class, () -> Handling.of(new Table("x", changed(3, "speed"))));
        assertThrows(IllegalArgumentException.class, () -> Handling.of(new Table("x", changed(4, "isr"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0c10", "0d00", "4f00", "5010", "8000", "8100"})
    void noVectorBeginsThere(String vector) {
        assertEquals(TABLE.rows().head().where() + ": no vector begins at " + vector, rejected(changed(1, vector)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000", "4c00", "5000", "5100", "7f00"})
    void aVectorBeginsThere(String vector) {
        assertEquals(Integer.parseInt(vector, 16), Handling.of(new Table("x", changed(1, vector))).get(Interruption.VHPT_TRANSLATION).get().vector());
    }

    @Test
    void theCodeIsHexadecimal() {
        assertEquals(0xff, Handling.of(new Table("x", changed(2, "ff"))).get(Interruption.VHPT_TRANSLATION).get().code());
        assertEquals(Vector.of(Register.values()).toSet(), Handling.of(new Table("x", changed(4, "ifa itir iha iim"))).get(Interruption.VHPT_TRANSLATION).get().collected());
    }
}
