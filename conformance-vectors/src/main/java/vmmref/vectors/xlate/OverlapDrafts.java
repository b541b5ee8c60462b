package vmmref.vectors.xlate;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.machine.Addressing;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Instruction;
import vmmref.model.translate.Operation;
import vmmref.properties.arbitrary.Scene;
import vmmref.vectors.format.Draft;

/// Insertions and purges beside a translation of every other size: one that shares an address, and the nearest one that does not. Sizes that are the same or next to each other stand for all in tier core.
final class OverlapDrafts {
    private static final VirtualAddress BASE = Cases.at(0x2000000000000000L | 5L << 28);

    private OverlapDrafts() { }

    static Seq<Draft> all() {
        return PageDrafts.SIZES.flatMap(held -> PageDrafts.SIZES.flatMap(changed -> of(held, changed).map(draft -> draft.unlessFull(isNext(held, changed)))));
    }

    private static boolean isNext(PageSize one, PageSize other) {
        return Math.abs(PageDrafts.SIZES.indexOf(one) - PageDrafts.SIZES.indexOf(other)) <= 1;
    }

    /// The held page begins where the changed one does, ends where it does, or begins where it ends.
    private static Seq<Draft> of(PageSize held, PageSize changed) {
        VirtualAddress last   = Cases.at(BASE.bits() + changed.mask());
        VirtualAddress beyond = Cases.at(BASE.bits() + Math.max(held.bytes(), changed.bytes()));
        return Vector.of(Stream.values()).flatMap(stream -> Vector.of(
                pair("a page of %s in a register, an insertion of %s into the cache".formatted(held, changed), pinned(stream, held, last), pinned(stream, held, beyond),
                    Cases.itc(stream, BASE, changed, Scene.ENTRY), Cases.touch(stream, BASE)),
                pair("a page of %s in a register, an insertion of %s into another one".formatted(held, changed), pinned(stream, held, last), pinned(stream, held, beyond),
                    Cases.itr(stream, 4, BASE, changed, Scene.ENTRY), Cases.touch(stream, BASE)),
                pair("a page of %s in the cache, an insertion of %s".formatted(held, changed), cached(stream, held, last), cached(stream, held, beyond),
                    Cases.itr(stream, 4, BASE, changed, Scene.ENTRY), Cases.touch(stream, last(held, last))),
                pair("a page of %s in the cache, a purge of %s".formatted(held, changed), cached(stream, held, last), cached(stream, held, beyond),
                    Cases.purge(Instruction.PurgeType.PTC_L, BASE, changed), Cases.touch(stream, last(held, last))),
                pair("a page of %s in a register, a purge of %s".formatted(held, changed), pinned(stream, held, last), pinned(stream, held, beyond),
                    Cases.purge(stream == Stream.DATA ? Instruction.PurgeType.PTR_D : Instruction.PurgeType.PTR_I, BASE, changed), Cases.touch(stream, last(held, last)))))
            .flatMap(drafts -> drafts);
    }

    /// {@return the last byte of a held page}
    private static VirtualAddress last(PageSize held, VirtualAddress address) {
        return Cases.at(address.page(held).bits() + held.mask());
    }

    private static Seq<Draft> pair(String title, Addressing overlapping, Addressing apart, Operation... instructions) {
        Story shares = Cases.story(overlapping, instructions);
        Story not    = Cases.story(apart, instructions);
        return Vector.of(
            Cases.draft("overlap", title + " that share an address", "Overlap", shares).nearTo(Cases.stimulus(not)),
            Cases.draft("overlap", title + " side by side", "Overlap", not));
    }

    private static Addressing pinned(Stream stream, PageSize size, VirtualAddress address) {
        return Cases.inserting().withTlb(Tlb.EMPTY.withRegister(stream, Scene.SLOT, Option.some(translation(size, address))));
    }

    private static Addressing cached(Stream stream, PageSize size, VirtualAddress address) {
        return Cases.inserting().withTlb(Tlb.EMPTY.withCached(stream, translation(size, address), true));
    }

    private static Translation translation(PageSize size, VirtualAddress address) {
        return Translation.of(address, Scene.RID, size, Scene.KEY, Scene.ENTRY.with(49, 12, 0x9990000L));
    }
}
