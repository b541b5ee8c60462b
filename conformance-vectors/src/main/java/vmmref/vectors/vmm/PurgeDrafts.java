/// Purges of pages and of parts of them, and insertions over others: after the guest has used what was there, nothing of it may be left.
package vmmref.vectors.vmm;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Pte;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.model.word.Bits;
import vmmref.vectors.format.Draft;

final class PurgeDrafts {
    private static final Seq<Integer> SIZES = Vector.of(14, 16, 20);
    private static final Seq<String> PURGES = Vector.of("ptc.l", "ptc.g", "ptc.ga");
    private static final long PAGE = 0x2000000000100000L;
    private static final int RID = 0x102;
    private static final int KEPT = 5;
    /// Guest-physical pages from 1 MB and from 2 MB on.
    private static final long OLD = 0x100000;
    private static final long NEW = 0x200000;
    private static final Pte SOUND = new Pte(0x7e1);

    private PurgeDrafts() { }

    static Seq<Draft> all() {
        return SIZES.flatMap(PurgeDrafts::purged).appendAll(SIZES.flatMap(PurgeDrafts::pinned)).appendAll(SIZES.flatMap(PurgeDrafts::inserted)).appendAll(everything()).appendAll(kept());
    }

    /// {@return a guest that has a page, in a register or in the cache, and has loaded from its first and last bytes}
    static Plot warm(int size, boolean pinned, String... then) {
        Plot plot = Plot.of(GuestBase.VIRTUAL).mapping(0, map -> map.with(OLD >> 12, 0x100, 0x100).with(NEW >> 12, 0x300, 0x100)).with("r36=%x r37=%x".formatted(PAGE + 8, PAGE + (1L << size) - 8));
        Seq<String> code = Vector.of("ld8 r40=[r36]", "ld8 r41=[r37]").appendAll(Vector.of(then));
        Plot coded = plot.code(code.toJavaArray(String[]::new));
        return held(coded, size, pinned).bundles(code.size());
    }

    private static Plot held(Plot plot, int size, boolean pinned) {
        Translation page = Translation.of(new VirtualAddress(PAGE), RID, new PageSize(size), 0, new Pte(SOUND.bits() | OLD));
        Tlb tlb = plot.guests().head().bare().addressing().tlb();
        return new Plot(plot.base(), plot.guests().map(guest -> guest.with(guest.bare().withTlb(pinned ? tlb.withRegister(Stream.DATA, KEPT, io.vavr.control.Option.some(page)) : tlb.withCached(Stream.DATA, page, true)))), plot.needs(), plot.events());
    }

    private static Plot touching(Plot plot, int size) {
        return Vector.of(8L, (1L << size) / 2, (1L << size) - 0x1000, (1L << size) - 8).map(offset -> PAGE + offset).distinct().foldLeft(plot, (each, at) -> each.load(Bits.hexadecimal(at)));
    }

    /// Each purge of the whole page, of its first, a middle and its last part, of a neighbour and of a page around it.
    private static Seq<Draft> purged(int size) {
        return PURGES.flatMap(purge -> Vector.of("whole=0/" + size, "first part=0/12", "second half=%x/12".formatted((1L << size) / 2), "last part=%x/12".formatted((1L << size) - 0x1000), "next page=%x/12".formatted(1L << size), "page around it=0/24").map(range -> {
            String[] parts = range.split("[=/]");
            String changes = "r34=%x r35=%x".formatted(Long.parseLong(parts[2]) << 2, PAGE + Long.parseLong(parts[1], 16));
            Plot plot = touching(warm(size, false, purge + " r35,r34", "srlz.d").with(changes), size);
            return plot.draft("purge", "%s of the %s, a page of %s that was used".formatted(purge, parts[0], new PageSize(size)), "StaleTranslation", touching(warm(size, false), size)).unlessFull(purge.equals("ptc.l") || size == 16);
        })).append(touching(warm(size, false), size).draft("purge", "a page of %s that was used, and nothing is purged".formatted(new PageSize(size)), "StaleTranslation"));
    }

