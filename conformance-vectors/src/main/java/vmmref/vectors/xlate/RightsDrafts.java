package vmmref.vectors.xlate;

import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;
import vmmref.properties.arbitrary.Scene;
import vmmref.vectors.format.Draft;

/// Every cell of the table of access rights, for every kind of reference that it decides. In tier core are all cells for fetches, loads, stores and the probes that answer, and of each other kind a fourth, which meets every row and column.
final class RightsDrafts {
    private static final Seq<ReferenceType> TYPES = Vector.of(ReferenceType.FETCH, ReferenceType.LOAD, ReferenceType.STORE, ReferenceType.EXCHANGE, ReferenceType.FC, ReferenceType.LFETCH_FAULT,
        ReferenceType.PROBE_RW_FAULT);
    private static final Seq<ReferenceType> PROBES = Vector.of(ReferenceType.PROBE_R, ReferenceType.PROBE_W, ReferenceType.PROBE_R_FAULT, ReferenceType.PROBE_W_FAULT);

    private static final Set<ReferenceType> WHOLE = HashSet.of(ReferenceType.FETCH, ReferenceType.LOAD, ReferenceType.STORE, ReferenceType.PROBE_R, ReferenceType.PROBE_W);

    private RightsDrafts() { }

    static Seq<Draft> all() {
        return Vector.range(0, 8).flatMap(ar -> Vector.range(0, 4).flatMap(pl -> Vector.range(0, 4).flatMap(level ->
            TYPES.map(type -> at(type, ar, pl, level).unlessFull(isTelling(type, ar, pl, level)))
                .appendAll(PROBES.flatMap(type -> probes(type, ar, pl, level).map(draft -> draft.unlessFull(isTelling(type, ar, pl, level))))))));
    }

    private static boolean isTelling(ReferenceType type, int ar, int pl, int level) {
        return WHOLE.contains(type) || (ar + pl + level + type.ordinal()) % 4 == 0;
    }

    private static Draft at(ReferenceType type, int ar, int pl, int level) {
        return Cases.draft("rights", "%s at level %d of a page with ar %d, pl %d".formatted(name(type), level, ar, pl), "AccessRights", Cases.story(scene(type, ar, pl, level)))
            .nearTo(Cases.stimulus(Cases.story(level == 0 ? scene(type, (ar + 1) % 8, pl, 0) : scene(type, ar, pl, level - 1))));
    }

    /// The level that the probe asks for, at level 0; and a more privileged one than the current level.
    private static Seq<Draft> probes(ReferenceType type, int ar, int pl, int level) {
        Seq<Draft> asked = Vector.of(Cases.draft("probe", "%s for level %d of a page with ar %d, pl %d".formatted(name(type), level, ar, pl), "AccessRights", Cases.story(asking(type, ar, pl, 0, level)))
            .nearTo(Cases.stimulus(Cases.story(asking(type, ar, pl, 0, (level + 1) % 4)))));
        return level == 0 || pl % 2 != ar % 2 ? asked : asked.append(
            Cases.draft("probe", "%s for level %d, at level %d, of a page with ar %d, pl %d".formatted(name(type), level - 1, level, ar, pl), "AccessRights", Cases.story(asking(type, ar, pl, level, level - 1)))
                .nearTo(Cases.stimulus(Cases.story(asking(type, ar, pl, 0, level - 1)))));
    }

    private static String name(ReferenceType type) {
        return Op.name(Scene.of(type).operation());
    }

    private static Scene scene(ReferenceType type, int ar, int pl, int level) {
        Scene sound = Scene.of(type);
        Scene page  = sound.with(Scene.ENTRY.with(11, 9, ar).with(8, 7, pl));
        return page.with(page.machine().psr().withCpl(level));
    }

    private static Scene asking(ReferenceType type, int ar, int pl, int level, int asked) {
        Scene scene = scene(type, ar, pl, level);
        return scene.with(Reference.probe(type, scene.reference().address(), asked));
    }
}
