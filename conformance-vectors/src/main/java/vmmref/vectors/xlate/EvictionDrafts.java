package vmmref.vectors.xlate;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;
import vmmref.model.machine.Addressing;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.RegionRegister;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Operation;
import vmmref.properties.arbitrary.Scene;
import vmmref.vectors.format.Draft;

/// What makes room for a translation in a full cache: seen by a reference to a page that may have gone, and to one that may not.
final class EvictionDrafts {
    private static final Map<String, String> TWO = LinkedHashMap.of("tc", "=2");
    private static final Map<String, String> MORE = LinkedHashMap.of("tc", ">=3");
    private static final VirtualAddress NEW = Cases.at(Scene.PAGE.bits() + 0x200000);
    private static final int FULL = 128;
    private static final int SHARED = 3;

    /// Two translations, the lower one first.
    ///
    /// @param what says in what they differ
    private record Pair(String what, Translation low, Translation high) { }

    private static final Seq<Pair> PAIRS = Vector.of(
        new Pair("two pages", page(0x2000000000100000L, Scene.RID), page(0x2000000000108000L, Scene.RID)),
        new Pair("pages of two region identifiers", page(0x4000000000108000L, Scene.RID), page(0x6000000000100000L, Scene.RID + 1)),
        new Pair("pages of two regions", page(0x2000000000108000L, Scene.RID), page(0xa000000000100000L, Scene.RID)));

    private EvictionDrafts() { }

    static Seq<Draft> all() {
        return Vector.of(Stream.values()).flatMap(stream -> PAIRS.flatMap(pair -> inserted(stream, pair).appendAll(replaced(stream, pair)).appendAll(walked(stream, pair))).appendAll(pinned(stream)));
    }

    private static Translation page(long address, int rid) {
        return Translation.of(Cases.at(address), rid, Scene.SIZE, Scene.KEY, Scene.ENTRY);
    }

    /// {@return a machine whose cache holds both; the regions of either page have its region identifier}
    private static Addressing holding(Addressing machine, Stream stream, Pair pair) {
        return Vector.of(pair.low, pair.high).foldLeft(machine, (held, page) -> held.withTlb(held.tlb().withCached(stream, page, true))
            .withRegions(held.regions().with(page.page().region(), new RegionRegister((long) page.rid() << 8 | held.regions().of(page.page()).bits() & 0xff))));
    }

    private static Seq<Draft> inserted(Stream stream, Pair pair) {
        Addressing machine = holding(Cases.inserting(), stream, pair);
        Operation itc = Cases.itc(stream, shared(pair), Scene.SIZE, Scene.ENTRY);
        return touched(stream, pair, "%s in the %s cache, a third inserted".formatted(pair.what, name(stream)), machine, itc, shared(pair));
    }

    /// {@return an address of the page that is inserted, in the region of the lower one}
    private static VirtualAddress shared(Pair pair) {
        return Cases.at((long) pair.low.page().region() << 61 | NEW.offset());
    }

    /// The lower page, the higher one and the new one, in a cache of two and in one with more room.
    private static Seq<Draft> touched(Stream stream, Pair pair, String title, Addressing machine, Operation insertion, VirtualAddress inserted) {
        return Vector.of("lower", "higher", "new").zip(Vector.of(pair.low.page(), pair.high.page(), inserted)).flatMap(seen -> {
            Story story = Cases.story(machine, insertion, Cases.touch(stream, seen._2));
            Story roomy = Cases.story(machine.withTlb(machine.tlb().withCached(stream, pair.low, false)), insertion, Cases.touch(stream, seen._2));
            return Vector.of(
                Cases.draft("eviction", "%s, then the %s one, where there is room for two".formatted(title, seen._1), Vector.of("Overlap"), TWO, story).nearTo(Cases.stimulus(roomy)),
                Cases.draft("eviction", "%s, but not the lower one before, then the %s one, where there is room for two".formatted(title, seen._1), Vector.of("Overlap"), TWO, roomy),
                Cases.draft("eviction", "%s, then the %s one, where there is room for three".formatted(title, seen._1), Vector.of("Overlap"), MORE, story));
        });
    }

    /// What a register held may come into the cache, and makes something else go.
    private static Seq<Draft> replaced(Stream stream, Pair pair) {
        Addressing machine = holding(Cases.inserting(), stream, pair);
        Addressing pinned = machine.withTlb(machine.tlb().withRegister(stream, SHARED, Option.some(page(shared(pair).bits(), pair.low.rid()))));
        Operation itr = Cases.itr(stream, SHARED, Cases.at(shared(pair).bits() + 0x10000), Scene.SIZE, Scene.ENTRY);
        return touched(stream, pair, "%s in the %s cache, an occupied register written".formatted(pair.what, name(stream)), pinned, itr, shared(pair));
    }

    /// A walk makes room; the table has no entry for the page that goes, which is then not present.
    private static Seq<Draft> walked(Stream stream, Pair pair) {
        Walk sound = Walk.of(false, stream);
        Story walk = sound.with(holding(sound.machine(), stream, pair).tlb()).story();
        Addressing machine = holding(walk.machine(), stream, pair);
        return Vector.of("lower", "higher").zip(Vector.of(pair.low.page(), pair.high.page())).map(seen ->
            Cases.draft("eviction", "%s in the %s cache, a third walked for, then the %s one".formatted(pair.what, name(stream), seen._1), Vector.of("VhptWalker"), TWO,
                new Story(machine, walk.memory(), Vector.of(sound.operation(), Cases.touch(stream, seen._2)))));
    }

    /// However many pages are in the cache, one in a register stays; the page behind it is in neither.
    private static Seq<Draft> pinned(Stream stream) {
        Tlb tlb = Vector.range(0, FULL).foldLeft(Tlb.EMPTY.withRegister(stream, Scene.SLOT, Option.some(Scene.TRANSLATION)),
            (held, number) -> held.withCached(stream, page(0x2000000000100000L + ((long) number << 14), Scene.RID), true));
        Addressing machine = Cases.inserting().withTlb(tlb);
        Operation itc = Cases.itc(stream, Cases.at(Scene.PAGE.bits() + 0x1000000), Scene.SIZE, Scene.ENTRY);
        Story held = Cases.story(machine, itc, Cases.touch(stream, Scene.PAGE));
        Story missed = Cases.story(machine, itc, Cases.touch(stream, Cases.at(Scene.PAGE.bits() + Scene.SIZE.bytes())));
        String title = "128 pages in the %s cache, one more inserted, then one %s".formatted(name(stream), "%s");
        return Vector.of(
            Cases.draft("eviction", title.formatted("in a register"), Vector.of("Overlap"), Cases.ANYWHERE, held).nearTo(Cases.stimulus(missed)),
            Cases.draft("eviction", title.formatted("behind that in a register"), Vector.of("Overlap"), Cases.ANYWHERE, missed));
    }

    private static String name(Stream stream) {
        return stream.name().toLowerCase(Locale.ROOT);
    }
}
