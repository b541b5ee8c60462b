package vmmref.model.translate;

import static vmmref.spec.Translations.CACHE_ENTRY_EVICTED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Comparator;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Place;
import vmmref.model.tlb.Entry;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.spec.Translations;

/// The question which entries give their place to a translation that is inserted into a full cache.
@FunctionalInterface
public interface Eviction {
    /// By region identifier, page and size; the rest tells apart what only software that makes a mistake has inserted.
    Comparator<Translation> ORDER = Comparator.comparingInt(Translation::rid)
        .thenComparing((one, other) -> Long.compareUnsigned(one.pageBits(), other.pageBits())).thenComparingInt(Translation::sizeLog2)
        .thenComparingInt(Translation::key).thenComparing((one, other) -> Long.compareUnsigned(one.entryBits(), other.entryBits()));

    /// An insertion into a cache.
    ///
    /// @param tlb      before it
    /// @param stream   whose cache it is
    /// @param purged   what the insertion removes because it overlaps
    /// @param inserted the translation
    /// @param room     how many translations the cache holds
    record Pressure(Tlb tlb, Stream stream, Seq<Entry> purged, Translation inserted, int room) {
        /// {@return how many translations are too many for the cache; less than 0 where others would find room, too}
        public int excess() {
            int kept = tlb.entries(stream).cachedNumber() - purged.count(Entry::isCached);
            boolean known = tlb.isCached(stream, inserted) && !purged.contains(Entry.cached(inserted));
            return known ? kept - room : kept + 1 - room;
        }

        /// {@return whether a translation of the cache would be there beside the one that is inserted}
        private boolean stays(Translation held) {
            return !held.equals(inserted) && !purged.contains(Entry.cached(held));
        }

        /// {@return the first translation in an order that would be in the cache beside the one that is inserted, and does not go}
        private Option<Translation> first(Comparator<Translation> order, Seq<Entry> going) {
            return tlb.entries(stream).firstCached(order, held -> stays(held) && !going.contains(Entry.cached(held)));
        }

        /// {@return the effects of entries that go}
        Effects without(Seq<Entry> evicted) {
            return Effects.all(evicted.map(entry -> entry.isCached()
                ? Effects.of(new Place.Cached(stream, entry.translation()), false, CACHE_ENTRY_EVICTED)
                : Effects.of(new Place.Pinned(stream, entry.slot()), Option.<Translation>none(), CACHE_ENTRY_EVICTED)));
        }
    }

    /// {@return the entries that go}
    Seq<Entry> evicted(Pressure pressure, Choice choice);

    /// {@return what the architecture permits}
    @Translations.Rule(CACHE_ENTRY_EVICTED)
    static Seq<Entry> architected(Pressure pressure, Choice choice) {
        Comparator<Translation> order = choice.takes(Freedom.EVICTION) ? ORDER.reversed() : ORDER;
        Seq<Entry> going = Vector.empty();
        for (int excess = pressure.excess(); excess > 0; excess--) going = going.appendAll(pressure.first(order, going).map(Entry::cached));
        return going;
    }
}
