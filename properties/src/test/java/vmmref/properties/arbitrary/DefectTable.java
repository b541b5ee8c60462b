package vmmref.properties.arbitrary;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.translate.Column;

/// Where a defect can be: what the reference makes of every sound scene with it alone.
final class DefectTable {
    private DefectTable() { }

    /// {@return a table of Markdown}
    static String text() {
        return "| defect | decides, alone, in the columns |\n|---|---|\n"
            + Vector.of(Defect.values()).map(defect -> "| " + defect + " | " + columns(defect).map(Column::heading).mkString(", ") + " |\n").mkString();
    }

    static Seq<Column> columns(Defect defect) {
        return Scene.sound().filter(scene -> defect.fits(scene.operation()) && decides(defect, scene)).map(Scene::column).distinct();
    }

    private static boolean decides(Defect defect, Scene scene) {
        try {
            return Rules.becauseOfNarrow(defect.in(scene)) == defect.clause();
        } catch (IllegalArgumentException | ClassCastException absent) {
            return false;
        }
    }
}
