/// Every kind of reference of a guest: with each thing wrong alone, and with each pair of things that can be wrong at once.
package vmmref.vectors.gpmap;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.translate.FaultOrder;
import vmmref.model.translate.ReferenceType;
import vmmref.properties.arbitrary.Defect;
import vmmref.properties.arbitrary.Scene;
import vmmref.vectors.format.Draft;

final class ConditionDrafts {
    private static final FaultOrder ORDER = FaultOrder.architected();
    private static final Seq<ReferenceType> TYPES = Vector.of(ReferenceType.FETCH, ReferenceType.LOAD, ReferenceType.STORE, ReferenceType.EXCHANGE, ReferenceType.FETCHADD, ReferenceType.SPECULATIVE_LOAD, ReferenceType.LFETCH_FAULT);

    private ConditionDrafts() { }

    static Seq<Draft> all() {
        return TYPES.map(Scene::of).flatMap(ConditionDrafts::of);
    }

    private static Seq<Draft> of(Scene sound) {
        Seq<Defect> defects = ORDER.clauses(sound.column()).flatMap(Defect::of).filter(defect -> defect.fits(sound.operation()) && defect != Defect.OPERATION_VIRTUALIZED);
        String name = GuestOp.name(sound.reference());
        Seq<Draft> alone = defects.flatMap(defect -> draft("fault-alone", name + ": " + text(defect), defect.in(sound), sound));
        Seq<Draft> pairs = defects.zipWithIndex().flatMap(higher -> defects.drop(higher._2 + 1).filter(higher._1::isCompatibleWith).flatMap(lower ->
            draft("fault-pair", name + ": " + text(higher._1) + " before " + text(lower), higher._1.in(lower.in(sound)), lower.in(sound))));
        return alone.appendAll(pairs.zipWithIndex((draft, index) -> draft.unlessFull((index + sound.reference().type().ordinal()) % 5 == 0))).prepend(Cases.draft("sound", name + ": nothing is wrong", "GuestMemory", Cases.of(sound)));
    }

    /// Levels 1 and 2 are none of a guest.
    private static Seq<Draft> draft(String topic, String title, Scene scene, Scene near) {
        Map<String, String> needs = LinkedHashMap.empty();
        return scene.machine().psr().cpl() % 3 != 0 ? Vector.empty() : Vector.of(Cases.draft(topic, title, "FaultOrder", needs, Cases.of(scene)).nearTo(Cases.of(near).stimulus()));
    }

    private static String text(Defect defect) {
        return defect.clause().sentence().title();
    }
}
