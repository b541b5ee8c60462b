/// A machine that options set up, one after another.
package vmmref.vectors.cli;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.machine.Addressing;
import vmmref.model.machine.Place;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Translation;

/// Translations that overlap are held all the same, as if something had gone wrong on a real machine; a note says so.
///
/// @param memory   which may hold the page table
/// @param given    places that an option has filled
/// @param notes    what a user should know
/// @param mistakes what cannot be
record TranslateSetup(Addressing machine, Memory memory, Seq<Place<?>> given, Seq<String> notes, Seq<String> mistakes) {
    private static final int WORD = 8;

    static TranslateSetup of(Addressing machine, Memory memory) {
        return new TranslateSetup(machine, memory, List.empty(), List.empty(), List.empty());
    }

    TranslateSetup with(Addressing changed) {
        return new TranslateSetup(changed, memory, given, notes, mistakes);
    }

    /// {@return the same with something in a place, which no other option may fill}
    <T> TranslateSetup with(Place.OfAddressing<T> place, String name, T value) {
        return given.contains(place) ? mistaken("%s is given twice; leave one out".formatted(name))
            : new TranslateSetup(place.with(machine, value), memory, given.append(place), notes, mistakes);
    }

    /// {@return the same with a word in memory, little-endian}
    TranslateSetup stored(PhysicalAddress at, long word) {
        Place<?> place = new Place.Bytes(at, WORD);
        return given.contains(place) ? mistaken("the word at %s is given twice; leave one out".formatted(at)) : new TranslateSetup(machine, memory.with(at, WORD, word), given.append(place), notes, mistakes);
    }

    /// {@return the same with a translation in a register: the numbered one, or the first that is free}
    TranslateSetup pinned(Stream stream, Option<Integer> number, int registers, Translation translation) {
        Option<Integer> slot = number.orElse(() -> Vector.range(0, registers).find(free -> machine.tlb().register(stream, free).isEmpty()));
        if (slot.isEmpty()) return mistaken("all %d %strs hold something; number the one to replace".formatted(registers, letter(stream)));
        String name = letter(stream) + "tr" + slot.get();
        TranslateSetup emptied = number.isDefined() && !given.contains(new Place.Pinned(stream, slot.get())) ? with(machine.withTlb(machine.tlb().withRegister(stream, slot.get(), Option.none()))) : this;
        return emptied.noted(stream, name, translation).with(new Place.Pinned(stream, slot.get()), name, Option.some(translation));
    }

    /// {@return the same with a translation in a cache}
    TranslateSetup cached(Stream stream, Translation translation) {
        return noted(stream, letter(stream) + "tc", translation).with(new Place.Cached(stream, translation), "the same " + letter(stream) + "tc", true);
    }

    private TranslateSetup noted(Stream stream, String name, Translation translation) {
        long ignored = translation.entry().frame() & translation.size().mask();
        Seq<String> misaligned = List.of("%s ignores the bits of pa below its page size of %s: it maps to %s".formatted(name, translation.size(), translation.physical(translation.page())))
            .filter(note -> ignored != 0);
        return new TranslateSetup(machine, memory, given, notes.appendAll(misaligned).appendAll(overlaps(stream, name, translation)), mistakes);
    }

    private Seq<String> overlaps(Stream stream, String name, Translation translation) {
        return machine.tlb().overlapping(stream, translation.rid(), translation.page(), translation.size()).map(other ->
            "%s overlaps %s: software may not bring that about, and where both match anything may happen".formatted(name, letter(stream) + (other.isCached() ? "tc" : "tr" + other.slot())));
    }

    private TranslateSetup mistaken(String mistake) {
        return new TranslateSetup(machine, memory, given, notes, mistakes.append(mistake));
    }

    private static String letter(Stream stream) {
        return stream == Stream.INSTRUCTION ? "i" : "d";
    }
}
