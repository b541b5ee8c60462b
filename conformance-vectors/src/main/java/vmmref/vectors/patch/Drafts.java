/// Every case of the kind that is generated.
package vmmref.vectors.patch;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.vectors.format.Draft;

final class Drafts {
    private Drafts() { }

    static Seq<Draft> all() {
        return Vector.of(SlotDrafts.all(), TableDrafts.all(), OperandDrafts.all(), ProbeDrafts.all(), GateDrafts.all(), CoverDrafts.all(), KernelDrafts.all(), AliasDrafts.all(), CodeDrafts.all(), FaultDrafts.all(), StatusDrafts.all(), PageDrafts.all()).flatMap(drafts -> drafts);
    }
}
