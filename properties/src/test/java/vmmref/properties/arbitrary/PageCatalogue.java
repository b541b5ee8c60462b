package vmmref.properties.arbitrary;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Pte;
import vmmref.model.register.RegionRegister;
import vmmref.model.register.RegionRegisters;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Translation;

/// The generators of [Pages] that make one thing.
final class PageCatalogue {
    /// A page where translations shrink to, with the entry that [Pages#entries()] shrink to.
    static final Translation SMALLEST = translation(new Pte(0x61));
    static final RegionRegisters REGIONS = RegionRegisters.of(Vector.fill(RegionRegisters.NUMBER, new RegionRegister(14 << 2)));

    private static final VirtualAddress ZERO = new VirtualAddress(0);

    private PageCatalogue() { }

    static Seq<Described<?>> all() {
        return Vector.of(
            Described.of("Pages.numbers(8)", Pages.numbers(8), 0, Classifier.by("number", Vector.range(0, 8), number -> number)),
            Described.of("Pages.words()", Pages.words(), 0L, WordClasses.boundary(Long.SIZE)),
            Described.of("Pages.identifiers()", Pages.identifiers(), 0, identifier()),
            Described.of("Pages.keys()", Pages.keys(), 0, key()),
            Described.of("Pages.sizes()", Pages.sizes(), new PageSize(12), size()),
            Described.of("Pages.addresses()", Pages.addresses(), ZERO, WordClasses.region(), WordClasses.place(), WordClasses.within()),
            Described.of("Pages.boundaryAddresses()", Pages.boundaryAddresses(), new VirtualAddress(0x1ffffffffffffffeL), WordClasses.region(), WordClasses.edge()),
            Described.of("Pages.permissiveEntries()", Pages.permissiveEntries(), new Pte(0x7e1), rights(), level(), frame()),
            Described.of("Pages.entries()", Pages.entries(), new Pte(0x61), bits(), attribute(), rights(), level(), frame()),
            Described.of("Pages.presentEntries()", Pages.presentEntries(), new Pte(0x61), bits(), attribute(), rights()),
            Described.of("Pages.translations(Pages.entries())", Pages.translations(Pages.entries()), SMALLEST,
                WordClasses.place().of(Translation::page).named("first byte of the page"), identifier().of(Translation::rid), size().of(Translation::size), key().of(Translation::key)),
            Described.of("Pages.regions()", Pages.regions(), REGIONS,
                Classifier.<RegionRegisters>by("different identifiers", Vector.of(1, 2, 3), regions -> regions.all().map(RegionRegister::identifier).distinct().size())),
            Described.of("Pages.held(Pages.entries())", Pages.held(Pages.entries()), Held.pinned(Stream.INSTRUCTION, 0, SMALLEST), stream(), place()));
    }

    static Translation translation(Pte entry) {
        return Translation.of(new VirtualAddress(0), 0, new PageSize(12), 0, entry);
    }

    static Classifier<Integer> identifier() {
        return Classifier.by("region identifier", Vector.of("0", "101", "ffffff"), Integer::toHexString);
    }

    static Classifier<Integer> key() {
        return Classifier.by("key", Vector.of("0", "55", "56", "ffffff"), Integer::toHexString);
    }

    static Classifier<PageSize> size() {
        return Classifier.by("page size", Pages.SIZES.map(PageSize::new), size -> size);
    }

    static Classifier<Held> stream() {
        return Classifier.by("stream", Vector.of(Stream.values()), Held::stream);
    }

    /// {@return where it is held}
    static Classifier<Held> place() {
        return Classifier.by("held in", Vector.range(0, Pages.SLOTS).map(slot -> "register " + slot).append("the cache"), held ->
            held.isCached() ? "the cache" : "register " + held.entry().slot());
    }

    private static Classifier<Pte> bits() {
        return Classifier.by("bits", Vector.of("p a d", "p d", "p a", "p", "none"), entry ->
            Vector.of(entry.p() ? "p" : "", entry.a() ? "a" : "", entry.d() ? "d" : "").filter(bit -> !bit.isEmpty()).padTo(1, "none").mkString(" "));
    }

    private static Classifier<Pte> attribute() {
        return Classifier.by("memory attribute", Vector.range(0, 8), Pte::ma);
    }

    private static Classifier<Pte> rights() {
        return Classifier.by("ar", Vector.range(0, 8), Pte::ar);
    }

    private static Classifier<Pte> level() {
        return Classifier.by("pl", Vector.range(0, 4), Pte::pl);
    }

    private static Classifier<Pte> frame() {
        return Classifier.by("frame", Vector.of("0", "below 2^44", "2^44 and above"), entry -> entry.frame() == 0 ? "0" : entry.frame() >>> 44 == 0 ? "below 2^44" : "2^44 and above");
    }
}
