package vmmref.model.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;

class BundleTest {

    @Test
    void bytesStandInMemoryOrder() {
        Bundle bundle = Bundle.ofHex("014000401a0400000002000000000400");
        assertEquals(new Bundle(0x0000041a40004001L, 0x0004000000000200L), bundle);
        assertEquals("014000401a0400000002000000000400", bundle.hex());
        assertEquals(new Bundle.Fields(0x01, Slot.of(0x020d2000200L), Slot.of(0x00008000000L), Slot.of(0x00008000000L)), bundle.fields());
        assertEquals(bundle, Bundle.of(bundle.fields()));
    }

    @Test
    void fieldsThatNoBundleHasAreRejected() {
        Slot zero = Slot.ZERO;
        assertThrows(IllegalArgumentException.class, () -> new Bundle.Fields(32, zero, zero, zero));
        assertThrows(IllegalArgumentException.class, () -> new Bundle.Fields(-1, zero, zero, zero));
        assertThrows(IllegalArgumentException.class, () -> new Bundle.Fields(4, zero, new Slot(0, 1), zero));
        assertTrue(new Slot(0b100, 1).isWithin(new Slot(0b110, 1)));
        assertTrue(!new Slot(0b001, 0).isWithin(new Slot(0b110, 1)) && !new Slot(0, 2).isWithin(new Slot(0b110, 1)));
    }

    @Test
    void whatIsNoBundleIsRejectedWithItsText() {
        for (String wrong : new String[] {"", "00", "0".repeat(31) + "g", "0".repeat(33)}) {
            assertTrue(assertThrows(IllegalArgumentException.class, () -> Bundle.ofHex(wrong)).getMessage().contains("\"" + wrong + "\""));
        }
    }

    @Test
    void aSlotHas41Bits() {
        assertEquals("1ffffffffff", Slot.of((1L << 41) - 1).toString());
        assertEquals("00000000001:00000000002", new Slot(2, 1).toString());
        assertThrows(IllegalArgumentException.class, () -> Slot.of(1L << 41));
        assertThrows(IllegalArgumentException.class, () -> new Slot(0, -1));
        assertTrue(new Slot(0, 0).isZero());
        assertTrue(!new Slot(0, 1).isZero());
        assertTrue(!new Slot(1, 0).isZero());
        assertEquals(new Slot(0b1000, 0b0001), new Slot(0b1100, 0b0011).and(new Slot(0b1010, 0b0101)));
        assertEquals(new Slot(0b1110, 0b0111), new Slot(0b1100, 0b0011).or(new Slot(0b1010, 0b0101)));
        assertEquals(new Slot(0b0110, 0b0110), new Slot(0b1100, 0b0011).xor(new Slot(0b1010, 0b0101)));
    }

    @Test
    void fieldsLieInASlot() {
        Field field = new Field("x", false, 12, 6);
        assertEquals(7, field.width());
        assertEquals(8, field.of(Slot.of(8 << 6)));
        assertEquals(Slot.of(8 << 6), field.holding(8));
        assertEquals(Slot.of(0x7f << 6), field.mask());
        assertEquals(new Slot(0, 4), new Field("l", true, 40, 2).holding(1));
        assertEquals(1, new Field("l", true, 40, 2).of(new Slot(0, 4)));
        assertThrows(IllegalArgumentException.class, () -> field.holding(128));
        assertThrows(IllegalArgumentException.class, () -> new Field("x", false, 41, 0));
        assertThrows(IllegalArgumentException.class, () -> new Field("x", false, 3, 4));
        assertThrows(IllegalArgumentException.class, () -> new Field("x", false, 3, -1));
    }

    @Test
    void templatesAreWrittenWithTheirStops() {
        Template template = Template.of(0x0b, "M;MI;");
        assertEquals(Vector.of(Unit.M, Unit.M, Unit.I), template.units());
        assertEquals(Vector.of(true, false, true), template.stops());
        assertEquals("M;MI;", template.notation());
        assertTrue(!template.isLong());
        assertTrue(Template.of(4, "MLX").isLong());
        assertThrows(IllegalArgumentException.class, () -> Template.of(32, "MII"));
        assertThrows(IllegalArgumentException.class, () -> Template.of(-1, "MII"));
        assertThrows(IllegalArgumentException.class, () -> Template.of(0, "MI"));
        assertThrows(IllegalArgumentException.class, () -> template.withStops(Vector.of(true, false)));
    }

    @Test
    void longInstructionsAreTwoSlots() {
        Bundle.Fields fields = new Bundle.Fields(4, Slot.of(1), Slot.of(2), Slot.of(3));
        Template both = Template.of(4, "MLX");
        Template three = Template.of(0, "MII");
        assertEquals(Vector.of(Slot.of(1), new Slot(3, 2)), both.instructions(fields));
        assertEquals(Vector.of(Slot.of(1), Slot.of(2), Slot.of(3)), three.instructions(fields));
        assertEquals(Bundle.of(fields), both.bundle(both.instructions(fields)));
        assertEquals(Vector.of(Unit.M, Unit.X), both.instructionUnits());
        assertEquals(Vector.of(Unit.M, Unit.I, Unit.I), three.instructionUnits());
    }

    @Test
    void twentyFourCodesAreAssigned() {
        assertEquals(24, Templates.architected().assigned().size());
        assertEquals(0x0b, Templates.architected().named("M;MI;").get().code());
        assertTrue(Templates.architected().named("XYZ").isEmpty());
        assertEquals(new Templates.Meaning.Reserved(6), Templates.architected().meaning(6));
    }

    @Test
    void integerInstructionsFitTwoUnits() {
        for (Unit slot : Unit.values()) {
            assertEquals(slot == Unit.M || slot == Unit.I || slot == Unit.A, Unit.A.fits(slot), slot.name());
            assertEquals(slot == Unit.B, Unit.B.fits(slot), slot.name());
            assertEquals(slot == Unit.M, Unit.M.fits(slot), slot.name());
        }
    }
}
