package vmmref.properties.guarantee;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.protect.Access;
import vmmref.model.protect.AccessRights;
import vmmref.model.protect.Rights;
import vmmref.model.register.Itir;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.model.register.Pte;
import vmmref.model.tlb.Entry;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Hashing;
import vmmref.vmm.keys.PageState;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.memory.GuestPhysicalAddress;
import vmmref.vmm.memory.HostTable;
import vmmref.vmm.memory.Owner;
import vmmref.vmm.monitor.Hosting;
import vmmref.vmm.monitor.Monitor;

/// What the hardware holds for guests: everything that its translation caches and the host's page table permit above level 0.
///
/// @param held what it is
record Standing(Seq<Standing.Held> held) {
    private static final Seq<Access> DATA = Vector.of(Access.READ, Access.WRITE);
    private static final Rights RIGHTS = AccessRights.architected();
    private static final int TAG = 16;

    /// A translation of the hardware, as one stream would use it.
    ///
    /// @param owner whose it is; none if its region identifier is nobody's
    record Held(Hosting hosting, Option<Owner.Region> owner, Stream stream, Translation translation) {
        /// {@return whether it permits what its owner may not, or leads elsewhere than where the owner's own translation and memory lead}
        boolean isStray() {
            return accesses().exists(access -> levels().exists(level -> permits(translation.entry(), level, access)) && !owner.exists(each -> isBelieved(each, access)));
        }

        /// {@return whether it permits what the state of a page does not}
        boolean isOpen() {
            return accesses().exists(access -> levels().exists(level -> permits(translation.entry(), level, access)) && isUnlocked(access) && pages().exists(page -> !monitor().pages().state(original(page).bits() / GuestMap.PAGE).permits(access)));
        }

        private PageState state(VirtualAddress page) {
            return monitor().pages().state(translation.physical(page).bits() / GuestMap.PAGE);
        }

        /// {@return whether protection keys permit an access}
        private boolean isUnlocked(Access access) {
            Option<ProtectionKeyRegister> register = hosting.machine().addressing().keys().holding(translation.key());
            return !hosting.machine().psr().pk() || register.exists(each -> !(access.executes() ? each.disablesExecution() : access.writes() ? each.disablesWrite() : each.disablesRead()));
        }

        private Seq<Access> accesses() {
            return stream == Stream.INSTRUCTION ? Vector.of(Access.EXECUTE) : DATA;
        }

        private Seq<Integer> levels() {
            return owner.<Seq<Integer>>map(each -> Vector.of(each.context().real())).getOrElse(Vector.of(1, 3));
        }

        private static boolean permits(Pte entry, int level, Access access) {
            return entry.p() && RIGHTS.permit(entry.ar(), entry.pl(), level, access);
        }

        private boolean isBelieved(Owner.Region region, Access access) {
            GuestMap map = monitor().maps().get(monitor().processors().get(region.processor()).machine());
            return pages().forAll(page -> believed(region, page, access).exists(own -> map.host(new GuestPhysicalAddress(own.bits())).contains(original(page))));
        }

        /// {@return where the frame is that is reached from a page, or the one whose copy is}
        private PhysicalAddress original(VirtualAddress page) {
            PhysicalAddress reached = translation.physical(page);
            return monitor().copies().made().find(each -> monitor().copies().at(each._2).equals(reached)).filter(each -> each._1.page().equals(page) && each._2.rids().contains(translation.rid()))
                .map(each -> new PhysicalAddress(each._1.frame() * GuestMap.PAGE)).getOrElse(reached);
        }

        /// {@return whether code is executed where something is to be patched, and not its copy}
        private boolean isUnpatched() {
            return stream == Stream.INSTRUCTION && levels().exists(level -> permits(translation.entry(), level, Access.EXECUTE)) && isUnlocked(Access.EXECUTE) && pages().exists(page -> state(page) == PageState.PATCHED);
        }

