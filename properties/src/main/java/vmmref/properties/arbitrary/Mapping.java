package vmmref.properties.arbitrary;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import vmmref.model.memory.PhysicalAddress;
import vmmref.vmm.memory.Backing;
import vmmref.vmm.memory.GuestMap;

/// How a map of 64 pages came to be: pages were given and taken, one after the other.
///
/// @param changes the first first
public record Mapping(Seq<Mapping.Change> changes) {
    /// How many pages there are.
    public static final int PAGES = 64;

    /// Pages that follow each other get something behind them, or lose it.
    ///
    /// @param first   the number of the first page
    /// @param number  how many
    /// @param backing what is behind the first one, and so on; none if it is taken
    public record Change(int first, int number, Option<Backing> backing) {
        GuestMap in(GuestMap map) {
            return backing.map(behind -> map.with(new GuestMap.Run(first, number, behind))).getOrElse(() -> map.without(first, number));
        }

        Map<Integer, Backing> in(Map<Integer, Backing> pages) {
            return Vector.range(first, first + number).foldLeft(pages, (each, page) -> backing.isDefined() ? each.put(page, behind(page - first)) : each.remove(page));
        }

        /// {@return what is behind a page of them, told by numbers}
        private Backing behind(int later) {
            return switch (backing.get()) {
                case Backing.Frames(var frame)             -> new Backing.Frames(new PhysicalAddress(frame.bits() + later * 0x1000L));
                case Backing.Device(int number, long page) -> new Backing.Device(number, page + later);
            };
        }
    }

    /// {@return the map}
    public GuestMap map() {
        return changes.foldLeft(GuestMap.EMPTY, (map, change) -> change.in(map));
    }

    /// {@return what is behind each page, page by page}
    public Map<Integer, Backing> pages() {
        Map<Integer, Backing> none = HashMap.empty();
        return changes.foldLeft(none, (pages, change) -> change.in(pages));
    }

    /// {@return mappings of up to ten changes: frames lie where others go on, or nearly}
    public static Arbitrary<Mapping> any() {
        Arbitrary<Integer> pages = Arbitraries.integers().between(0, PAGES - 1);
        Arbitrary<Integer> numbers = Arbitraries.of(1, 1, 2, 3, 4, 8, 16, 32, 64);
        Arbitrary<Integer> kinds = Arbitraries.of(0, 0, 0, 0, 0, 1, 2);
        Arbitrary<Integer> shifts = Arbitraries.of(0, 0, 0, 1, 4, 16);
        return Combinators.combine(pages, numbers, kinds, shifts).as(Mapping::change).list().ofMinSize(1).ofMaxSize(10).map(changes -> new Mapping(Vector.ofAll(changes)));
    }

    private static Change change(int page, int number, int kind, int shift) {
        int first = page / number * number;
        int length = Math.min(number, PAGES - first);
        return switch (kind) {
            case 0  -> new Change(first, length, Option.some(new Backing.Frames(new PhysicalAddress((0x100000L + first + shift) * GuestMap.PAGE))));
            case 1  -> new Change(first, length, Option.some(new Backing.Device(shift, first)));
            default -> new Change(first, length, Option.none());
        };
    }
}
