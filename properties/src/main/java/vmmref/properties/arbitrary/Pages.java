package vmmref.properties.arbitrary;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Pte;
import vmmref.model.register.RegionRegister;
import vmmref.model.register.RegionRegisters;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Translation;

/// Generators of addresses, pages and translations. Identifiers are few and addresses crowd in a few places, so that pages meet and searches hit.
public final class Pages {
    /// The logarithms of the page sizes that every implementation can insert: 4 KiB to 256 MiB.
    public static final Seq<Integer> SIZES = Vector.of(12, 13, 14, 16, 18, 20, 22, 24, 26, 28);
    /// How many translation registers of a stream the generators use: 0 to 7.
    public static final int SLOTS = 8;

    private static final Seq<Integer> IDENTIFIERS = Vector.of(0, 0x101, 0xffffff);
    private static final Seq<Integer> KEYS = Vector.of(0, 0x55, 0x56, 0xffffff);
    private static final long REGION = 1L << VirtualAddress.OFFSET_WIDTH;
    private static final int MOST = 7;

    private Pages() { }

    /// {@return the numbers 0 to `below` - 1, one as often as another; they shrink to 0}
    public static Arbitrary<Integer> numbers(int below) {
        return Arbitraries.integers().between(0, below - 1).withDistribution(RandomDistribution.uniform());
    }

    /// {@return words of 64 bits, one as often as another and so no boundary to speak of, for which there is [Instructions#words()]; they shrink to 0}
    public static Arbitrary<Long> words() {
        return Arbitraries.longs().withDistribution(RandomDistribution.uniform());
    }

    /// {@return region identifiers, 24 bits: 0, 0x101 and 0xffffff, a third each, and never another; they shrink to 0}
    public static Arbitrary<Integer> identifiers() {
        return Arbitraries.of(IDENTIFIERS.asJava());
    }

    /// {@return protection keys, 24 bits: 0, 0x55, 0x56 and 0xffffff, a quarter each, and never another; they shrink to 0}
    public static Arbitrary<Integer> keys() {
        return Arbitraries.of(KEYS.asJava());
    }

    /// {@return page sizes that can be inserted, never others: half of them 4, 8 and 16 KiB, the other half all of [#SIZES] alike; they shrink to 4 KiB}
    public static Arbitrary<PageSize> sizes() {
        return Arbitraries.oneOf(Arbitraries.of(12, 13, 14), Arbitraries.of(SIZES.asJava())).map(PageSize::new);
    }

    /// {@return virtual addresses, 64 bits, to the byte, in all eight regions alike}
    ///
    /// Of ten offsets three lie in the first 32 KiB of the region, three within 16 KiB of 256 MiB, where pages of every size of [#SIZES] begin and end, three in the last 32 KiB, and one
    /// anywhere. The end of what is implemented is no boundary here: [#boundaryAddresses()]. Shrinks to address 0.
    public static Arbitrary<VirtualAddress> addresses() {
        return Combinators.combine(numbers(RegionRegisters.NUMBER), offsets()).as(Crowd::in);
    }

    private static Arbitrary<Long> offsets() {
        return Arbitraries.frequencyOf(
            Tuple.of(3, between(0, 0x7fff)),
            Tuple.of(3, between(0x1000_0000 - 0x4000, 0x1000_0000 + 0x3fff)),
            Tuple.of(3, between(REGION - 0x8000, REGION - 1)),
            Tuple.of(1, between(0, REGION - 1)));
    }

    private static Arbitrary<Long> between(long first, long last) {
        return Arbitraries.longs().between(first, last).withDistribution(RandomDistribution.uniform());
    }

    /// {@return virtual addresses, 64 bits, in all eight regions alike, half of them where addresses begin or end to be implemented on [Scenes#NARROW], the other half anywhere}
    ///
    /// A boundary is the offset 2^n or -2^n, or the one before it, for n of 0, 43, 44, 49, 50, 51, 60 and 61, each as often as another. Shrinks to the offset -2 in region 0.
    public static Arbitrary<VirtualAddress> boundaryAddresses() {
        Arbitrary<Long> bits = Arbitraries.of(0, 43, 44, 49, 50, 51, 60, 61).map(bit -> 1L << bit);
        Arbitrary<Long> edges = Combinators.combine(bits, Arbitraries.of(-1, 1), Arbitraries.of(-1, 0)).as((bit, sign, before) -> sign * bit + before);
        return Arbitraries.oneOf(edges, words()).flatMap(word -> numbers(8).map(region -> Crowd.in(region, word)));
    }

    /// {@return page-table entries, 64 bits, that permit everything at every level, in any frame: bits 49:12, one as often as another}
    ///
    /// Present, accessed, dirty, cacheable, pl 3, ar 3; every other bit is 0. Shrinks to frame 0.
    public static Arbitrary<Pte> permissiveEntries() {
        return between(0, (1L << 38) - 1).map(Pages::permissive);
    }

    private static Pte permissive(long frame) {
        return new Pte(0x7e1 | frame << 12);
    }

