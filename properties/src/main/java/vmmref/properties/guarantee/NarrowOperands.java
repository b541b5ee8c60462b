package vmmref.properties.guarantee;

import static vmmref.spec.Translations.ATTRIBUTE_RESERVED;
import static vmmref.spec.Translations.COLLECTION_ENABLED;
import static vmmref.spec.Translations.FIELD_RESERVED;
import static vmmref.spec.Translations.FIELD_UNIMPLEMENTED;
import static vmmref.spec.Translations.INDEX_ABSENT;
import static vmmref.spec.Translations.OPERAND_UNIMPLEMENTED;
import static vmmref.spec.Translations.PAGE_SIZE_UNSUPPORTED;

import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.Itir;
import vmmref.model.tlb.Stream;
import vmmref.model.translate.Instruction;
import vmmref.properties.arbitrary.Operations;
import vmmref.properties.arbitrary.Pages;
import vmmref.properties.arbitrary.Scenes;
import vmmref.spec.Translations;

/// Operands of the instructions that change translations, and what is wrong with them on the implementation [Scenes#NARROW], by masks typed from the manual's drawings.
final class NarrowOperands {
    private static final Set<Long> SIZES = HashSet.of(12L, 13L, 14L, 16L, 18L, 20L, 22L, 24L, 26L, 28L);
    private static final int ITRS = 8;
    private static final int DTRS = 12;
    private static final int PKRS = 16;
    private static final long IMPLEMENTED_HALF = 1L << 50;
    private static final long REGION = 1L << 61;

    private NarrowOperands() { }

    /// {@return what is wrong with an instruction of level 0, in the order of the manual's pages; of reserved fields those that are reserved in every implementation first}
    static Option<Translations> wrong(Instruction instruction, boolean collected) {
        return switch (instruction) {
            case Instruction.InsertCache itc -> when(collected, COLLECTION_ENABLED).orElse(inserted(itc));
            case Instruction.InsertRegister(var stream, var r3, var r2, var ifa, var itir) -> when(collected, COLLECTION_ENABLED)
                .orElse(when((r3.bits() & 0xff) >= (stream == Stream.INSTRUCTION ? ITRS : DTRS), INDEX_ABSENT))
                .orElse(inserted((Instruction.Insertion) instruction));
            case Instruction.Purge(var type, var r3, var r2) -> address(r3.bits());
            case Instruction.PurgeAll(var r3) -> Option.none();
            case Instruction.MoveRegion(var r3, var r2) -> when(!SIZES.contains(r2.bits() >> 2 & 63), PAGE_SIZE_UNSUPPORTED)
                .orElse(bits(r2.bits(), "63:32 1", FIELD_RESERVED))
                .orElse(bits(r2.bits(), "31:26", FIELD_UNIMPLEMENTED));
            case Instruction.MoveKey(var r3, var r2) -> when((r3.bits() & 0xff) >= PKRS, INDEX_ABSENT)
                .orElse(bits(r2.bits(), "63:32 7:4", FIELD_RESERVED))
                .orElse(bits(r2.bits(), "31:26", FIELD_UNIMPLEMENTED));
        };
    }

    private static Option<Translations> inserted(Instruction.Insertion insertion) {
        long entry = insertion.r2().bits();
        long itir = insertion.itir().bits();
        return when(!SIZES.contains(itir >> 2 & 63), PAGE_SIZE_UNSUPPORTED)
            .orElse(bits(itir, "1:0", FIELD_RESERVED))
            .orElse((entry & 1) == 0 ? Option.none() : present(entry, itir))
            .orElse(address(insertion.ifa().bits()));
    }

    private static Option<Translations> present(long entry, long itir) {
        return bits(itir, "63:32", FIELD_RESERVED)
            .orElse(bits(entry, "51:50 1", FIELD_RESERVED))
            .orElse(when(HashSet.of(1L, 2L, 3L).contains(entry >> 2 & 7), ATTRIBUTE_RESERVED))
            .orElse(bits(entry, "49:44", FIELD_UNIMPLEMENTED))
            .orElse(bits(itir, "31:26", FIELD_UNIMPLEMENTED));
    }

    /// Implemented are the lower and the upper 2^50 addresses of a region.
    private static Option<Translations> address(long address) {
        long offset = Long.remainderUnsigned(address, REGION);
        return when(IMPLEMENTED_HALF <= offset && offset < REGION - IMPLEMENTED_HALF, OPERAND_UNIMPLEMENTED);
    }

    private static Option<Translations> bits(long word, String ranges, Translations clause) {
        return when((word & BitRange.mask(ranges)) != 0, clause);
    }

    private static Option<Translations> when(boolean wrong, Translations clause) {
        return Option.when(wrong, clause);
    }

    /// {@return instructions whose operands are in order but for a bit or two, or a number or an address}
    static Arbitrary<Instruction> instructions() {
        return Combinators.combine(Operations.instructions(), noise(), noise(), addresses(), Arbitraries.of(0, 5, 7, 8, 11, 12, 15, 16, 128)).as(NarrowOperands::spoilt);
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
        return GeneralValue.of(r2.bits() & ~BitRange.mask("49:44") ^ noise);
    }

    private static Itir itir(Itir itir, long noise) {
        return new Itir(itir.bits() & ~BitRange.mask("31:26") ^ noise);
    }

    private static Arbitrary<Long> noise() {
        Arbitrary<Long> bits = Arbitraries.oneOf(Pages.numbers(8), Pages.numbers(64), Arbitraries.of(2, 3, 26, 31, 44, 49)).map(bit -> 1L << bit);
        return Arbitraries.frequencyOf(Tuple.of(4, Arbitraries.just(0L)), Tuple.of(3, bits), Tuple.of(1, Combinators.combine(bits, bits).as((one, other) -> one ^ other)));
    }

    /// {@return addresses that are implemented, some of them just so, or just not}
    private static Arbitrary<VirtualAddress> addresses() {
        long[] offsets = {0, 0x4000, IMPLEMENTED_HALF - 1, IMPLEMENTED_HALF, REGION - IMPLEMENTED_HALF - 1, REGION - IMPLEMENTED_HALF, REGION - 1};
        return Combinators.combine(Pages.numbers(8), Pages.numbers(offsets.length)).as((region, which) -> new VirtualAddress((long) region << 61 | offsets[which]));
    }
}
