package vmmref.properties.arbitrary;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import vmmref.model.machine.Place;
import vmmref.model.tlb.Entry;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;

/// An entry, and which of the two look-aside buffers holds it.
public record Held(Stream stream, Entry entry) {

    /// {@return a translation in the cache of a stream}
    public static Held cached(Stream stream, Translation translation) {
        return new Held(stream, Entry.cached(translation));
    }

    /// {@return a translation in a translation register of a stream}
    public static Held pinned(Stream stream, int slot, Translation translation) {
        return new Held(stream, Entry.pinned(slot, translation));
    }

    /// {@return what is held}
    public Translation translation() {
        return entry.translation();
    }

    /// {@return whether it is in a cache, and not in a translation register}
    public boolean isCached() {
        return entry.isCached();
    }

    /// {@return what of a machine it is in}
    public Place<?> place() {
        return isCached() ? new Place.Cached(stream, translation()) : new Place.Pinned(stream, entry.slot());
    }

    /// {@return the look-aside buffers that hold some entries; of two in one register the later}
    public static Tlb tlb(Seq<Held> all) {
        return all.foldLeft(Tlb.EMPTY, (tlb, held) -> held.in(tlb));
    }

    /// {@return look-aside buffers that hold this entry, too}
    public Tlb in(Tlb tlb) {
        return isCached() ? tlb.withCached(stream, translation(), true) : tlb.withRegister(stream, entry.slot(), Option.some(translation()));
    }
}
