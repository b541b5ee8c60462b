package vmmref.vectors.xlate;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.register.Dcr;
import vmmref.model.translate.FaultOrder;
import vmmref.model.translate.Column;
import vmmref.model.translate.ReferenceType;
import vmmref.properties.arbitrary.Defect;
import vmmref.properties.arbitrary.Scene;
import vmmref.vectors.format.Draft;

/// Speculative loads that meet one condition or two, under every setting that defers them or not.
final class SpeculationDrafts {
    private static final Seq<Defect> DEFECTS = FaultOrder.architected().clauses(Column.DATA).flatMap(Defect::of)
        .filter(defect -> defect.fits(Scene.of(ReferenceType.SPECULATIVE_LOAD).operation()) && defect != Defect.ADDRESS_UNIMPLEMENTED);
    private static final long ALL = Vector.of(Dcr.Bit.values()).map(bit -> 1L << bit.number()).fold(0L, (one, other) -> one | other);
    private static final int ED = 43;
    private static final int IC = 13;
    private static final int IT = 36;

    private SpeculationDrafts() { }

    /// Of two conditions each bit of DCR is in tier core either alone or as the only one that is 0.
    static Seq<Draft> all() {
        Scene sound = Scene.of(ReferenceType.SPECULATIVE_LOAD);
        return DEFECTS.flatMap(defect -> settings(title(defect), defect.in(sound))).appendAll(settings("nothing wrong", sound))
            .appendAll(DEFECTS.flatMap(one -> DEFECTS.filter(one::isCompatibleWith).filter(other -> one.ordinal() < other.ordinal())
                .flatMap(other -> deferring(title(one) + " and " + title(other), one.in(other.in(sound)))
                    .zipWithIndex((draft, index) -> draft.unlessFull((one.ordinal() + other.ordinal() + index / 2 + index) % 2 == 0)))));
    }

    private static String title(Defect defect) {
        return defect.clause().sentence().title();
    }

    /// Each bit of DCR alone and all but it, with and without the page of the code permitting it; and what overrides them all.
    private static Seq<Draft> settings(String title, Scene scene) {
        return deferring(title, scene).append(draft(title + ", PSR.ed 1", scene.with(scene.machine().psr().with(ED, true)), scene))
            .append(draft(title + ", PSR.ic 0", scene.with(scene.machine().psr().with(IC, false)), scene))
            .append(draft(title + ", all of DCR, but the page of the code does not permit it", scene.with(scene.machine().withDcr(new Dcr(ALL))), scene))
            .append(draft(title + ", all of DCR and the page of the code, but fetches are not translated",
                scene.with(scene.machine().withDcr(new Dcr(ALL)).withCodeEd(true).withPsr(scene.machine().psr().with(IT, false))), scene));
    }

    private static Seq<Draft> deferring(String title, Scene scene) {
        Scene permitted = scene.with(scene.machine().withCodeEd(true));
        return Vector.of(Dcr.Bit.values()).flatMap(bit -> Vector.of(
                draft(title + ", DCR." + name(bit), permitted.with(permitted.machine().withDcr(new Dcr(1L << bit.number()))), permitted),
                draft(title + ", all of DCR but " + name(bit), permitted.with(permitted.machine().withDcr(new Dcr(ALL & ~(1L << bit.number())))), permitted)))
            .append(Cases.draft("speculation", title + ", nothing of DCR", "Speculation", Cases.story(permitted)))
            .append(Cases.draft("speculation", title, "Speculation", Cases.story(scene)));
    }

    private static String name(Dcr.Bit bit) {
        return bit.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static Draft draft(String title, Scene scene, Scene near) {
        return Cases.draft("speculation", title, "Speculation", Cases.story(scene)).nearTo(Cases.stimulus(Cases.story(near)));
    }
}
