package vmmref.vmm.patch;

import static vmmref.spec.PatchedPages.COPY_RELEASED;

import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.spec.PatchedPages;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.recognize.Place;

/// The pages of the monitor for copies of code.
///
/// @param first  where they begin, a multiple of 4 KB
/// @param number how many there are
/// @param made   the copies that there are, the oldest first
public record Copies(PhysicalAddress first, int number, Map<Alias, Copy> made) {
    private static final PageSize PAGE = new PageSize(GuestMap.PAGE_LOG2);

    /// {@return room for copies}
    ///
    /// @param from the first address that is free
    public static Copies of(PhysicalAddress from, int number) {
        return new Copies(new PhysicalAddress(from.bits() + GuestMap.PAGE - 1 & -GuestMap.PAGE), number, LinkedHashMap.empty());
    }

    /// {@return the first address behind them}
    public PhysicalAddress end() {
        return at(number);
    }

    /// {@return where a copy lies}
    public PhysicalAddress at(Copy copy) {
        return at(copy.number());
    }

    private PhysicalAddress at(int page) {
        return new PhysicalAddress(first.bits() + page * GuestMap.PAGE);
    }

    public Option<Copy> of(Alias alias) {
        return made.get(alias);
    }

    /// {@return the copy to which pieces lead from a page}
    ///
    /// @param rid of the host
    public Option<Copy> executed(int rid, VirtualAddress page) {
        return made.find(each -> each._1.page().equals(page) && each._2.rids().contains(rid)).map(each -> each._2);
    }

    /// {@return whether a frame has copies}
    public boolean has(long frame) {
        return made.keySet().exists(alias -> alias.frame() == frame);
    }

    public boolean isFull() {
        return made.size() == number;
    }

    /// {@return what was copied first; there is a copy}
    public Alias oldest() {
        return made.head()._1;
    }

    /// {@return the same with a copy in the first page that is free}
    public Copies with(Alias alias, Set<Place> breaks) {
        Set<Integer> used = made.values().map(Copy::number).toSet();
        return with(made.put(alias, Copy.of(Vector.range(0, number).find(page -> !used.contains(page)).get(), breaks)));
    }

    /// {@return the same after a piece may lead to a copy}
    ///
    /// @param rid of the host
    public Copies leading(Alias alias, int rid) {
        return with(made.replaceValue(alias, made.get(alias).get().with(rid)));
    }

    /// {@return the same after no piece of a range leads to a copy; those to which none leads are gone}
    ///
    /// @param rid of the host
    @PatchedPages.Rule(COPY_RELEASED)
    public Copies without(int rid, VirtualAddress address, PageSize range) {
        return with(made.map((alias, copy) -> Tuple.of(alias, overlaps(alias.page(), address, range) ? copy.without(rid) : copy)).filterValues(copy -> !copy.rids().isEmpty()));
    }

    private static boolean overlaps(VirtualAddress page, VirtualAddress address, PageSize range) {
        long common = range.mask() | PAGE.mask();
        return page.region() == address.region() && (page.offset() & ~common) == (address.offset() & ~common);
    }

    /// {@return the same after nothing in the hardware leads anywhere}
    public Copies emptied() {
        return with(LinkedHashMap.empty());
    }

    private Copies with(Map<Alias, Copy> changed) {
        return new Copies(first, number, changed);
    }
}
