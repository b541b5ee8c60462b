package vmmref.properties.arbitrary;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Pte;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Translation;

/// The generators of [Pages] that make several translations.
final class CrowdCatalogue {
    private static final Crowd NOTHING = new Crowd(Vector.empty(), PageCatalogue.REGIONS);
    /// What the seed 0 grows to.
    private static final Held LONE = Held.cached(Stream.DATA,
        Translation.of(new VirtualAddress(0x9ffffffffffb0000L), 0xffffff, new PageSize(16), 0x56, new Pte(0x298f8ba3e7e1L)));

    private CrowdCatalogue() { }

    static Seq<Described<?>> all() {
        return Vector.of(
            Described.of("Pages.crowds()", Pages.crowds(), NOTHING, number(), streams(), places(), sizes(), overlaps(), twice(), reached()),
            Described.of("Pages.cachedCrowds()", Pages.cachedCrowds(), NOTHING, number(), places(), overlaps()),
            Described.of("Pages.crowds(Pages.entries())", Pages.crowds(Pages.entries()), NOTHING, number(), places(), overlaps()),
            Described.of("Pages.multitudes()", Pages.multitudes(), (Seq<Held>) Vector.of(LONE),
                Classifier.<Seq<Held>>by("entries", Vector.of(1, 10, 50, 300), Seq::size),
                Classifier.<Seq<Held>>ofParts("held in", Vector.of("registers 0 to 7", "registers 8 to 15", "the cache"), all -> all.map(CrowdCatalogue::place)),
                Classifier.<Seq<Held>>ofParts("page size", Pages.SIZES.map(PageSize::new), all -> all.map(held -> held.translation().size()))));
    }

    private static Classifier<Crowd> number() {
        return Classifier.by("entries", Vector.range(0, 8), crowd -> crowd.held().size());
    }

    private static Classifier<Crowd> streams() {
        return Classifier.ofParts("stream", Vector.of(Stream.values()), crowd -> crowd.held().map(Held::stream));
    }

    private static Classifier<Crowd> places() {
        return Classifier.ofParts("held in", Vector.of("registers 0 to 7", "registers 8 to 15", "the cache"), crowd -> crowd.held().map(CrowdCatalogue::place));
    }

    private static Classifier<Crowd> sizes() {
        return Classifier.ofParts("page size", Pages.SIZES.map(PageSize::new), crowd -> crowd.held().map(held -> held.translation().size()));
    }

    private static String place(Held held) {
        return held.isCached() ? "the cache" : held.entry().slot() < Pages.SLOTS ? "registers 0 to 7" : "registers 8 to 15";
    }

    /// Of the pairs, those whose pages share an address.
    private static Classifier<Crowd> overlaps() {
        return Classifier.by("two overlap", Vector.of("none do", "of different streams only", "of one stream"), crowd -> {
            Seq<Tuple2<Held, Held>> pairs = pairs(crowd).filter(pair -> overlap(pair._1.translation(), pair._2.translation()));
            return pairs.isEmpty() ? "none do" : pairs.exists(pair -> pair._1.stream() == pair._2.stream()) ? "of one stream" : "of different streams only";
        });
    }

    private static Seq<Tuple2<Held, Held>> pairs(Crowd crowd) {
        return Vector.range(0, crowd.held().size()).flatMap(later -> Vector.range(0, later).map(earlier -> Tuple.of(crowd.held().get(earlier), crowd.held().get(later))));
    }

    private static boolean overlap(Translation one, Translation other) {
        return one.overlaps(other.rid(), other.page(), other.size());
    }

    private static Classifier<Crowd> twice() {
        return Classifier.whether("two name one register", crowd -> pairs(crowd).exists(pair -> !pair._1.isCached() && pair._1.place().equals(pair._2.place())));
    }

    private static Classifier<Crowd> reached() {
        return Classifier.ofParts("regions with the identifier of an entry", Vector.range(0, 9), crowd -> crowd.held().map(held -> crowd.regionsOf(held.translation().rid()).size()));
    }
}
