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
import vmmref.model.tlb.Stream;
import vmmref.model.translate.Instruction;
import vmmref.properties.arbitrary.Scenes;
import vmmref.spec.Translations;

/// What is wrong with the operands of an instruction that changes translations on the implementation [Scenes#NARROW], by masks typed from the manual's drawings.
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
}