    /// {@return page-table entries, 64 bits, with any rights, most of them those of cacheable pages that are present, accessed and dirty}
    ///
    /// Memory attribute: 0 (WB) 60 %, and 4, 5, 6 and 7 (NaT page) 10 % each, never one that is reserved. Present, accessed and dirty 70 %, not accessed 10 %, not dirty 10 %, none of the three
    /// 10 %. Of four entries three have pl 3 and an ar of 3 or 7, the fourth any. The frame, ed and the bits 63:53, which are ignored, are anything; reserved bits are 0. Shrinks to a page
    /// that is present, accessed and dirty, with ar 0 and pl 0, in frame 0.
    public static Arbitrary<Pte> entries() {
        return Combinators.combine(words(), Arbitraries.of(0, 0, 0, 0, 0, 0, 4, 5, 6, 7), Arbitraries.of(0x61, 0x61, 0x61, 0x61, 0x61, 0x61, 0x61, 0x41, 0x21, 0), numbers(4))
            .as((word, attribute, bits, quarter) -> new Pte(word & ~0xc00000000007fL | (long) attribute << 2 | bits | (quarter == 0 ? 0 : 0x780)));
    }

    /// {@return those of [#entries()], made present, and cacheable where they were of NaT pages: never an absent page, never a NaT page; they shrink like them}
    public static Arbitrary<Pte> presentEntries() {
        return entries().map(entry -> new Pte(entry.ma() == 7 ? entry.bits() & ~0x1cL | 1 : entry.bits() | 1));
    }

    /// {@return translations of the pages that hold [#addresses()], of [#identifiers()], [#sizes()] and [#keys()], with some entries; each part is drawn alone, and shrinks alone}
    public static Arbitrary<Translation> translations(Arbitrary<Pte> entries) {
        return Combinators.combine(addresses(), identifiers(), sizes(), keys(), entries).as(Translation::of);
    }

    /// {@return the eight region registers, each with one of the [#identifiers()], and so three different ones at most; the preferred size is 16 KiB, the walker off; they shrink to identifier 0}
    public static Arbitrary<RegionRegisters> regions() {
        return identifiers().list().ofSize(RegionRegisters.NUMBER).map(identifiers ->
            RegionRegisters.of(Vector.ofAll(identifiers).map(identifier -> new RegionRegister((long) identifier << 8 | 14 << 2))));
    }

    /// {@return translations, with some entries, in both streams alike, a third of them in the registers 0 to 7, the others in caches; they shrink to register 0 of the instruction stream}
    public static Arbitrary<Held> held(Arbitrary<Pte> entries) {
        return Combinators.combine(Arbitraries.of(Stream.class), numbers(3), numbers(SLOTS), translations(entries)).as((stream, third, slot, translation) ->
            third == 0 ? Held.pinned(stream, slot, translation) : Held.cached(stream, translation));
    }

    /// {@return crowds whose pages permit everything: [#crowds(Arbitrary)] with [#permissiveEntries()]}
    public static Arbitrary<Crowd> crowds() {
        return crowds(permissiveEntries());
    }

    /// {@return those of [#crowds()], each translation in the cache of its stream: never a translation register}
    public static Arbitrary<Crowd> cachedCrowds() {
        return crowds().map(crowd -> crowd.map(held -> Held.cached(held.stream(), held.translation())));
    }

    /// {@return crowds of 0 to 7 of [#held(Arbitrary)], each number as often as another, and of [#regions()]}
    ///
    /// Nothing keeps the translations apart: they overlap within a stream, and two may name one register, of which [Held#tlb] keeps the later. Shrinks to nothing held and identifiers 0.
    public static Arbitrary<Crowd> crowds(Arbitrary<Pte> entries) {
        return Combinators.combine(held(entries).list().ofMaxSize(MOST).withSizeDistribution(RandomDistribution.uniform()), regions())
            .as((held, regions) -> new Crowd(Vector.ofAll(held), regions));
    }

    /// {@return 1, 10, 50 or 300 translations that permit everything: 25, 37.5, 25 and 12.5 % of the cases}
    ///
    /// Of twenty one is in a register, 8 to 15, which the other generators do not use; streams, regions, identifiers, keys and [#SIZES] are alike. Of four offsets three lie within 512 KiB
    /// of a region's end, wrapping to its beginning, and one anywhere. All of a case grows from one seed, of which small ones come
    /// up most, so that cases repeat. Shrinks to one translation, which looks like any other, and never in its parts.
    public static Arbitrary<Seq<Held>> multitudes() {
        return Combinators.combine(Arbitraries.of(1, 1, 10, 10, 10, 50, 50, 300), Arbitraries.longs()).as((number, seed) -> {
            Random random = new Random(seed);
            return Vector.fill(number, () -> held(random));
        });
    }

    private static Held held(Random random) {
        Stream stream = Stream.values()[random.nextInt(2)];
        long offset = random.nextInt(4) == 0 ? random.nextLong() : REGION - 0x8_0000 + random.nextInt(0x10_0000);
        Translation translation = Translation.of(Crowd.in(random.nextInt(RegionRegisters.NUMBER), offset), IDENTIFIERS.get(random.nextInt(IDENTIFIERS.size())),
            new PageSize(SIZES.get(random.nextInt(SIZES.size()))), KEYS.get(random.nextInt(KEYS.size())), permissive(random.nextLong(1L << 38)));
        return random.nextInt(20) == 0 ? Held.pinned(stream, SLOTS + random.nextInt(SLOTS), translation) : Held.cached(stream, translation);
    }
}
