package vmmref.model.alat;

import io.vavr.collection.HashMap;
import io.vavr.control.Option;
import vmmref.model.memory.PhysicalAddress;

/// The advanced load address table: which target registers of advanced loads still hold what memory holds.
///
/// @param entries by register
public record Alat(HashMap<Tag, Range> entries) {
    public static final Alat EMPTY = new Alat(HashMap.empty());

    /// A register by its physical number.
    public record Tag(boolean floating, int physical) { }

    /// Bytes that were loaded.
    public record Range(PhysicalAddress start, int size) {
        boolean overlaps(Range other) {
            return start.bits() < other.start.bits() + other.size && other.start.bits() < start.bits() + size;
        }
    }

    public Option<Range> get(Tag tag) {
        return entries.get(tag);
    }

    public Alat with(Tag tag, Option<Range> range) {
        return new Alat(range.isDefined() ? entries.put(tag, range.get()) : entries.remove(tag));
    }

    /// {@return the entries left after bytes were written}
    public Alat without(Range written) {
        return entries.isEmpty() ? this : new Alat(entries.filterValues(range -> !range.overlaps(written)));
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }
}
