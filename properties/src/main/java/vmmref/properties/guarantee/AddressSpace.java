package vmmref.properties.guarantee;

import io.vavr.collection.HashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.UnaryOperator;
import vmmref.model.bundle.Unit;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.register.GeneralValue;
import vmmref.model.tlb.Stream;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Freedom;
import vmmref.properties.arbitrary.Started;
import vmmref.spec.Translations;
import vmmref.spec.Walks;

/// Eight pages beside each other, whose entries stand in a page table in memory; a program that refers to them, and what it has read and written so far.
///
/// @param subject  which executes it
/// @param machine  which walks the table
/// @param pages    the first to the eighth
/// @param memory   what was written, by physical address
/// @param walks    how many walks found an entry
/// @param evicted  how many translations made room
record AddressSpace(Subject subject, Machine machine, Seq<Tabled> pages, HashMap<Long, Long> memory, int walks, int evicted) {
    static final int PAGES = 8;

    private static final long FRAMES = 1L << 32;
    private static final int IFA = 20;
    private static final int ITIR = 21;

    /// A reference of eight bytes.
    ///
    /// @param page    0 to 7
    /// @param stores  whether it writes
    /// @param handled whether a handler inserts what is missing where a walk was given up; otherwise the walk is made another time
    public record Touch(int page, boolean stores, boolean handled, Choice choice) { }

    /// {@return the program before its first reference: nothing is in the cache of the data stream, and the page of the table is in a register}
    static AddressSpace of(Subject subject, Started start, Tabled one) {
        Seq<Tabled> pages = Vector.range(0, PAGES).map(number -> new Tabled(one.isLong(), one.size(), one.room(), one.start(), one.region(), one.rid(), (one.page() & -PAGES) + number, one.within()));
        Machine plain = start.machine().withPsr(start.psr().with(1, false).with(18, false));
        Machine tabled = pages.head().machine(plain);
        Machine filled = pages.foldLeft(tabled, (machine, page) -> page.holding(machine, words(page)));
        return new AddressSpace(subject, filled.withPsr(filled.psr().with(36, false)), pages, HashMap.empty(), 0, 0);
    }

    /// {@return the entry of a page: the eight pages lie in memory in the opposite order}
    private static Seq<Long> words(Tabled page) {
        long entry = FRAMES + ((long) (PAGES - 1 - page.page() % PAGES) << page.size()) | Tabled.SOUND;
        return page.isLong() ? Vector.of(entry, itir(page), page.tag()) : Vector.of(entry);
    }

    private static long itir(Tabled page) {
        return (page.isLong() ? Tabled.OWN_KEY : page.rid()) * 256L + page.size() * 4;
    }

    private static long physical(Tabled page) {
        return FRAMES + ((long) (PAGES - 1 - page.page() % PAGES) << page.size()) + Math.floorMod(page.address(), 1L << page.size());
    }

    /// {@return the program after another reference, which has reached what the table says, after a miss that was dealt with}
    AddressSpace after(Touch touch, long value) {
        Tabled page = pages.get(touch.page());
        Machine ready = Prepared.with(Prepared.with(Took.at(machine, Unit.M, touch.stores() ? "st8 [r9]=r10" : "ld8 r8=[r9]"), 9, page.address()), 10, value);
        return switch (Observed.observed(subject.step(ready, touch.choice()))) {
            case Executed.Done done                      -> done(ready, done, page, touch.stores() ? Option.some(value) : Option.none());
            case Executed.Raised(var fault, var because) -> {
                if (fault.kind() != Interruption.DATA_TLB || !touch.choice().takes(Freedom.WALKER)) throw new AssertionError(fault + " for " + touch);
                yield (touch.handled() ? handled(page, touch.choice()) : this).after(new Touch(touch.page(), touch.stores(), false, keeping(touch.choice())), value);
            }
            case Executed other                          -> throw new AssertionError(other + " for " + touch);
        };
    }

    /// {@return the choice without freedoms that have a translation missed}
    private static Choice keeping(Choice choice) {
        return Choice.of(choice.taken().filter(freedom -> freedom == Freedom.EVICTION));
    }

    /// {@return the program after a handler has inserted what the table says of a page}
    private AddressSpace handled(Tabled page, Choice choice) {
        Machine quiet = machine.withPsr(machine.psr().with(13, false).withCpl(0)).withPosition(Position.at(Started.CODE));
        Machine ready = new Place.Control(IFA).with(new Place.Control(ITIR).with(Prepared.with(Took.at(quiet, Unit.M, "itc.d r10"), 10, words(page).head()), itir(page)), page.address());
        if (!(Observed.observed(subject.step(ready, keeping(choice))) instanceof Executed.Done done)) throw new AssertionError("the handler inserts nothing for " + page);
        return inserted(ready, done, memory, changed -> changed.withPsr(machine.psr()));
    }

    private AddressSpace done(Machine ready, Executed.Done done, Tabled page, Option<Long> stored) {
        long at = physical(page);
        AddressSpace after = inserted(ready, done, stored.map(value -> memory.put(at, value)).getOrElse(memory), changed -> changed);
        if (stored.isEmpty() && !new Place.General(8).of(after.machine).equals(GeneralValue.of(memory.getOrElse(at, 0L)))) throw new AssertionError("the load of " + page + " has another value");
        return after;
    }

    private AddressSpace inserted(Machine ready, Executed.Done done, HashMap<Long, Long> written, UnaryOperator<Machine> back) {
        Machine after = back.apply(ready.with(done.effects())).withPosition(Position.at(Started.CODE));
        return new AddressSpace(subject, after, pages, written, walks + done.effects().writes().count(write -> write.because() == Walks.WALK_INSERTED),
            evicted + done.effects().writes().count(write -> write.because() == Translations.CACHE_ENTRY_EVICTED));
    }

    /// {@return how many translations are in the cache of the data stream}
    int cached() {
        return machine.addressing().tlb().cached(Stream.DATA).size();
    }

    /// {@return the words that memory holds where the program may have written}
    Seq<Long> words() {
        return pages.map(page -> machine.memory().read(new PhysicalAddress(physical(page)), 8));
    }

    /// {@return the words that the program has written, or 0}
    Seq<Long> written() {
        return pages.map(page -> memory.getOrElse(physical(page), 0L));
    }
}
