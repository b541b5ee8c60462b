package vmmref.vmm.patch;

import static vmmref.spec.PatchedPages.COPY_RELEASED;

import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Predicate;
import vmmref.model.machine.Position;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.spec.PatchedPages;
import vmmref.vmm.memory.GuestMap;

/// The pages of the monitor for copies of code.
///
/// @param first  where they begin, a multiple of 4 KB
/// @param number how many there are
/// @param stubs  the room for stubs, behind them
/// @param made   the copies that there are, the oldest first
public record Copies(PhysicalAddress first, int number, Stubs stubs, Map<Alias, Copy> made) {
    private static final int BUNDLE = 16;
    private static final PageSize PAGE = new PageSize(GuestMap.PAGE_LOG2);

    /// {@return room for copies}
    ///
    /// @param from     the first address that is free
    /// @param window   where stubs are executed
    /// @param sizeLog2 the logarithm of the bytes for stubs; 0 if there are none
    public static Copies of(PhysicalAddress from, int number, VirtualAddress window, int sizeLog2) {
        PhysicalAddress first = aligned(from, GuestMap.PAGE);
        return new Copies(first, number, new Stubs(aligned(new PhysicalAddress(first.bits() + number * GuestMap.PAGE), 1L << sizeLog2), window, sizeLog2), LinkedHashMap.empty());
    }

    private static PhysicalAddress aligned(PhysicalAddress address, long size) {
        return new PhysicalAddress(address.bits() + size - 1 & -size);
    }

    /// {@return the first address behind them}
    public PhysicalAddress end() {
        return stubs.end();
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

    /// {@return where stubs can be}
    ///
    /// @param ed whether speculative loads in them are deferred
    public Seq<VirtualAddress> free(boolean ed) {
        return stubs.free(made.values().flatMap(copy -> copy.detours().values()).map(detour -> stubs.physical(detour.at())).toSet(), ed);
    }

    /// A bundle of a guest and the stub that stands for it.
    ///
    /// @param alias to which the bundle belongs
    public record Detoured(Alias alias, VirtualAddress bundle, Detour detour) { }

    /// {@return the bundle for which a stub stands}
    ///
    /// @param in a bundle of it
    public Option<Detoured> detoured(VirtualAddress in) {
        return stubs.has(in) ? made.toVector().flatMap(each -> detoured(each._1, each._2)).find(each -> each.detour().has(in)) : Option.none();
    }

    /// {@return where a guest is: in code of its own, also while it executes a stub}
    ///
    /// @param at where the machine is
    public Position ofGuest(Position at) {
        return detoured(at.bundle()).map(in -> in.detour().next(at.bundle(), at.slot()).map(slot -> new Position(in.bundle(), slot, Option.none())).getOrElse(() -> Position.at(in.bundle().bits() + BUNDLE))).getOrElse(at);
    }

    private static Seq<Detoured> detoured(Alias alias, Copy copy) {
        return copy.detours().toVector().map(each -> new Detoured(alias, new VirtualAddress(alias.page().bits() + (long) each._1 * BUNDLE), each._2));
    }

    /// {@return a bundle that is a branch to a stub}
    ///
    /// @param rid of the host
    public Option<Detoured> entry(int rid, VirtualAddress bundle) {
        return made.find(each -> each._2.rids().contains(rid) && each._1.page().bits() == (bundle.bits() & -GuestMap.PAGE)).flatMap(each -> detoured(each._1, each._2).find(detoured -> detoured.bundle().equals(bundle)));
    }

    /// {@return the stub that is executed in place of a bundle}
    ///
    /// @param rid of the host
    public Option<Detour> detour(int rid, VirtualAddress bundle) {
        return entry(rid, bundle).map(Detoured::detour);
    }

    /// {@return the copies of a virtual processor that have stubs of some kind}
    public Map<Alias, Copy> detouring(int processor, Predicate<Detour> which) {
        return made.filter((alias, copy) -> alias.processor() == processor && copy.detours().values().exists(which));
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
    public Copies with(Alias alias, Patched patched) {
        Set<Integer> used = made.values().map(Copy::number).toSet();
        return with(made.put(alias, Copy.of(Vector.range(0, number).find(page -> !used.contains(page)).get(), patched)));
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
        return new Copies(first, number, stubs, changed);
    }
}
