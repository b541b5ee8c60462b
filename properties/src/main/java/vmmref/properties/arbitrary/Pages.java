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
    /// The logarithms of the page sizes that every implementation can insert.
    public static final Seq<Integer> SIZES = Vector.of(12, 13, 14, 16, 18, 20, 22, 24, 26, 28);
    /// How many translation registers of a stream the generators use: 0 to 7.
    public static final int SLOTS = 8;

    private static final Seq<Integer> IDENTIFIERS = Vector.of(0, 0x101, 0xffffff);
    private static final Seq<Integer> KEYS = Vector.of(0, 0x55, 0x56, 0xffffff);
    private static final long REGION = 1L << VirtualAddress.OFFSET_WIDTH;
    private static final int MOST = 7;

    private Pages() { }

    public static Arbitrary<Integer> numbers(int below) {
        return Arbitraries.integers().between(0, below - 1).withDistribution(RandomDistribution.uniform());
    }

    public static Arbitrary<Long> words() {
        return Arbitraries.longs().withDistribution(RandomDistribution.uniform());
    }

    public static Arbitrary<Integer> identifiers() {
        return Arbitraries.of(IDENTIFIERS.asJava());
    }

    public static Arbitrary<Integer> keys() {
        return Arbitraries.of(KEYS.asJava());
    }

    /// {@return page sizes that can be inserted, the smaller more often}
    public static Arbitrary<PageSize> sizes() {
        return Arbitraries.oneOf(Arbitraries.of(12, 13, 14), Arbitraries.of(SIZES.asJava())).map(PageSize::new);
    }

    /// {@return addresses of any region: near its beginning, near its end, around a boundary of pages of all sizes, or anywhere}
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

    /// {@return entries of pages that permit everything at every level, in any frame}
    public static Arbitrary<Pte> permissiveEntries() {
        return between(0, (1L << 38) - 1).map(Pages::permissive);
    }

    private static Pte permissive(long frame) {
        return new Pte(0x7e1 | frame << 12);
    }

    /// {@return entries with any rights, most of them those of cacheable pages that are present, accessed and dirty}
    public static Arbitrary<Pte> entries() {
        return Combinators.combine(words(), Arbitraries.of(0, 0, 0, 0, 0, 0, 4, 5, 6, 7), Arbitraries.of(0x61, 0x61, 0x61, 0x61, 0x61, 0x61, 0x61, 0x41, 0x21, 0), numbers(4))
            .as((word, attribute, bits, quarter) -> new Pte(word & ~0xc00000000007fL | (long) attribute << 2 | bits | (quarter == 0 ? 0 : 0x780)));
    }

    public static Arbitrary<Translation> translations(Arbitrary<Pte> entries) {
        return Combinators.combine(addresses(), identifiers(), sizes(), keys(), entries).as(Translation::of);
    }

    /// {@return region registers that hold four identifiers at most}
    public static Arbitrary<RegionRegisters> regions() {
        return identifiers().list().ofSize(RegionRegisters.NUMBER).map(identifiers ->
            RegionRegisters.of(Vector.ofAll(identifiers).map(identifier -> new RegionRegister((long) identifier << 8 | 14 << 2))));
    }

    /// {@return translations in registers and in caches of both streams}
    public static Arbitrary<Held> held(Arbitrary<Pte> entries) {
        return Combinators.combine(Arbitraries.of(Stream.class), numbers(3), numbers(SLOTS), translations(entries)).as((stream, third, slot, translation) ->
            third == 0 ? Held.pinned(stream, slot, translation) : Held.cached(stream, translation));
    }

    /// {@return crowds whose pages permit everything}
    public static Arbitrary<Crowd> crowds() {
        return crowds(permissiveEntries());
    }

    /// {@return crowds without translation registers}
    public static Arbitrary<Crowd> cachedCrowds() {
        return crowds().map(crowd -> crowd.map(held -> Held.cached(held.stream(), held.translation())));
    }

    static Arbitrary<Crowd> crowds(Arbitrary<Pte> entries) {
        return Combinators.combine(held(entries).list().ofMaxSize(MOST).withSizeDistribution(RandomDistribution.uniform()), regions())
            .as((held, regions) -> new Crowd(Vector.ofAll(held), regions));
    }

    /// {@return some to some hundred entries of the caches, and of registers that the other generators do not use}
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
