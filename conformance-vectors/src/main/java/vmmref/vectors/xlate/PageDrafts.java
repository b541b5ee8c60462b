package vmmref.vectors.xlate;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.machine.Addressing;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.RegionRegister;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;
import vmmref.properties.arbitrary.Scene;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Level;

/// Pages of every size, at their first and last bytes and just outside; the ends of a region; the same page through other regions; several matches.
final class PageDrafts {
    static final Seq<PageSize> SIZES = Vector.of(12, 13, 14, 16, 18, 20, 22, 24, 26, 28).map(PageSize::new);

    private static final Seq<Integer> REGIONS = Vector.of(0, 1, 5, 7);

    private PageDrafts() { }

    static Seq<Draft> all() {
        return SIZES.flatMap(PageDrafts::edges).appendAll(SIZES.flatMap(PageDrafts::ends)).appendAll(regions()).appendAll(several()).appendAll(unimplemented());
    }

    /// In the middle of the low half of a region, its neighbours not mapped. The ppn has bits below the page size, which are ignored.
    private static Seq<Draft> edges(PageSize size) {
        VirtualAddress page = Cases.at(0x2000000000000000L | 3L << 28);
        Seq<Place> places = Vector.of(new Place("first byte", 0), new Place("last byte", size.mask()), new Place("byte before", -1), new Place("byte after", size.bytes()));
        return Vector.of(Stream.values()).flatMap(stream -> places.map(place -> draft(stream, size, page, place, places.get(place.offset == 0 ? 2 : 0))))
            .appendAll(places.map(place -> Cases.draft("pages", "tpa of the %s of a page of %s".formatted(place.name, size), "PageSize",
                Cases.story(mapped(Stream.DATA, size, page), Reference.query(ReferenceType.TPA, Cases.at(page.bits() + place.offset))))));
    }

    /// The first page of a region and the last one of those that every implementation has, and what lies beyond its end.
    private static Seq<Draft> ends(PageSize size) {
        return REGIONS.flatMap(region -> {
            VirtualAddress first = Cases.at((long) region << 61);
            VirtualAddress last  = Cases.at((long) region << 61 | (1L << 50) - size.bytes());
            Place begins = new Place("first byte of the region, and", 0);
            Place after  = new Place("byte after", size.bytes());
            Place ends   = new Place("last byte of the lower half that all implementations have, and", size.mask());
            Place before = new Place("byte before", -1);
            return Vector.of(draft(Stream.DATA, size, first, begins, after), draft(Stream.DATA, size, first, after, begins), draft(Stream.DATA, size, last, ends, before), draft(Stream.DATA, size, last, before, ends));
        });
    }

    private record Place(String name, long offset) { }

    private static Draft draft(Stream stream, PageSize size, VirtualAddress page, Place place, Place near) {
        Addressing machine = mapped(stream, size, page);
        return Cases.draft("pages", "%s the %s of a page of %s in region %d".formatted(stream == Stream.DATA ? "a load of" : "a fetch of", place.name, size, page.region()), "PageSize",
            Cases.story(machine, Cases.touch(stream, Cases.at(page.bits() + place.offset)))).nearTo(Cases.stimulus(Cases.story(machine, Cases.touch(stream, Cases.at(page.bits() + near.offset)))));
    }

    private static Addressing mapped(Stream stream, PageSize size, VirtualAddress page) {
        return Scene.MACHINE.withTlb(Tlb.EMPTY.withRegister(stream, Scene.SLOT, Option.some(Translation.of(page, 0x100 + page.region(), size, Scene.KEY, Scene.ENTRY.with(49, 12, 0xabcdef1L)))));
    }

