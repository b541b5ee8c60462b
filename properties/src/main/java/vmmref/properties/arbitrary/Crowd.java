package vmmref.properties.arbitrary;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.function.UnaryOperator;
import vmmref.model.machine.Addressing;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.RegionRegisters;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Translation;

/// Translations, and region registers several of which hold the same identifier. [Pages#crowds()] makes them.
///
/// @param held    may overlap, and name one register twice
/// @param regions of the same few identifiers as the translations
public record Crowd(Seq<Held> held, RegionRegisters regions) {
    private static final int COLLECTION = 13;

    /// {@return a machine at level 0 that translates everything and holds these, with the status register of [Scene#MACHINE]}
    public Addressing machine() {
        return Scene.MACHINE.withRegions(regions).withTlb(Held.tlb(held));
    }

    /// {@return the same machine while interruptions are not collected, so that it takes insertions}
    public Addressing uncollected() {
        return machine().withPsr(machine().psr().with(COLLECTION, false));
    }

    /// {@return the numbers of the regions with an identifier}
    public Seq<Integer> regionsOf(int rid) {
        return Vector.range(0, RegionRegisters.NUMBER).filter(number -> regions.get(number).identifier() == rid);
    }

    /// {@return the first and the last address of each page, and one before and one after, in every region of its identifier and in one other; offsets wrap}
    public Seq<VirtualAddress> boundaries() {
        return held.map(Held::translation).flatMap(page -> regionsOf(page.rid()).append(page.page().region())
            .flatMap(region -> around(page).map(address -> in(region, address))));
    }

    private static Seq<Long> around(Translation page) {
        long first = page.page().bits();
        long last  = first + page.size().bytes() - 1;
        return Vector.of(first, last, first - 1, last + 1);
    }

    /// {@return another address moved into a page that a word selects, to the first region of its identifier if there is one; one time in six, and where nothing is held, where it was}
    public VirtualAddress aimed(VirtualAddress other, long word) {
        if (held.isEmpty() || Long.remainderUnsigned(word, 6) == 0) return other;
        Translation page = held.get((int) Long.remainderUnsigned(word >> 8, held.size())).translation();
        long offset = page.page().bits() + (other.bits() & page.size().mask());
        return in(regionsOf(page.rid()).headOption().getOrElse(other.region()), offset);
    }

    /// {@return the crowd with each entry changed}
    public Crowd map(UnaryOperator<Held> change) {
        return new Crowd(held.map(change), regions);
    }

    /// {@return what a stream holds of it}
    public Crowd of(Stream stream) {
        return new Crowd(held.filter(each -> each.stream() == stream), regions);
    }

    /// {@return the address with the offset of another in a region}
    public static VirtualAddress in(int region, long address) {
        return new VirtualAddress((long) region << VirtualAddress.OFFSET_WIDTH | address & (1L << VirtualAddress.OFFSET_WIDTH) - 1);
    }
}
