package vmmref.vectors.xlate;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.profile.Profile;
import vmmref.model.translate.FaultOrder;
import vmmref.properties.arbitrary.Defect;
import vmmref.properties.arbitrary.Scene;
import vmmref.vectors.format.Draft;

/// Every kind of reference and instruction: sound, with each thing wrong alone, and with each pair of things that can be wrong at once.
final class OrderDrafts {
    private static final FaultOrder ORDER = FaultOrder.architected();

    private OrderDrafts() { }

    static Seq<Draft> all() {
        return Scene.sound().flatMap(OrderDrafts::of);
    }

    private static Seq<Draft> of(Scene sound) {
        Seq<Defect> defects = ORDER.clauses(sound.column()).flatMap(Defect::of).filter(defect -> defect.fits(sound.operation()));
        String name = Op.name(sound.operation());
        Seq<Draft> alone = defects.flatMap(defect -> draft("order-alone", name + ": " + text(defect), Vector.of(defect), defect.in(sound), sound));
        Seq<Draft> pairs = defects.zipWithIndex().flatMap(higher -> defects.drop(higher._2 + 1).filter(higher._1::isCompatibleWith).flatMap(lower ->
            draft("order-pair", name + ": " + text(higher._1) + " before " + text(lower), Vector.of(higher._1, lower), higher._1.in(lower.in(sound)), lower.in(sound))));
        return alone.appendAll(pairs).prepend(Cases.draft("sound", name + ": nothing is wrong", Vector.empty(), Cases.ANYWHERE, Cases.story(sound)));
    }

    private static Option<Draft> draft(String topic, String title, Seq<Defect> defects, Scene scene, Scene near) {
        Map<String, String> needs = defects.map(OrderDrafts::needs).fold(Cases.ANYWHERE, Map::merge);
        return Option.when(Profile.all().exists(profile -> defects.forAll(defect -> defect.isPossibleOn(profile))), () ->
            Cases.draft(topic, title, Vector.of("FaultOrder"), needs, Cases.story(scene)).nearTo(Cases.stimulus(Cases.story(near))));
    }

    /// {@return what an implementation must lack or have to meet the condition}
    private static Map<String, String> needs(Defect defect) {
        return switch (defect) {
            case FIELD_UNIMPLEMENTED   -> LinkedHashMap.of("key", "<23", "rid", "<23");
            case OPERAND_UNIMPLEMENTED, ADDRESS_UNIMPLEMENTED -> Cases.NARROW;
            case OPERATION_VIRTUALIZED -> LinkedHashMap.of(Profile.VIRTUAL_MACHINE_SWITCH, "true");
            default                    -> Cases.ANYWHERE;
        };
    }

    private static String text(Defect defect) {
        return defect.clause().sentence().title();
    }
}
