package vmmref.model.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.LongPredicate;
import java.util.function.LongToIntFunction;
import org.junit.jupiter.api.Test;
import vmmref.model.memory.MemoryAttribute;
import vmmref.model.memory.PageSize;

/// Each field of each register, bit by bit.
class RegisterTest {

    /// Asserts that a flag is one bit of a register and no other.
    private static void flag(String name, int bit, LongPredicate flag) {
        for (int number = 0; number < 64; number++) {
            assertEquals(number == bit, flag.test(1L << number), name + " with bit " + number + " set");
            assertEquals(number != bit, flag.test(~(1L << number)), name + " with bit " + number + " clear");
        }
    }

    /// Asserts that a number is the bits of a range and no others.
    private static void number(String name, int high, int low, LongToIntFunction number) {
        for (int bit = 0; bit < 64; bit++) {
            assertEquals(low <= bit && bit <= high ? 1 << bit - low : 0, number.applyAsInt(1L << bit), name + " with bit " + bit);
        }
        assertEquals((1 << high - low + 1) - 1, number.applyAsInt(-1), name);
    }

    @Test
    void processorStatus() {
        Map<Integer, LongPredicate> flags = LinkedHashMap.<Integer, LongPredicate>of(3, bits -> new Psr(bits).ac())
            .put(13, bits -> new Psr(bits).ic())
            .put(15, bits -> new Psr(bits).pk())
            .put(17, bits -> new Psr(bits).dt())
            .put(36, bits -> new Psr(bits).it())
            .put(38, bits -> new Psr(bits).da())
            .put(43, bits -> new Psr(bits).ed())
            .put(45, bits -> new Psr(bits).ia())
            .put(46, bits -> new Psr(bits).vm());
        flags.forEach((bit, flag) -> flag("PSR{" + bit + "}", bit, flag));
        number("PSR.cpl", 33, 32, bits -> new Psr(bits).cpl());
    }

    @Test
    void processorStatusIsChangedBitByBit() {
        assertEquals(new Psr(0x2000), new Psr(0).with(13, true));
        assertEquals(new Psr(0x2000), new Psr(0x2000).with(13, true));
        assertEquals(new Psr(~0x2000L), new Psr(-1).with(13, false));
        assertEquals(new Psr(0), new Psr(0).with(13, false));
        assertEquals(new Psr(1L << 46), new Psr(0).with(46, true));
        assertEquals(new Psr(~(1L << 46)), new Psr(-1).with(46, false));
        assertEquals(new Psr(0x300000000L), new Psr(0).withCpl(3));
        assertEquals(new Psr(0x200000001L), new Psr(0x300000001L).withCpl(2));
        assertEquals(new Psr(0xfffffffcffffffffL), new Psr(-1).withCpl(0));
        assertEquals("0000001008022000", new Psr(0x1008022000L).toString());
    }

    @Test
    void pageTableEntry() {
        flag("p", 0, bits -> new Pte(bits).p());
        flag("a", 5, bits -> new Pte(bits).a());
        flag("d", 6, bits -> new Pte(bits).d());
        flag("ed", 52, bits -> new Pte(bits).ed());
        number("ma", 4, 2, bits -> new Pte(bits).ma());
        number("pl", 8, 7, bits -> new Pte(bits).pl());
        number("ar", 11, 9, bits -> new Pte(bits).ar());
        assertEquals(0x0003fffffffff000L, new Pte(-1).frame());
        assertEquals(0, new Pte(~0x0003fffffffff000L).frame());
        assertEquals(0x1000, new Pte(0x1fff).frame());
        assertEquals(1L << 49, new Pte(1L << 49).frame());
        assertEquals(Option.some(MemoryAttribute.WC), new Pte(6 << 2).attribute());
        assertEquals(Option.none(), new Pte(3 << 2).attribute());
        assertEquals("00000000012347e1", new Pte(0x12347e1).toString());
    }

    @Test
    void pageTableEntriesAreChangedFieldByField() {
        assertEquals(new Pte(0x12347fd), new Pte(0x12347e1).with(4, 2, 7));
        assertEquals(new Pte(0x12347e0), new Pte(0x12347e1).with(0, 0, 0));
        assertEquals(new Pte(0x12345e1), new Pte(0x12347e1).with(11, 9, 2));
        assertEquals(new Pte(0xfffffffffffff1ffL), new Pte(-1).with(11, 9, 0));
        assertEquals(new Pte(0x8000000000000000L), new Pte(0).with(63, 63, 1));
        assertEquals(new Pte(5), new Pte(-1).with(63, 0, 5));
    }

    @Test
    void insertionRegister() {
        assertEquals(new Itir(0x0000000012345638L), Itir.of(new PageSize(14), 0x123456));
        assertEquals(new Itir(0x00000000ffffffF0L), Itir.of(new PageSize(60), 0xffffff));
        for (int bit = 0; bit < 64; bit++) {
            assertEquals(new PageSize(2 <= bit && bit <= 7 ? 1 << bit - 2 : 0), new Itir(1L << bit).size(), "bit " + bit);
        }
        number("key", 31, 8, bits -> new Itir(bits).key());
        assertEquals("0000000000001038", new Itir(0x1038).toString());
    }

    @Test
    void defaultControl() {
        assertEquals(Vector.of(8, 9, 10, 11, 12, 13, 14), Vector.of(Dcr.Bit.values()).map(Dcr.Bit::number));
        for (Dcr.Bit bit : Dcr.Bit.values()) flag(bit.name(), bit.number(), bits -> new Dcr(bits).has(bit));
        assertEquals("0000000000003f00", new Dcr(0x3f00).toString());
    }

    @Test
    void regionRegister() {
        number("rid", 31, 8, bits -> new RegionRegister(bits).identifier());
        assertEquals(new PageSize(14), new RegionRegister(0x10139).preferredSize());
        assertEquals(new PageSize(63), new RegionRegister(-1).preferredSize());
        assertEquals(new PageSize(0), new RegionRegister(~0xfcL).preferredSize());
        assertEquals("0000000000010139", new RegionRegister(0x10139).toString());
    }

    @Test
    void protectionKeyRegister() {
        flag("v", 0, bits -> new ProtectionKeyRegister(bits).valid());
        flag("wd", 1, bits -> new ProtectionKeyRegister(bits).disablesWrite());
        flag("rd", 2, bits -> new ProtectionKeyRegister(bits).disablesRead());
        flag("xd", 3, bits -> new ProtectionKeyRegister(bits).disablesExecution());
        number("key", 31, 8, bits -> new ProtectionKeyRegister(bits).key());
        assertEquals(new ProtectionKeyRegister(0x550e), new ProtectionKeyRegister(0x550f).invalid());
        assertEquals(new ProtectionKeyRegister(0x550e), new ProtectionKeyRegister(0x550e).invalid());
        assertEquals(new ProtectionKeyRegister(0), ProtectionKeyRegister.ZERO);
        assertEquals("000000000000550f", new ProtectionKeyRegister(0x550f).toString());
    }

    @Test
    void generalValue() {
        assertEquals(new GeneralValue(7, false), GeneralValue.of(7));
        assertEquals("0000000000000007", GeneralValue.of(7).toString());
        assertEquals("NaT", new GeneralValue(7, true).toString());
        assertTrue(!GeneralValue.of(7).equals(new GeneralValue(7, true)));
    }
}
