/// A draft, and what it has in common with others that are much like it.
package vmmref.vectors.step;

import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import vmmref.vectors.format.Draft;

/// @param group equal for drafts that are alike
record Alike(Draft draft, Object group) {

    /// {@return the drafts in their order; of each group no more than `most` keep their tier, spread evenly over it, and the others go to tier full}
    static Seq<Draft> spread(Seq<Alike> drafts, int most) {
        Set<Integer> kept = drafts.zipWithIndex().groupBy(each -> each._1.group).values().toVector().flatMap(group -> some(group, most)).map(Tuple2::_2).toSet();
        return drafts.zipWithIndex((each, index) -> each.draft.unlessFull(kept.contains(index)));
    }

    private static <T> Seq<T> some(Seq<T> group, int most) {
        int stride = (group.size() + most - 1) / most;
        return group.zipWithIndex().filter(each -> each._2 % stride == 0).map(Tuple2::_1);
    }
}
