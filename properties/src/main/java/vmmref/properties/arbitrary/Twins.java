package vmmref.properties.arbitrary;

import io.vavr.collection.Seq;
import vmmref.model.partition.Event;
import vmmref.model.partition.Partition;

/// A partition among others, and the same among others that do something else.
///
/// @param own    the partition
/// @param slices what it does, with something of the others before each
public record Twins(Populated one, Populated other, Partition own, Seq<Slice> slices) {
    /// Instructions of its guests, and then something that it asks for.
    public record Slice(int instructions, Event event) { }
}
