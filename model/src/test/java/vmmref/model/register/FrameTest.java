package vmmref.model.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vmmref.model.memory.VirtualAddress;

/// Frames, what saves them, and where they lie.
class FrameTest {
    private static final Cfm FRAME = Cfm.of(96, 65, 11).rotated(87, 95, 47);

    @Test
    void fieldsOfAFrame() {
        assertEquals(96L | 65L << 7 | 11L << 14 | 87L << 18 | 95L << 25 | 47L << 32, FRAME.bits());
        assertEquals(96, FRAME.sof());
        assertEquals(65, FRAME.sol());
        assertEquals(11, FRAME.sor());
        assertEquals(88, FRAME.rotating());
        assertEquals(87, FRAME.rrbGr());
        assertEquals(95, FRAME.rrbFr());
        assertEquals(47, FRAME.rrbPr());
        assertEquals("2fbf5ee0e0", FRAME.toString());
        Cfm all = new Cfm(0x3fffffffffL);
        assertEquals("127 127 15 127 127 63", all.sof() + " " + all.sol() + " " + all.sor() + " " + all.rrbGr() + " " + all.rrbFr() + " " + all.rrbPr());
    }

    @Test
    void rotationIsReplaced() {
        assertEquals(Cfm.of(96, 65, 11), FRAME.rotated(0, 0, 0));
        assertTrue(FRAME.rotated(0, 0, 0).isUnrotated());
        assertFalse(FRAME.rotated(1, 0, 0).isUnrotated());
        assertFalse(FRAME.rotated(0, 1, 0).isUnrotated());
        assertFalse(FRAME.rotated(0, 0, 1).isUnrotated());
        assertTrue(Cfm.EMPTY.isUnrotated());
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, 0", "97, 0, 0", "10, -1, 0", "10, 11, 0", "10, 0, -1", "10, 0, 2", "7, 0, 1"})
    void framesThatCannotBe(int sof, int sol, int sor) {
        assertEquals("no frame has sof %d, sol %d, sor %d".formatted(sof, sol, sor), assertThrows(IllegalArgumentException.class, () -> Cfm.of(sof, sol, sor)).getMessage());
    }

    @Test
    void framesThatCan() {
        assertEquals(0, Cfm.of(0, 0, 0).bits());
        assertEquals(96 | 96 << 7 | 12 << 14, Cfm.of(96, 96, 12).bits());
        assertEquals(8 | 1 << 14, Cfm.of(8, 0, 1).bits());
        assertEquals("the current frame marker has 38 bits: 0000004000000000", assertThrows(IllegalArgumentException.class, () -> new Cfm(1L << 38)).getMessage());
    }

    /// sof, sol, sor, rrb.gr, rrb.fr, rrb.pr, and whether they fit each other.
    @ParameterizedTest
    @CsvSource({"0, 0, 0, 0, 0, 0, true", "96, 96, 12, 95, 95, 47, true", "97, 0, 0, 0, 0, 0, false", "10, 10, 0, 0, 0, 0, true", "10, 11, 0, 0, 0, 0, false", "8, 0, 1, 0, 0, 0, true", "7, 0, 1, 0, 0, 0, false",
        "8, 0, 1, 7, 0, 0, true", "8, 0, 1, 8, 0, 0, false", "8, 0, 0, 1, 0, 0, false", "0, 0, 0, 0, 96, 0, false", "0, 0, 0, 0, 0, 48, false"})
    void soundness(int sof, int sol, int sor, int gr, int fr, int pr, boolean sound) {
        assertEquals(sound, new Cfm(sof | (long) sol << 7 | (long) sor << 14 | (long) gr << 18 | (long) fr << 25 | (long) pr << 32).isSound());
    }

    @Test
    void previousFunctionState() {
        Pfs pfs = Pfs.of(FRAME, 63, 3);
        assertEquals(FRAME.bits() | 63L << 52 | 3L << 62, pfs.bits());
        assertEquals(FRAME, pfs.pfm());
        assertEquals(63, pfs.pec());
        assertEquals(3, pfs.ppl());
        assertEquals(new Pfs(0), Pfs.of(Cfm.EMPTY, 0, 0));
        assertEquals(Cfm.EMPTY, new Pfs(0x3c0f_ffc0_0000_0000L).pfm());
        assertEquals(0, new Pfs(0x3c0f_ffc0_0000_0000L).pec());
        assertEquals(0, new Pfs(0x3fff_ffff_ffff_ffffL).ppl());
        assertEquals("c3f0002fbf5ee0e0", pfs.toString());
    }

    /// The table of addresses of the manual's arithmetic, and the words around a collection.
    @ParameterizedTest
    @CsvSource({"1000, 0, 1000", "1000, 1, 1008", "1000, 62, 11f0", "1000, 63, 1200", "1000, 96, 1308", "11f0, 0, 11f0", "11f0, 1, 1200", "11f0, 2, 1208", "1200, 63, 1400", "1008, 61, 11f0", "1008, 62, 1200",
        "1200, -1, 11f0", "1200, -63, 1000", "1200, -64, ff0", "1308, -96, 1000", "11f8, 0, 1200", "11f8, -1, 11f0", "11f8, 1, 1208", "11f8, -63, 1000", "11f8, -64, ff0", "fffffffffffffff0, 1, 0", "0, -1, fffffffffffffff0"})
    void whereTheFrameGoes(String bspstore, int dirty, String bsp) {
        assertEquals(new VirtualAddress(Long.parseUnsignedLong(bsp, 16)), new RegisterStack(3, dirty, new VirtualAddress(Long.parseUnsignedLong(bspstore, 16)), 0).bsp());
    }

    @Test
    void pushedAndPopped() {
        RegisterStack stack = new RegisterStack(90, 5, new VirtualAddress(0x1000), 7);
        assertEquals(new RegisterStack(95, 10, new VirtualAddress(0x1000), 7), stack.pushed(5));
        assertEquals(new RegisterStack(0, 11, new VirtualAddress(0x1000), 7), stack.pushed(6));
        assertEquals(stack, stack.pushed(6).popped(6));
        assertEquals(new RegisterStack(93, 0, new VirtualAddress(0x1000), 7), new RegisterStack(2, 5, new VirtualAddress(0x1000), 7).popped(5));
        assertEquals(stack, stack.pushed(0).popped(0));
        assertEquals(new RegisterStack(0, 0, new VirtualAddress(0), 0), RegisterStack.RESET);
        assertEquals(new RegisterStack(112, 4, 20, new VirtualAddress(0x1000), 7, false), new RegisterStack(112, 100, 4, new VirtualAddress(0x1000), 7, false).pushed(16));
        assertEquals(new RegisterStack(96, 95, -1, new VirtualAddress(0x1000), 7, true), new RegisterStack(0, 0, new VirtualAddress(0x1000), 7).popped(1));
        assertEquals(new RegisterStack(96, 3, 3, new VirtualAddress(0x1000), 7, false), new RegisterStack(96, 95, -1, new VirtualAddress(0x1000), 7, false).pushed(4));
    }

    @Test
    void stacksThatCannotBe() {
        assertEquals("no stacked register has the number -1", rejected(-1, 0, 0L));
        assertEquals("no stacked register has the number 96", rejected(96, 0, 0L));
        assertEquals("-97 stacked registers cannot be dirty", rejected(0, -97, 0L));
        assertEquals("97 stacked registers cannot be dirty", rejected(95, 97, 0L));
        assertEquals("bits 2:0 of BSPSTORE are 0, not as in 0000000000001004", rejected(0, 96, 0x1004L));
        assertEquals(96, new RegisterStack(95, 96, new VirtualAddress(8), 0).dirty());
        assertEquals(-96, new RegisterStack(95, -96, new VirtualAddress(8), 0).dirty());
        assertEquals("there are at least 96 stacked registers, a multiple of 16, not 80", rejected(80, 0, false));
        assertEquals("there are at least 96 stacked registers, a multiple of 16, not 100", rejected(100, 0, false));
        assertEquals("a frame that is complete is not loaded", rejected(112, 0, true));
        assertEquals(111, new RegisterStack(112, 111, 112, new VirtualAddress(8), 0, false).base());
    }

    private static String rejected(int size, int dirty, boolean loading) {
        return assertThrows(IllegalArgumentException.class, () -> new RegisterStack(size, 0, dirty, new VirtualAddress(0), 0, loading)).getMessage();
    }

    private static String rejected(int base, int dirty, long bspstore) {
        return assertThrows(IllegalArgumentException.class, () -> new RegisterStack(base, dirty, new VirtualAddress(bspstore), 0)).getMessage();
    }

    /// Register, base of the frame, rrb.gr of 16 rotating registers, and the physical number.
    @ParameterizedTest
    @CsvSource({"0, 5, 0, 0", "15, 5, 0, 15", "16, 5, 0, 16", "31, 5, 0, 31", "32, 0, 0, 48", "32, 5, 0, 53", "127, 0, 0, 143", "127, 1, 0, 48", "33, 95, 0, 48",
        "32, 5, 1, 54", "46, 5, 1, 68", "47, 5, 1, 53", "48, 5, 1, 69", "47, 5, 15, 67", "47, 95, 15, 61"})
    void generalRegisters(int register, int base, int rrb, int physical) {
        assertEquals(physical, Renaming.general(register, Cfm.of(96, 0, 2).rotated(rrb, 5, 6), new RegisterStack(base, 0, new VirtualAddress(0), 0), false));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "15, 15", "16, 32", "31, 47", "32, 48"})
    void theOtherBank(int register, int physical) {
        assertEquals(physical, Renaming.general(register, Cfm.EMPTY, RegisterStack.RESET, true));
    }

