package vmmref.model.translate;

import io.vavr.collection.Seq;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.tlb.Entry;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;

/// The question which translations share an address with a range.
@FunctionalInterface
public interface Overlap {
    /// {@return the entries of a stream that share an address with a range of the region with an identifier; the range is aligned to its size}
    Seq<Entry> overlapping(Tlb tlb, Stream stream, int rid, VirtualAddress address, PageSize size);
}
