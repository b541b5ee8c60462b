/// Every case of the kind that is generated.
package vmmref.vectors.patch;

import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Stimulus;
import vmmref.vectors.format.Tier;

final class Drafts {
    /// So many cases of a topic hardly repeat each other in other slots, pages, levels and faults.
    private static final int FEW = 32;

    private Drafts() { }

    /// {@return every case, but of topics with more than a few half of what is for tier full alone}
    static Seq<Draft> all() {
        return each().distinctBy(draft -> draft.given(PatchKind.NAME)).groupBy(Draft::topic).values().flatMap(drafts -> drafts.size() > FEW ? half(drafts) : drafts).toVector();
    }

    /// {@return half of them, as evenly as can be whatever the lists are of which they were made: by the parity of the ones in their numbers}
    private static Seq<Draft> half(Seq<Draft> drafts) {
        Set<Stimulus> kept = drafts.filter(draft -> draft.tier() != Tier.FULL).flatMap(draft -> Vector.of(draft.stimulus()).appendAll(draft.near())).toSet();
        return drafts.zipWithIndex().filter(draft -> Integer.bitCount(draft._2) % 2 == 0 || kept.contains(draft._1.stimulus())).map(draft -> draft._1);
    }

    private static Seq<Draft> each() {
        return Vector.of(SlotDrafts.all(), TableDrafts.all(), OperandDrafts.all(), ProbeDrafts.all(), GateDrafts.all(), CoverDrafts.all(), KernelDrafts.all(), AliasDrafts.all(), CodeDrafts.all(), FaultDrafts.all(), StatusDrafts.all(), PageDrafts.all(), ParkedDrafts.all(), LeftDrafts.all(), UseDrafts.all(), RebuiltDrafts.all()).flatMap(drafts -> drafts);
    }
}
