/// Every case of the kind that is generated.
package vmmref.vectors.scratch;

import io.vavr.collection.Seq;
import vmmref.vectors.format.Draft;

final class Drafts {
    private Drafts() { }

    static Seq<Draft> all() {
        return UseDrafts.all().appendAll(PassageDrafts.all()).appendAll(TurnDrafts.all());
    }
}
