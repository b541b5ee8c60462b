package vmmref.model.dependency;

import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import vmmref.spec.Clause;

/// What an instruction does to resources.
///
/// @param reads  what it reads, its qualifying predicate among it
/// @param writes what it writes, whatever was there
/// @param adds   what it adds to, so that of two that add either may be first
public record Access(Seq<Resource> reads, Seq<Resource> writes, Seq<Resource> adds, Clause because) {
    static Access none(Clause because) {
        return new Access(Array.empty(), Array.empty(), Array.empty(), because);
    }

    /// {@return whether it changes a resource}
    public boolean changes(Resource resource) {
        return writes.contains(resource) || adds.contains(resource);
    }

    /// {@return what it changes}
    public Seq<Resource> changes() {
        return writes.appendAll(adds);
    }
}
