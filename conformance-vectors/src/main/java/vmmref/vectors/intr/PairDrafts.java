/// Starts at which two neighbours of the table of priorities are due.
package vmmref.vectors.intr;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.spec.Table;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Source;
import vmmref.vectors.machine.MachineBase;

final class PairDrafts {
    private static final String NEVER = "-";

    /// @param scene none where the two never meet, and `why` says why
    record Pair(String higher, String lower, Option<Scene> scene, String why) { }

    private PairDrafts() { }

    static Seq<Pair> pairs() {
        return Source.named(PairDrafts.class, "pairs").rows().map(PairDrafts::pair);
    }

    private static Pair pair(Table.Row row) {
        if (row.cell(2).equals(NEVER)) return new Pair(row.cell(0), row.cell(1), Option.none(), row.cell(3));
        MachineBase base = row.cell(2).equals("flat") ? MachineBase.VECTORED : MachineBase.VECTORED_VIRTUAL;
        Scene scene = Scene.of(base).with(row.cell(3));
        return new Pair(row.cell(0), row.cell(1), scene.executing(row.cell(4).charAt(0) - '0', row.cell(4).substring(2)), "");
    }

    /// Each also while PSR.ic is 0, which is what the first is near to.
    static Seq<Draft> all() {
        return pairs().flatMap(pair -> pair.scene.toVector().flatMap(scene -> Vector.of(draft(pair, scene, "", Option.some(scene.with("psr-13"))), draft(pair, scene.with("psr-13"), " while PSR.ic is 0", Option.some(scene)))
            .filter(draft -> scene.machine().psr().ic() || !draft.title().endsWith("0"))));
    }

    private static Draft draft(Pair pair, Scene scene, String said, Option<Scene> near) {
        return scene.draft("priority", "%s comes before %s%s".formatted(pair.higher, pair.lower, said), List.of("FaultOrder"), near);
    }
}
