package vmmref.vmm.monitor;

import static vmmref.spec.Guests.TABLE_PUBLISHED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Itir;
import vmmref.model.register.Pta;
import vmmref.model.register.Pte;
import vmmref.model.register.RegionRegister;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.PageTable;
import vmmref.model.translate.Translator;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.memory.HostTable;
import vmmref.vmm.memory.Window;

/// What the monitor does to the host's page table, word by word. The hardware may walk it between any two words.
///
/// The words of an entry: page-table entry, page size and key, tag, and the address of the next entry of the chain, or 0.
final class Tables {
    /// Bit 63 of a tag, which no tag of a page has.
    private static final long INVALID = Long.MIN_VALUE;
    private static final int SECOND = 8;
    private static final int TAG = 16;
    private static final int LINK = 24;
    private static final int LONG = 8;
    /// How many entries of a chain are looked at; where it is longer, the first one gives its place.
    private static final int LONGEST = 8;

    private Tables() { }

    /// {@return PTA of the host}
    static Pta pta(Window window, HostTable table) {
        return new Pta(window.table().bits() | 1L << LONG | (long) table.sizeLog2() << 2 | 1);
    }

    /// {@return a region register of the host: walks are enabled where all references of a context mean the same, and pages of the table are the smallest}
    static RegionRegister region(int rid, boolean walked) {
        return new RegionRegister((long) rid << 8 | GuestMap.PAGE_LOG2 << 2 | (walked ? 1 : 0));
    }

    /// A chain of the table as the monitor has read it.
    ///
    /// @param entries where they lie, the one first that the walker knows
    /// @param tags    the third word of each
    record Chain(Answer answer, Seq<PhysicalAddress> entries, Seq<Long> tags) {
        Option<PhysicalAddress> tagged(long tag) {
            int at = tags.indexOf(tag);
            return Option.when(at >= 0, () -> entries.get(at));
        }

        Option<PhysicalAddress> invalid() {
            int at = tags.indexWhere(tag -> tag < 0);
            return Option.when(at >= 0, () -> entries.get(at));
        }
    }

    private static PageTable at(Answer answer, int rid, long page) {
        Translator host = answer.rules().host().translator();
        VirtualAddress address = new VirtualAddress(page * GuestMap.PAGE);
        return new PageTable(host.walker().hashing(), host.dimensions().virtualBits(), pta(answer.rules().window(), answer.monitor().table()), region(rid, true), address);
    }

    private static Chain chain(Answer answer, PageTable page) {
        HostTable table = answer.monitor().table();
        long offset = page.entry().bits() - answer.rules().window().table().bits();
        return longer(new Chain(answer, Vector.empty(), Vector.empty()), new PhysicalAddress(table.frames().bits() + offset));
    }

    private static Chain longer(Chain chain, PhysicalAddress at) {
        Answer.Loaded tag = chain.answer().loaded(plus(at, TAG));
        Answer.Loaded link = tag.answer().loaded(plus(at, LINK));
        Chain read = new Chain(link.answer(), chain.entries().append(at), chain.tags().append(tag.word()));
        return link.word() == 0 || read.entries().size() == LONGEST ? read : longer(read, new PhysicalAddress(link.word()));
    }

    /// What the monitor found in the table.
    record Found(Answer answer, Option<Translation> translation) { }

    /// {@return the entry of a page, if the table has one}
    static Found found(Answer answer, int rid, VirtualAddress address) {
        PageTable page = at(answer, rid, page(address));
        Chain chain = chain(answer, page);
        return chain.tagged(page.tag()).map(entry -> read(chain.answer(), entry, rid, address)).getOrElse(() -> new Found(chain.answer(), Option.none()));
    }

    private static Found read(Answer answer, PhysicalAddress entry, int rid, VirtualAddress address) {
        Answer.Loaded first = answer.loaded(entry);
        Answer.Loaded second = first.answer().loaded(plus(entry, SECOND));
        Itir itir = new Itir(second.word());
        return new Found(second.answer(), Option.some(Translation.of(address, rid, itir.size(), itir.key(), new Pte(first.word()))));
    }

    /// {@return the answer after the table has an entry for the page that holds an address}
    static Answer put(Answer answer, Translation translation, VirtualAddress address) {
        PageTable page = at(answer, translation.rid(), page(address));
        Chain chain = chain(answer, page);
        Answer known = chain.answer().with(chain.answer().monitor().table().holding(translation.rid(), page(address)));
        Option<PhysicalAddress> free = chain.tagged(page.tag()).orElse(chain.invalid());
        if (free.isDefined()) return published(known, free.get(), translation, page.tag());
        HostTable table = known.monitor().table();
        PhysicalAddress head = chain.entries().head();
        if (table.used() == table.spares() || chain.entries().size() == LONGEST) return published(known, head, translation, page.tag());
        PhysicalAddress spare = table.entry(table.number() + table.used());
        Answer.Loaded link = published(known.with(table.linked()), spare, translation, page.tag()).loaded(plus(head, LINK));
        return link.answer().stored(plus(spare, LINK), link.word(), false).stored(plus(head, LINK), spare.bits(), true);
    }

    private static Answer published(Answer answer, PhysicalAddress entry, Translation translation, long tag) {
        return answer.rules().publishing().published(answer, entry, translation, tag);
    }

    /// {@return the answer after an entry was written so that the walker never takes a part of it: it is invalid first, and valid last}
    static Answer inOrder(Answer answer, PhysicalAddress entry, Translation translation, long tag) {
        return answer.because(TABLE_PUBLISHED).stored(plus(entry, TAG), INVALID, false).then(Privileged.Fencing.MF)
            .stored(entry, translation.entryBits(), false).stored(plus(entry, SECOND), Itir.of(translation.size(), translation.key()).bits(), false)
            .stored(plus(entry, TAG), tag, true);
    }

    /// {@return the answer after the table has no entry for a page of a range}
    static Answer purged(Answer answer, int rid, VirtualAddress address, PageSize range) {
        return answer.monitor().table().held(rid, address, range).foldLeft(answer, (given, page) -> without(given, rid, page));
    }

    /// {@return the answer after the table has no entry}
    static Answer emptied(Answer answer) {
        return answer.monitor().table().held().foldLeft(answer, (given, of) -> of._2.foldLeft(given, (each, page) -> without(each, of._1, page)));
    }

    private static Answer without(Answer answer, int rid, long number) {
        PageTable page = at(answer, rid, number);
        Chain chain = chain(answer, page);
        Answer known = chain.answer().with(chain.answer().monitor().table().lacking(rid, number));
        return chain.tagged(page.tag()).map(entry -> known.stored(plus(entry, TAG), INVALID, true)).getOrElse(known);
    }

    private static long page(VirtualAddress address) {
        return address.offset() / GuestMap.PAGE;
    }

    private static PhysicalAddress plus(PhysicalAddress at, int bytes) {
        return new PhysicalAddress(at.bits() + bytes);
    }
}
