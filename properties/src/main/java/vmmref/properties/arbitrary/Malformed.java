package vmmref.properties.arbitrary;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.Itir;
import vmmref.model.translate.Instruction;

/// Generator of instructions that change translations, many of them with operands that [Scenes#NARROW] refuses.
public final class Malformed {
    private static final long REGION = 1L << VirtualAddress.OFFSET_WIDTH;
    private static final long IMPLEMENTED_HALF = 1L << 50;
    /// Bits 49:44, which are unimplemented in a page-table entry, and 31:26, which are in ITIR.
    private static final long FRAME = 0x3fL << 44;
    private static final long KEY = 0x3fL << 26;

    private Malformed() { }

    /// {@return those of [Operations#instructions()], whose operands are in order but for a bit or two, or a number or an address}
    ///
    /// Bits are turned over in entries, ITIR, region registers and protection-key registers: none in half of the cases, one in three eighths, two in the rest. A bit is in a third of the cases one of
    /// 7:0, in a third any, and in a third one of 2, 3, 26, 31, 44 and 49, where fields begin or end. Registers are numbered 0, 5, 7, 8, 11, 12, 15, 16 or 128, alike. Addresses lie at the
    /// offset 0 or 0x4000, or at, or one beside, one of the two edges of the implemented 51 bits, or at the region's last, in all eight regions alike. Sizes of purges stay in order, and no
    /// operand is NaT. Half are in order after all; of the others each condition of operands decides one in forty at least. Shrinks to an insertion into register 0 at address 0 with
    /// nothing turned over.
    public static Arbitrary<Instruction> instructions() {
        return Combinators.combine(Operations.instructions(), noise(), noise(), addresses(), Arbitraries.of(0, 5, 7, 8, 11, 12, 15, 16, 128)).as(Malformed::spoilt);
    }

    private static Instruction spoilt(Instruction instruction, long first, long second, VirtualAddress address, int number) {
        return switch (instruction) {
            case Instruction.InsertCache(var stream, var r2, var ifa, var itir) -> new Instruction.InsertCache(stream, entry(r2, first), address, itir(itir, second));
            case Instruction.InsertRegister(var stream, var r3, var r2, var ifa, var itir) ->
                new Instruction.InsertRegister(stream, GeneralValue.of(second << 8 | number), entry(r2, first), address, itir(itir, second));
            case Instruction.Purge(var type, var r3, var r2) -> new Instruction.Purge(type, GeneralValue.of(address.bits()), GeneralValue.of(r2.bits() | first << 8));
            case Instruction.PurgeAll(var r3) -> new Instruction.PurgeAll(GeneralValue.of(first));
            case Instruction.MoveRegion(var r3, var r2) -> new Instruction.MoveRegion(GeneralValue.of(r3.bits() | second >>> 3), GeneralValue.of(0x101L << 8 ^ 14 << 2 ^ first));
            case Instruction.MoveKey(var r3, var r2) -> new Instruction.MoveKey(GeneralValue.of(second << 8 | number), GeneralValue.of(0x55L << 8 ^ first));
        };
    }

    private static GeneralValue entry(GeneralValue r2, long noise) {
        return GeneralValue.of(r2.bits() & ~FRAME ^ noise);
    }

    private static Itir itir(Itir itir, long noise) {
        return new Itir(itir.bits() & ~KEY ^ noise);
    }

    private static Arbitrary<Long> noise() {
        Arbitrary<Long> bits = Arbitraries.oneOf(Pages.numbers(8), Pages.numbers(64), Arbitraries.of(2, 3, 26, 31, 44, 49)).map(bit -> 1L << bit);
        return Arbitraries.frequencyOf(Tuple.of(4, Arbitraries.just(0L)), Tuple.of(3, bits), Tuple.of(1, Combinators.combine(bits, bits).as((one, other) -> one ^ other)));
    }

    private static Arbitrary<VirtualAddress> addresses() {
        long[] offsets = {0, 0x4000, IMPLEMENTED_HALF - 1, IMPLEMENTED_HALF, REGION - IMPLEMENTED_HALF - 1, REGION - IMPLEMENTED_HALF, REGION - 1};
        return Combinators.combine(Pages.numbers(8), Pages.numbers(offsets.length)).as((region, which) -> new VirtualAddress((long) region << 61 | offsets[which]));
    }
}
