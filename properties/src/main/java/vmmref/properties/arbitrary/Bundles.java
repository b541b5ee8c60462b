package vmmref.properties.arbitrary;

import io.vavr.collection.Seq;
import vmmref.model.bundle.Bundle;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PhysicalAddress;

/// Bundles in memory.
public final class Bundles {
    private Bundles() { }

    /// {@return memory with bundles in it, one behind the other}
    ///
    /// @param at where the first one lies
    public static Memory in(Memory memory, long at, Seq<Bundle> bundles) {
        return bundles.zipWithIndex().foldLeft(memory, (held, each) -> held.with(new PhysicalAddress(at + 16L * each._2), 8, each._1.low()).with(new PhysicalAddress(at + 16L * each._2 + 8), 8, each._1.high()));
    }
}
