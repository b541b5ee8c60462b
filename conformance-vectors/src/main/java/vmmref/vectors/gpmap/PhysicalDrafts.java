/// References while not everything is translated: every setting of PSR.it, dt and rt for each kind of reference, with bit 63 and without; and what is behind pages.
package vmmref.vectors.gpmap;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;
import vmmref.properties.arbitrary.Scene;
import vmmref.vectors.format.Draft;

final class PhysicalDrafts {
    private static final int DT = 17;
    private static final int RT = 27;
    private static final int IT = 36;
    private static final long ADDRESS = 0x4040;
    private static final long UNCACHED = Long.MIN_VALUE;
    private static final int LOWEST = 3;
    /// Frames behind the page of the address, of its neighbour, and of the page that its translations lead to; a device, and then nothing.
    private static final NamedMap MAP = Cases.MAP.with(4, 5, 1).with(5, 9, 1).withDevice(6, 1, 1);

    private PhysicalDrafts() { }

    static Seq<Draft> all() {
        return settings().appendAll(behind()).appendAll(pieces()).appendAll(unimplemented());
    }

    private static Seq<Draft> settings() {
        return Vector.range(0, 8).flatMap(bits -> Cases.TYPES.flatMap(type -> Vector.of(0L, UNCACHED).flatMap(high -> Cases.LEVELS.map(level -> {
            Referring asked = asked(type, bits, level, high | ADDRESS);
            return Cases.draft("physical", "%s of %016x at level %d with PSR.it %d, dt %d, rt %d".formatted(RightsDrafts.name(type), high | ADDRESS, level, bits & 1, bits >> 1 & 1, bits >> 2), "PhysicalMode", asked, asked(type,
                bits ^ deciding(type), level, high | ADDRESS)).unlessFull(level == 0 && high == 0 || (bits + type.ordinal() + level) % 6 == 0);
        }))));
    }

    /// {@return the bit of a setting that decides whether a reference is translated}
    private static int deciding(ReferenceType type) {
        return type == ReferenceType.FETCH ? 1 : type.isOfStack() ? 4 : 2;
    }

    private static Referring asked(ReferenceType type, int bits, int level, long address) {
        Tlb tlb = Vector.of(0, 4).foldLeft(Tlb.EMPTY, (each, region) -> Vector.of(Stream.values()).foldLeft(each, (other, stream) -> other.withRegister(stream, region, Option.some(
            Translation.of(new VirtualAddress((long) region << 61 | 0x4000), 0x100 + region, new PageSize(14), Scene.KEY, Scene.ENTRY)))));
        Reference reference = type.isOfStack() ? Reference.stack(type, new VirtualAddress(address), level) : Cases.reference(type, address);
        return new Referring(Scene.MACHINE.withTlb(tlb), Memory.ZERO, MAP, Vector.of(reference)).psr(IT, (bits & 1) != 0).psr(DT, (bits & 2) != 0).psr(RT, (bits & 4) != 0).level(type.isOfStack() ? 0 : level);
    }

    /// The last bytes of the page and its neighbours: another frame, a device, nothing; translated and not.
    private static Seq<Draft> behind() {
        return Cases.TYPES.flatMap(type -> Vector.of(0x4fe0L, 0x5000L, 0x6008L, 0x7000L, 0x7000L | UNCACHED, 0x1000000000L).flatMap(address -> Cases.LEVELS.map(level ->
                Cases.draft("behind", "%s of %016x at level %d, nothing is translated".formatted(RightsDrafts.name(type), address, level), "GuestAbsent", asked(type, 0, level, address), asked(type, 0, level, ADDRESS)).unlessFull(level == 0 || RightsDrafts.isTelling(type) && address > 0x6000)))
            .appendAll(Vector.of(0x1230L, 0x1240L, 0x122cL).flatMap(page -> Cases.LEVELS.map(level ->
                Cases.draft("behind", "%s at level %d of a page that leads to page %x".formatted(RightsDrafts.name(type), level, page), "GuestAbsent", leading(type, level, page), Cases.sound(type, level)).unlessFull(level == 0 && page != 0x122c))))
            .append(Cases.draft("behind", "%s of a page that is a device".formatted(RightsDrafts.name(type)), "GuestAbsent", Cases.sound(type).with(Cases.MAP.withDevice(0x1234, 3, 4)), Cases.sound(type))));
    }

    private static Referring leading(ReferenceType type, int level, long page) {
        return Cases.sound(type, level).entry(Scene.ENTRY.with(49, 12, page));
    }

    /// What is not translated is composed of pieces as well: a reference beside another one.
    private static Seq<Draft> pieces() {
        Seq<Long> pages = Vector.of(0x4000L, 0x5000L, 0x3000L, 0x7000L, 0x6000L, 0x1234000L);
        Seq<ReferenceType> types = Vector.of(ReferenceType.LOAD, ReferenceType.FETCH, ReferenceType.STACK_STORE);
        Seq<Draft> alone = types.flatMap(type -> pages.flatMap(page -> Vector.of(0L, UNCACHED).map(high ->
            Cases.draft("physical-pieces", "%s of %016x, nothing is translated".formatted(RightsDrafts.name(type), high | page), "GuestPieces", asked(type, 0, 0, page).asking(at(type, high | page))))));
        return alone.appendAll(types.flatMap(type -> pages.flatMap(first -> pages.filter(other -> !other.equals(first) && first < 0x6000L && first != 0x3000L).flatMap(other -> Vector.of(0L, UNCACHED).map(high -> {
            Referring asked = asked(type, 0, 0, first).asking(at(type, first | 8), at(type, high | other));
            return Cases.draft("physical-pieces", "%s of %016x after one of %016x, nothing is translated".formatted(RightsDrafts.name(type), high | other, first), "GuestPieces", asked, asked(type, 0, 0, other).asking(at(type,
                high | other))).unlessFull(high == 0 && type != ReferenceType.STACK_STORE);
        })))));
    }

    private static Reference at(ReferenceType type, long address) {
        return Cases.reference(type, address);
    }

    /// Bits of a physical address above the implemented ones, and the highest one that every implementation has.
    private static Seq<Draft> unimplemented() {
        return Cases.TYPES.flatMap(type -> Vector.of(43, 44, 49, 50, 62).flatMap(bit -> Vector.of(0L, UNCACHED).map(high -> {
            Referring asked = asked(type, 0, 0, high | 1L << bit | ADDRESS);
            return Cases.draft("physical-high", "%s of %016x, nothing is translated".formatted(RightsDrafts.name(type), high | 1L << bit | ADDRESS), "UnimplementedAddress", bit == 62
                ? LinkedHashMap.of("pa", "<63") : Cases.ANYWHERE, asked).nearTo(asked(type, 0, 0, high | ADDRESS).stimulus()).unlessFull(high == 0 && (bit == 49 || bit == 50) && RightsDrafts.isTelling(type) || bit == 62 && type == ReferenceType.LOAD);
        })));
    }
}
