/// Every case of the kind that is generated.
package vmmref.vectors.keys;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.vectors.format.Draft;

final class Drafts {
    private Drafts() { }

    static Seq<Draft> all() {
        return Vector.of(StateDrafts.all(), FaultDrafts.all(), KeyDrafts.all(), CodeDrafts.all(), OwnerDrafts.all(), StackDrafts.all()).flatMap(drafts -> drafts);
    }
}
