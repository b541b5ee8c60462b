package vmmref.vmm.zoo;

import io.vavr.Tuple;
import io.vavr.collection.Vector;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.VirtualAddress;
import vmmref.spec.PatchedPages;
import vmmref.vmm.monitor.Monitoring;
import vmmref.vmm.patch.Copies;

/// Keeps a copy that nobody executes any more, unless its page is needed.
final class LeaksCopies {
    static final Member MEMBER = Member.monitoring("LeaksCopies", "pages of copies are not free after a guest has purged the translations that led to them",
        Vector.of(PatchedPages.COPY_RELEASED, PatchedPages.COPIES_APART), "CopyGuarantees.apart", LeaksCopies::wrong);

    private LeaksCopies() { }

    private static Monitoring wrong(Monitoring right) {
        return right.withPatching(right.patching().withReleasing((copies, rid, address, range) -> copies.isFull() ? copies.without(rid, address, range) : unled(copies, rid, address, range)));
    }

    private static Copies unled(Copies copies, int rid, VirtualAddress address, PageSize range) {
        Copies without = copies.without(rid, address, range);
        return new Copies(copies.first(), copies.number(), copies.stubs(), copies.made().map((alias, copy) -> Tuple.of(alias, without.of(alias).getOrElse(copy))));
    }
}
