package vmmref.model.translate;

import static vmmref.spec.Walks.ENTRY_ORDERED;
import static vmmref.spec.Walks.ENTRY_REFUSED;
import static vmmref.spec.Walks.ENTRY_UNREADABLE;
import static vmmref.spec.Walks.ENTRY_UNTRANSLATED;
import static vmmref.spec.Walks.LONG_ENTRY_READ;
import static vmmref.spec.Walks.SHORT_ENTRY_READ;
import static vmmref.spec.Walks.TAG_MISMATCHED;
import static vmmref.spec.Walks.WALKER_ENABLED;
import static vmmref.spec.Walks.WALK_ABORTED;
import static vmmref.spec.Walks.WALK_INSERTED;
import static vmmref.spec.Walks.WALK_OVERLAPPED;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import vmmref.model.machine.Addressing;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Place;
import vmmref.model.memory.Memory;
import vmmref.model.memory.MemoryAttribute;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.model.protect.Access;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.IndirectRegisters.Watch;
import vmmref.model.register.Itir;
import vmmref.model.register.Psr;
import vmmref.model.tlb.Entry;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Translation;
import vmmref.model.word.Bits;
import vmmref.spec.Walks;

/// The hardware that walks the page table for references without a translation. A wrong walker is this record with one answer replaced.
///
/// @param hashing  how entries in the long format are found
/// @param enabling when it walks
/// @param tagging  whether an entry in the long format is that of a page
/// @param reading  what an entry in the long format says
public record Walker(Hashing hashing, Enabling enabling, Tagging tagging, Reading reading) {
    private static final int WORD = 8;
    /// DCR.be.
    private static final int BE = 1;

    /// What walks are for.
    public enum Side {
        FETCH, DATA,
        /// References of the register stack.
        STACK;

        static Side of(ReferenceType type) {
            return type == ReferenceType.FETCH ? FETCH : type.isOfStack() ? STACK : DATA;
        }

        boolean isTranslated(Psr psr) {
            return switch (this) {
                case FETCH -> psr.it() && psr.dt() && psr.ic();
                case DATA  -> psr.dt();
                case STACK -> psr.dt() && psr.rt();
            };
        }
    }

    /// The question whether the walker walks for an address.
    @FunctionalInterface
    public interface Enabling {
        boolean isEnabled(Addressing machine, VirtualAddress address, Side side);
    }

    /// The question whether the third word of an entry is the tag of a page.
    @FunctionalInterface
    public interface Tagging {
        boolean isTagged(long word, long tag);
    }

    /// The question what an entry in the long format asks to insert for a table's address.
    @FunctionalInterface
    public interface Reading {
        /// {@return the insertion}
        ///
        /// @param first  word of the entry
        /// @param second word of the entry
        Instruction.InsertCache insertion(Stream stream, PageTable table, long first, long second);
    }

    /// {@return the walker of an implementation, as the architecture states it}
    public static Walker architected(Profile profile) {
        return new Walker(Hashing.of(profile), Walker::isEnabled, Walker::isTagged, Walker::longInsertion);
    }

    /// {@return the same on another implementation}
    public Walker on(Profile other) {
        return new Walker(Hashing.of(other), enabling, tagging, reading);
    }

    public Walker withEnabling(Enabling changed) {
        return new Walker(hashing, changed, tagging, reading);
    }

    public Walker withTagging(Tagging changed) {
        return new Walker(hashing, enabling, changed, reading);
    }

    public Walker withReading(Reading changed) {
        return new Walker(hashing, enabling, tagging, changed);
    }

    @Walks.Rule(WALKER_ENABLED)
    static boolean isEnabled(Addressing machine, VirtualAddress address, Side side) {
        return machine.pta().ve() && machine.regions().of(address).ve() && side.isTranslated(machine.psr());
    }

    /// {@return what a walk for a reference without a translation finds}
    Target walk(Translator rules, Addressing machine, Memory memory, Reference reference, Choice choice) {
        if (isAborted(choice)) return new Target.Missed(ENTRY_UNREADABLE);
        PageTable table = PageTable.of(hashing, rules.dimensions().virtualBits(), machine, reference.address());
        VirtualAddress at = table.entry();
        if (!rules.implementsVirtual(machine, at)) return new Target.Missed(ENTRY_UNREADABLE);
        Seq<Entry> found = sought(rules, machine, at, choice);
        if (found.isEmpty()) return new Target.Missed(ENTRY_UNTRANSLATED);
        if (!found.tail().isEmpty()) return Target.Several.SEVERAL;
        Translation page = found.head().translation();
        return isReadable(rules, machine, page, at, table.entrySize()) ? read(rules, machine, memory, new Found(table, reference.type().stream(), page.physical(at), choice)) : new Target.Missed(ENTRY_UNREADABLE);
    }