    /// The region identifier decides, not the region number; and each of its bits.
    private static Seq<Draft> regions() {
        Scene sound = Scene.of(ReferenceType.LOAD);
        Seq<Draft> through = Vector.range(0, 8).remove(Scene.PAGE.region()).flatMap(region -> {
            VirtualAddress address = Cases.at((long) region << 61 | Scene.PAGE.offset() | 8);
            Addressing same = sound.machine().withRegions(sound.machine().regions().with(region, sound.machine().regions().get(Scene.PAGE.region())));
            Seq<Reference> references = Vector.of(Reference.data(ReferenceType.LOAD, address, 8), Reference.query(ReferenceType.TPA, address), Reference.query(ReferenceType.TAK, address),
                Reference.probe(ReferenceType.PROBE_W, address, 0), Reference.query(ReferenceType.FC, address));
            return references.flatMap(reference -> Vector.of(
                Cases.draft("regions", "%s through region %d, whose region identifier is that of the page".formatted(Op.name(reference), region), "RegionNumber", Cases.story(same, reference))
                    .nearTo(Cases.stimulus(Cases.story(sound.machine(), reference))),
                Cases.draft("regions", "%s through region %d".formatted(Op.name(reference), region), "RegionNumber", Cases.story(sound.machine(), reference))));
        });
        return through.appendAll(Vector.range(0, 18).map(bit -> {
            RegionRegister register = new RegionRegister(sound.machine().regions().get(Scene.PAGE.region()).bits() ^ 0x100L << bit);
            return Cases.draft("regions", "the region identifier differs in bit %d".formatted(bit), "RegionNumber",
                Cases.story(sound.machine().withRegions(sound.machine().regions().with(Scene.PAGE.region(), register)), sound.operation())).nearTo(Cases.stimulus(Cases.story(sound)));
        }));
    }

    /// A second register holds a larger page around the first; of a speculative load also while PSR.ic is 0, when every fault would be deferred.
    private static Seq<Draft> several() {
        return ReferenceType.ofInstructions().map(PageDrafts::twice).append(uncollected(twice(ReferenceType.SPECULATIVE_LOAD))).map(scene ->
            Cases.draft("several", "%s: two translation registers match%s".formatted(Op.name(scene.operation()), scene.machine().psr().ic() ? "" : " while PSR.ic is 0"), "Overlap", Cases.story(scene))
                .nearTo(Cases.stimulus(Cases.story(Scene.of(scene.reference().type())))).at(Level.UNSPECIFIED));
    }

    private static Scene twice(ReferenceType type) {
        Scene sound = Scene.of(type);
        return sound.with(sound.machine().withTlb(sound.machine().tlb().withRegister(type.stream(), 5, Option.some(Translation.of(Scene.PAGE, Scene.RID, new PageSize(16), Scene.KEY, Scene.ENTRY)))));
    }

    private static Scene uncollected(Scene scene) {
        return scene.with(scene.machine().psr().with(13, false));
    }

    /// The bits above the implemented ones, of every kind of reference; the lowest of them is the sign. In tier core are the bits at which implementations differ, and some of the others.
    private static Seq<Draft> unimplemented() {
        return ReferenceType.ofInstructions().reject(type -> type == ReferenceType.FETCH).flatMap(type -> Vector.rangeClosed(49, 60).flatMap(bit -> {
            Scene sound = Scene.of(type);
            Story low  = Cases.story(sound.machine(), sound.reference().at(Cases.at(sound.reference().address().bits() ^ 1L << bit)));
            Story high = Cases.story(sound.machine(), sound.reference().at(Cases.at(sound.reference().address().bits() | (1L << 61) - (1L << bit))));
            return Vector.of(
                Cases.draft("unimplemented", "%s of an address whose bit %d alone is set".formatted(Op.name(sound.operation()), bit), Vector.of("UnimplementedAddress"), Cases.NARROW, low)
                    .nearTo(Cases.stimulus(high)),
                Cases.draft("unimplemented", "%s of an address whose bits 60 to %d are set".formatted(Op.name(sound.operation()), bit), Vector.of("UnimplementedAddress"), Cases.NARROW, high)).map(draft -> draft.unlessFull(bit < 52 || bit == 60 || (bit + type.ordinal()) % 4 == 0));
        }));
    }
}
