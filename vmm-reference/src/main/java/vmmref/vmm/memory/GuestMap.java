package vmmref.vmm.memory;

import static vmmref.spec.Guests.MEMORY_MAPPED;
import static vmmref.spec.Guests.PIECE_CONTIGUOUS;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Comparator;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.spec.Guests;

/// What is behind each page of a guest's memory: a partial function, from guest-physical pages to frames of the host and to devices.
///
/// @param runs pages that follow each other, with what is behind them, in the order of their pages; none overlaps another, and none could be one with the next
public record GuestMap(Vector<Run> runs) {
    /// The bytes of a page.
    public static final int PAGE = 1 << GuestMap.PAGE_LOG2;
    /// The logarithm of the bytes of a page, the smallest that every machine has.
    public static final int PAGE_LOG2 = 12;

    private static final Backing NOBODY = new Backing.Device(0, 0);

    public static final GuestMap EMPTY = new GuestMap(Vector.empty());

    /// Pages that follow each other, as what is behind them does.
    ///
    /// @param first  the number of the first page
    /// @param number how many they are, at least one
    public record Run(long first, long number, Backing backing) {
        public Run {
            if (first < 0 || number < 1) throw new IllegalArgumentException(number + " pages from page " + first + " on");
        }

        long end() {
            return first + number;
        }

        private boolean holds(long page) {
            return page >= first && page < end();
        }

        /// {@return what is left of it outside some pages}
        private Seq<Run> without(long from, long to) {
            Option<Run> before = Option.when(first < from, () -> new Run(first, Math.min(end(), from) - first, backing));
            Option<Run> behind = Option.when(end() > to, () -> new Run(Math.max(first, to), end() - Math.max(first, to), backing.later(Math.max(first, to) - first)));
            return Vector.ofAll(before).appendAll(behind);
        }

        private boolean goesOn(Run next) {
            return end() == next.first && backing.later(number).equals(next.backing);
        }
    }

    /// {@return what is behind a page, if anything is}
    public Option<Backing> at(GuestPhysicalAddress address) {
        return run(address.page()).map(run -> run.backing().later(address.page() - run.first()));
    }

    /// {@return the address of the host behind one of the guest; none where no frame is}
    @Guests.Rule(MEMORY_MAPPED)
    public Option<PhysicalAddress> host(GuestPhysicalAddress address) {
        return at(address).flatMap(backing -> backing instanceof Backing.Frames(var first) ? Option.some(new PhysicalAddress(first.bits() + address.bits() % PAGE)) : Option.none());
    }

    /// {@return the guest-physical addresses behind which an address of the host is}
    public Seq<PhysicalAddress> behind(PhysicalAddress host) {
        return runs.flatMap(run -> run.backing() instanceof Backing.Frames(var first) && Long.compareUnsigned(host.bits() - first.bits(), run.number() * PAGE) < 0
            ? Option.some(new PhysicalAddress(run.first() * PAGE + host.bits() - first.bits())) : Option.none());
    }

    /// {@return the guest-physical addresses behind which a register of a device is}
    public Seq<PhysicalAddress> behind(int device, PhysicalAddress register) {
        return runs.flatMap(run -> run.backing() instanceof Backing.Device(int number, long page) && number == device && Long.compareUnsigned(register.bits() - page * PAGE, run.number() * PAGE) < 0
            ? Option.some(new PhysicalAddress((run.first() - page) * PAGE + register.bits())) : Option.none());
    }

    /// {@return the largest of some sizes such that the page of this size that holds an address lies in frames that follow each other, of which the first begins at a multiple of the size; none where no frame is}
    ///
    /// @param sizes that can be inserted; the smallest page is one of them
    @Guests.Rule(PIECE_CONTIGUOUS)
    public Option<PageSize> piece(GuestPhysicalAddress address, Seq<PageSize> sizes) {
        return run(address.page()).flatMap(run -> sizes.filter(size -> isContiguous(run, address, size)).maxBy(PageSize::log2));
    }

    private static boolean isContiguous(Run run, GuestPhysicalAddress address, PageSize size) {
        long first = (address.bits() & ~size.mask()) / PAGE;
        long pages = size.bytes() / PAGE;
        return first >= run.first() && first + pages <= run.end() && run.backing().later(first - run.first()) instanceof Backing.Frames(var start) && (start.bits() & size.mask()) == 0;
    }

    /// {@return the same with something else behind pages that follow each other}
    public GuestMap with(Run run) {
        GuestMap emptied = without(run.first(), run.number());
        int at = emptied.behind(run.first());
        Option<Run> before = Option.when(at > 0, () -> emptied.runs.get(at - 1)).filter(each -> each.goesOn(run));
        Option<Run> next = Option.when(at < emptied.runs.size(), () -> emptied.runs.get(at)).filter(run::goesOn);
        long first = before.map(Run::first).getOrElse(run.first());
        Run whole = new Run(first, next.map(Run::end).getOrElse(run.end()) - first, before.map(Run::backing).getOrElse(run.backing()));
        return new GuestMap(emptied.runs.take(before.isDefined() ? at - 1 : at).append(whole).appendAll(emptied.runs.drop(next.isDefined() ? at + 1 : at)));
    }

    /// {@return the same with nothing behind pages that follow each other, as when their frames are taken from the guest}
    public GuestMap without(long first, long number) {
        int from = Math.max(0, behind(first) - 1);
        int to = behind(first + number);
        return new GuestMap(runs.take(from).appendAll(runs.slice(from, to).flatMap(run -> run.without(first, first + number))).appendAll(runs.drop(to)));
    }

    /// {@return how many runs begin at a page or before it}
    private int behind(long page) {
        int found = runs.search(new Run(page, 1, NOBODY), Comparator.comparing(Run::first));
        return found < 0 ? -found - 1 : found + 1;
    }

    private Option<Run> run(long page) {
        int before = behind(page) - 1;
        return Option.when(before >= 0, () -> runs.get(before)).filter(run -> run.holds(page));
    }
}