    @ParameterizedTest
    @CsvSource({"31, 5, 31", "32, 0, 32", "32, 5, 37", "127, 0, 127", "127, 1, 32", "33, 95, 32", "0, 95, 0"})
    void floatingRegisters(int register, int rrb, int physical) {
        assertEquals(physical, Renaming.floating(register, Cfm.EMPTY.rotated(7, rrb, 6)));
    }

    @ParameterizedTest
    @CsvSource({"0, 5, 0", "15, 5, 15", "16, 0, 16", "16, 5, 21", "63, 0, 63", "63, 1, 16", "17, 47, 16"})
    void predicates(int register, int rrb, int physical) {
        assertEquals(physical, Renaming.predicate(register, Cfm.EMPTY.rotated(7, 8, rrb)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 65, 127, 128, 143})
    void valuesOfGeneralRegisters(int number) {
        GeneralRegisters reset = GeneralRegisters.RESET;
        GeneralRegisters nat = reset.with(number, new GeneralValue(5, true));
        for (int other = 0; other < GeneralRegisters.NUMBER; other++) {
            assertEquals(other == number ? new GeneralValue(5, true) : GeneralValue.of(0), nat.get(other));
        }
        assertEquals(GeneralValue.of(6), nat.with(number, GeneralValue.of(6)).get(number));
        assertEquals(reset, nat.with(number, GeneralValue.of(0)));
        assertEquals(new GeneralValue(7, true), nat.with(number, new GeneralValue(7, true)).get(number));
    }
}