        /// {@return where the owner's own machine reaches a page, if it may}
        private Option<PhysicalAddress> believed(Owner.Region region, VirtualAddress page, Access access) {
            boolean translated = stream == Stream.INSTRUCTION ? region.context().it() : region.context().dt();
            if (!translated) return Option.some(new PhysicalAddress(page.bits() & Long.MAX_VALUE));
            Seq<Translation> own = tlb(region).matching(stream, region.identifier(), page).map(Entry::translation);
            return own.headOption().filter(each -> permits(each.entry(), region.context().level(), access)).map(each -> each.physical(page));
        }

        private Tlb tlb(Owner.Region region) {
            return monitor().processors().get(region.processor()).belief().addressing().tlb();
        }

        private Monitor monitor() {
            return hosting.monitor();
        }

        /// {@return addresses of it, of its first page of 4 KB, its last and one between them, in the owner's region}
        private Seq<VirtualAddress> pages() {
            long first = translation.page().offset() | owner.map(each -> (long) each.region()).getOrElse(0L) << VirtualAddress.OFFSET_WIDTH;
            long last = translation.size().bytes() - GuestMap.PAGE;
            return Vector.of(first, first + (last / 2 & -GuestMap.PAGE), first + last).map(VirtualAddress::new);
        }

        @Override public String toString() {
            return stream + " " + translation + " of " + owner;
        }
    }

    /// {@return what stands in the hardware of guests}
    static Standing of(Hosting hosting) {
        Tlb tlb = hosting.machine().addressing().tlb();
        Seq<Held> cached = Vector.of(Stream.values()).flatMap(stream -> tlb.cached(stream).map(translation -> held(hosting, stream, translation)));
        return new Standing(cached.appendAll(tabled(hosting).flatMap(translation -> Vector.of(Stream.values()).map(stream -> held(hosting, stream, translation)))));
    }

    private static Held held(Hosting hosting, Stream stream, Translation translation) {
        return new Held(hosting, hosting.monitor().regions().given().find(each -> each._2 == translation.rid()).map(each -> each._1), stream, translation);
    }

    /// {@return the valid entries of the host's page table; an entry whose tag is of no page that the monitor knows of is one of region identifier 0}
    static Seq<Translation> tabled(Hosting hosting) {
        HostTable table = hosting.monitor().table();
        Hashing hashing = hosting.rules().host().translator().walker().hashing();
        Map<Long, Page> known = table.held().toVector().flatMap(of -> of._2.toVector().map(page -> new Page(of._1, page))).toMap(page -> hashing.tag(page.number(), page.rid()), page -> page);
        return Vector.range(0, table.number() + table.used()).map(table::entry).filter(entry -> word(hosting, entry, TAG) >= 0).map(entry -> tabled(hosting, entry, known));
    }

    /// A page of the host.
    private record Page(int rid, long number) { }

    private static Translation tabled(Hosting hosting, PhysicalAddress entry, Map<Long, Page> known) {
        Itir itir = new Itir(word(hosting, entry, 8));
        Pte pte = new Pte(word(hosting, entry, 0));
        return known.get(word(hosting, entry, TAG)).map(page -> Translation.of(new VirtualAddress(page.number() * GuestMap.PAGE), page.rid(), itir.size(), itir.key(), pte))
            .getOrElse(() -> Translation.of(new VirtualAddress(0), 0, new PageSize(GuestMap.PAGE_LOG2), 0, pte));
    }

    private static long word(Hosting hosting, PhysicalAddress entry, int at) {
        return hosting.machine().memory().read(new PhysicalAddress(entry.bits() + at), 8);
    }

    /// {@return what permits more than the states of pages do}
    Seq<String> open() {
        return held.filter(each -> each.owner().isDefined() && each.isOpen()).map(Held::toString);
    }

    /// {@return what leads to code in which something is to be patched}
    Seq<String> unpatched() {
        return held.filter(each -> each.owner().isDefined() && each.isUnpatched()).map(Held::toString);
    }

    /// {@return what should not be there}
    Seq<String> strays() {
        return held.filter(Held::isStray).map(Held::toString);
    }
}