    @Walks.Rule(WALK_ABORTED)
    static boolean isAborted(Choice choice) {
        return choice.takes(Freedom.WALKER);
    }

    /// {@return the translations of the address of an entry}
    @Walks.Rule(ENTRY_UNTRANSLATED)
    static Seq<Entry> sought(Translator rules, Addressing machine, VirtualAddress at, Choice choice) {
        return rules.search().matching(machine.tlb(), Stream.DATA, machine.regions().of(at).identifier(), at, choice);
    }

    /// {@return whether the walker may read an entry in a page; it reads at level 0, to which every page is readable}
    @Walks.Rule(ENTRY_UNREADABLE)
    static boolean isReadable(Translator rules, Addressing machine, Translation page, VirtualAddress at, int size) {
        boolean opened  = !machine.psr().pk() || machine.keys().holding(page.key()).exists(register -> !rules.keys().disables(register, Access.READ));
        boolean watched = machine.psr().db() && machine.indirect().watch(Watch.READ, at.bits(), size, 0);
        return page.entry().p() && page.entry().a() && page.entry().ma() == MemoryAttribute.WB.encoding() && opened && !watched;
    }

    /// An entry that can be read.
    ///
    /// @param stream for which it is sought
    /// @param at     where it lies
    private record Found(PageTable table, Stream stream, PhysicalAddress at, Choice choice) { }

    private Target read(Translator rules, Addressing machine, Memory memory, Found found) {
        long first = word(machine, memory, found, 0);
        if (!found.table().pta().isLong()) return inserted(rules, machine, found, shortInsertion(found.stream(), found.table(), first));
        return tagging.isTagged(word(machine, memory, found, 2), found.table().tag())
            ? inserted(rules, machine, found, reading.insertion(found.stream(), found.table(), first, word(machine, memory, found, 1))) : new Target.Missed(TAG_MISMATCHED);
    }

    private static long word(Addressing machine, Memory memory, Found found, int number) {
        return ordered(machine, memory.read(new PhysicalAddress(found.at().bits() + (long) WORD * number), WORD));
    }

    @Walks.Rule(ENTRY_ORDERED)
    static long ordered(Addressing machine, long bytes) {
        return Bits.bit(machine.dcr().bits(), BE) ? Long.reverseBytes(bytes) : bytes;
    }

    @Walks.Rule(TAG_MISMATCHED)
    static boolean isTagged(long word, long tag) {
        return word == tag;
    }

    @Walks.Rule(SHORT_ENTRY_READ)
    static Instruction.InsertCache shortInsertion(Stream stream, PageTable table, long entry) {
        return new Instruction.InsertCache(stream, GeneralValue.of(entry), table.address(), Itir.of(table.region().preferredSize(), table.region().identifier()));
    }

    @Walks.Rule(LONG_ENTRY_READ)
    static Instruction.InsertCache longInsertion(Stream stream, PageTable table, long first, long second) {
        return new Instruction.InsertCache(stream, GeneralValue.of(first), table.address(), new Itir(second));
    }

    private static Target inserted(Translator rules, Addressing machine, Found found, Instruction.InsertCache insertion) {
        if (isRefused(new Sight(rules, machine, insertion, found.choice(), Target.Nothing.NOTHING), found.table())) return new Target.Missed(ENTRY_REFUSED);
        return switch (Changes.inserted(rules, machine, insertion, found.choice(), placed(insertion))) {
            case Executed.Done(Effects effects, var because, _) -> reached(machine, effects);
            case Executed overlapped                         -> overlapped();
        };
    }

    /// {@return whether an insertion would refuse what an entry asks for, or the preferred page size}
    @Walks.Rule(ENTRY_REFUSED)
    static boolean isRefused(Sight sight, PageTable table) {
        return !sight.rules().dimensions().insertable().contains(table.region().preferredSize().log2())
            || Conditions.pageSizeUnsupported(sight) || Conditions.fieldReserved(sight) || Conditions.attributeReserved(sight) || Conditions.fieldUnimplemented(sight);
    }

    @Walks.Rule(WALK_INSERTED)
    static Changes.Placing placed(Instruction.InsertCache insertion) {
        return new Changes.Placing(WALK_INSERTED, translation -> Effects.of(new Place.Cached(insertion.stream(), translation), true, WALK_INSERTED), Option::some);
    }

    private static Target reached(Addressing machine, Effects effects) {
        Translation translation = ((Place.Cached) effects.last().place()).translation();
        return new Target.Page(translation, machine.keys().holding(translation.key()), effects);
    }

    /// {@return what is found where an insertion would overlap a translation register}
    @Walks.Rule(WALK_OVERLAPPED)
    static Target overlapped() {
        return new Target.Missed(WALK_OVERLAPPED);
    }
}