    private static Seq<Draft> pinned(int size) {
        Plot plain = touching(warm(size, true), size);
        return Vector.of(
            plain.draft("purge-register", "a page of %s in a register that was used".formatted(new PageSize(size)), "StaleTranslation"),
            touching(warm(size, true, "ptr.d r35,r34", "srlz.d").with("r34=%x r35=%x".formatted(size << 2, PAGE)), size).draft("purge-register", "ptr.d of a page of %s that was used".formatted(new PageSize(size)), "StaleTranslation", plain),
            touching(warm(size, true, "ptr.d r35,r34", "srlz.d").with("r34=30 r35=%x".formatted(PAGE + (1L << size) - 0x1000)), size).draft("purge-register", "ptr.d of the last part of a page of %s that was used".formatted(new PageSize(size)), "StaleTranslation", plain),
            touching(warm(size, false, "ptr.d r35,r34", "srlz.d").with("r34=%x r35=%x".formatted(size << 2, PAGE)), size).draft("purge-register", "ptr.d of a page of %s in the cache that was used".formatted(new PageSize(size)), "StaleTranslation", touching(warm(size, false), size)),
            touching(warm(size, true, "ptr.i r35,r34", "srlz.d").with("r34=%x r35=%x".formatted(size << 2, PAGE)), size).draft("purge-register", "ptr.i of a page of %s of the other stream".formatted(new PageSize(size)), "StaleTranslation", plain),
            touching(warm(size, true, "ptc.e r0", "srlz.d"), size).draft("purge-register", "ptc.e while a page of %s is in a register".formatted(new PageSize(size)), "StaleTranslation", plain),
            touching(warm(size, true, "ptr.d r35,r34", "srlz.d", "rsm 0x2000", "srlz.d", "mov cr.ifa=r35", "mov cr.itir=r34", "itr.d dtr[r38]=r39", "srlz.d").with("r34=%x r35=%x r38=5 r39=%x".formatted(size << 2, PAGE, NEW | SOUND.bits())), size)
                .draft("purge-register", "ptr.d of a page of %s that was used, and another one in its register".formatted(new PageSize(size)), "StaleTranslation", plain));
    }

    /// A page of each size comes over the one that was used: at its beginning, in it, and around it.
    private static Seq<Draft> inserted(int size) {
        return Vector.of(12, 14, 16, 20).flatMap(other -> Vector.of(0L, (1L << size) / 2).filter(at -> at == 0 || other < size).flatMap(at -> Vector.of("itc.d r39", "itr.d dtr[r38]=r39").map(insertion -> {
            Plot plot = warm(size, false, "rsm 0x2000", "srlz.d", "mov cr.ifa=r35", "mov cr.itir=r34", insertion, "srlz.d").with("r34=%x r35=%x r38=6 r39=%x".formatted(other << 2, PAGE + at, NEW | SOUND.bits()));
            return touching(plot, size).draft("insertion", "%s of a page of %s at %x of one of %s that was used".formatted(insertion.substring(0, 5), new PageSize(other), at, new PageSize(size)), "StaleTranslation", touching(warm(size,
                false), size)).unlessFull(insertion.startsWith("itc") || other == size);
        })));
    }

    private static Seq<Draft> everything() {
        return SIZES.map(size -> touching(warm(size, false, "ptc.e r0", "srlz.d"), size).draft("purge", "ptc.e after a page of %s was used".formatted(new PageSize(size)), "StaleTranslation", touching(warm(size, false), size)));
    }

    /// Purges in another region, and with another region identifier in the region of the page.
    private static Seq<Draft> kept() {
        return SIZES.flatMap(size -> Vector.of(
            touching(warm(size, false, "ptc.l r35,r34", "srlz.d").with("r34=%x r35=%x".formatted(size << 2, 0x4000000000100000L)), size).draft("purge", "ptc.l of the same offset in another region, a page of %s".formatted(new PageSize(size)), "RegionNumber", touching(warm(size, false), size)),
            touching(warm(size, false, "mov rr[r38]=r39", "srlz.d", "ptc.l r35,r34", "srlz.d").with("r34=%x r35=%x r38=4000000000000000 r39=10240".formatted(size << 2, 0x4000000000100000L)), size)
                .draft("purge", "ptc.l through another region with the same identifier, a page of %s".formatted(new PageSize(size)), "RegionNumber", touching(warm(size, false), size))));
    }
}
