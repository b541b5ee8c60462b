package vmmref.vmm.build;

import static vmmref.spec.Builds.BUNDLES_PACKED;
import static vmmref.spec.Builds.GROUP_BROKEN;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Templates;
import vmmref.spec.Builds;

/// The fewest bundles for instructions; of two templates that do equally well the one with the lower code (model choice).
///
/// @param places where some instructions must stand
public record Packing(GroupPlaces places) {
    private static final Seq<Filling> FILLINGS = Templates.architected().assigned().map(Filling::of);

    /// {@return the bundles that hold instructions in their order, which begin a group}
    @Builds.Rule({BUNDLES_PACKED, GROUP_BROKEN})
    public Packed pack(Seq<Line> lines) {
        Vector<Placed> placed = lines.map(line -> new Placed(line, places.of(line))).toVector();
        return broken(placed).<Packed>map(why -> new Packed.Refused(why, GROUP_BROKEN))
            .getOrElse(() -> new Packed.Done(fewest(placed).toVector(), BUNDLES_PACKED));
    }

    private static Option<String> broken(Vector<Placed> lines) {
        return lines.zipWithIndex().find(each -> each._1.place() == GroupPlace.LAST && !each._1.line().stop())
            .map(each -> "the instruction %d, %s, must be the last of its group".formatted(each._2, each._1.line().slot()))
            .orElse(() -> lines.zipWithIndex().find(each -> each._2 > 0 && each._1.place() == GroupPlace.FIRST && !lines.get(each._2 - 1).line().stop())
                .map(each -> "the instruction %d, %s, must be the first of its group".formatted(each._2, each._1.line().slot())));
    }

    /// The best way to pack what begins with each instruction is known when the best ways for the three that follow it are.
    private static List<Bundle> fewest(Vector<Placed> lines) {
        return lines.zipWithIndex()
            .foldRight(List.of(List.<Bundle>empty()), (line, plans) -> plans.prepend(best(lines.slice(line._2, line._2 + Filling.MOST), plans)))
            .head();
    }

    /// @param plans for what follows the first of the lines, for what follows the second, and so on
    private static List<Bundle> best(Vector<Placed> lines, List<List<Bundle>> plans) {
        Filling.Filled best = FILLINGS.map(filling -> filling.filled(lines)).filter(filled -> filled.taken() > 0).minBy(filled -> plans.get(filled.taken() - 1).size()).get();
        return plans.get(best.taken() - 1).prepend(best.bundle(lines));
    }
}
