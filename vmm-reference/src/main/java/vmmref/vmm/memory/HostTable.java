package vmmref.vmm.memory;

import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;

/// The page table of the host, in the long format: entries that the hardware's walker reads, and behind them spare ones that hang from those by links, which it does not know.
///
/// @param frames   where it lies
/// @param sizeLog2 the logarithm of the bytes that the walker reads, 15 to 28
/// @param spares   how many spare entries there are
/// @param used     how many of them hang from others; they stay there, whether they are valid or not
/// @param held     which pages of [GuestMap#PAGE] bytes have entries, by region identifier of the host: the number of the page in its region
public record HostTable(PhysicalAddress frames, int sizeLog2, int spares, int used, Map<Integer, Set<Long>> held) {
    /// The logarithm of the bytes of an entry.
    public static final int ENTRY_LOG2 = 5;
    private static final int LEAST = 15;
    private static final int MOST = 28;

    public HostTable {
        if (sizeLog2 < LEAST || sizeLog2 > MOST) throw new IllegalArgumentException("the table has 2^15 to 2^28 bytes, not 2^" + sizeLog2);
        if (frames.bits() % (1L << sizeLog2) != 0) throw new IllegalArgumentException("a table of 2^" + sizeLog2 + " bytes does not lie at " + frames);
    }

    /// {@return a table without entries}
    public static HostTable of(PhysicalAddress frames, int sizeLog2, int spares) {
        return new HostTable(frames, sizeLog2, spares, 0, HashMap.empty());
    }

    /// {@return the first address behind it}
    public PhysicalAddress end() {
        return entry(number() + spares);
    }

    /// {@return a map, of which no frame is the monitor's}
    ///
    /// @param end the first address behind what the monitor has behind the table
    /// @throws IllegalArgumentException if one is
    public GuestMap apart(GuestMap map, PhysicalAddress end) {
        long last = end.bits();
        map.runs().find(run -> run.backing() instanceof Backing.Frames(var first) && first.bits() < last && first.bits() + run.number() * GuestMap.PAGE > frames.bits())
            .forEach(run -> { throw new IllegalArgumentException("the frames of " + run + " are the monitor's, whose page table lies at " + frames + " to " + end); });
        return map;
    }

    /// {@return how many entries the walker knows}
    public int number() {
        return 1 << sizeLog2 - ENTRY_LOG2;
    }

    /// {@return where an entry lies; the spare ones follow those of the walker}
    public PhysicalAddress entry(int number) {
        return new PhysicalAddress(frames.bits() + ((long) number << ENTRY_LOG2));
    }

    /// {@return the pages of a range that have entries}
    public Seq<Long> held(int rid, VirtualAddress address, PageSize range) {
        Set<Long> all = held.getOrElse(rid, HashSet.empty());
        long first = (address.offset() & ~range.mask()) / GuestMap.PAGE;
        long pages = range.bytes() / GuestMap.PAGE;
        return pages < all.size() ? Vector.rangeBy(first, first + pages, 1).filter(all::contains) : all.filter(page -> page >= first && page < first + pages).toVector();
    }

    /// {@return the same with an entry for a page}
    public HostTable holding(int rid, long page) {
        return with(held.put(rid, held.getOrElse(rid, HashSet.empty()).add(page)));
    }

    /// {@return the same without an entry for a page}
    public HostTable lacking(int rid, long page) {
        return with(held.put(rid, held.getOrElse(rid, HashSet.empty()).remove(page)));
    }

    /// {@return the same with one more spare entry in use}
    public HostTable linked() {
        return new HostTable(frames, sizeLog2, spares, used + 1, held);
    }

    private HostTable with(Map<Integer, Set<Long>> changed) {
        return new HostTable(frames, sizeLog2, spares, used, changed);
    }
}
