package vmmref.properties.guarantee;

import io.vavr.Tuple;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import vmmref.model.memory.VirtualAddress;
import vmmref.vmm.build.Act;

/// Memory as processors may see it, eight bytes by eight: what a half held when everything settled, or anything that was written to it since.
///
/// @param halves by address, the oldest value first
record Views(TreeMap<Long, Vector<Long>> halves) {

    /// {@return memory in which everything has settled}
    static Views of(VirtualAddress at, Seq<Long> halves) {
        return new Views(TreeMap.ofEntries(halves.zipWithIndex((half, number) -> Tuple.of(at.bits() + 8L * number, Vector.of(half)))));
    }

    Views after(Act act) {
        return switch (act) {
            case Act.Settle settle                          -> new Views(halves.mapValues(values -> Vector.of(values.last())));
            case Act.Write(VirtualAddress where, long bits) -> new Views(halves.put(where.bits(), halves.get(where.bits()).get().append(bits)));
        };
    }

    /// {@return what memory holds from an address on}
    Seq<Long> memory(VirtualAddress at) {
        return Vector.range(0, halves.size()).map(number -> halves.get(at.bits() + 8L * number).get().last());
    }

    /// {@return everything that a processor may see from an address on: of each half any value, in any combination}
    Seq<Seq<Long>> all(VirtualAddress at) {
        return Vector.range(0, halves.size()).map(number -> halves.get(at.bits() + 8L * number).get().distinct())
            .foldLeft(Vector.<Seq<Long>>of(Vector.empty()), (views, values) -> views.flatMap(view -> values.map(view::append)));
    }
}
