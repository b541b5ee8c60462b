package vmmref.model.register;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.Vector;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class IsrTest {

    @Test @DisplayName("fields take the bits of the manual's figure")
    void fields() {
        assertEquals(Vector.of("code 000000000000ffff", "x 0000000100000000", "w 0000000200000000", "r 0000000400000000", "na 0000000800000000", "sp 0000001000000000", "rs 0000002000000000", "ir 0000004000000000", "ni 0000008000000000",
            "ei 0000060000000000", "ed 0000080000000000"), Vector.of(Isr.Field.values()).map(field -> field.text() + " " + new Isr(field.mask())));
    }

    @Test @DisplayName("each field is set by itself")
    void set() {
        Isr none = Isr.of(0x30, 2);
        assertEquals("0000040000000030", none.toString());
        assertEquals(Vector.of("0000040100000030", "0000040200000030", "0000040400000030", "0000040800000030", "0000041000000030", "0000048000000030", "00000c0000000030", "0000040000000035"),
            Vector.of(none.withX(), none.withW(), none.withR(), none.withNa(), none.withSp(), none.withNi(), none.withEd(), none.withCode(5)).map(Isr::toString));
    }
}
