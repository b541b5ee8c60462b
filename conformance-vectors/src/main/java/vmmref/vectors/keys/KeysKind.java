/// What pages of guests are used as, and which accesses are caught.
package vmmref.vectors.keys;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Draft;
import vmmref.vectors.vmm.LifeKind;
import vmmref.vectors.vmm.Listener;
import vmmref.vectors.vmm.ManualDrafts;
import vmmref.vectors.vmm.Watcher;
import vmmref.vmm.Vmm;
import vmmref.vmm.keys.Catching;
import vmmref.vmm.monitor.Monitoring;

/// `pre` and `in` are those of kind `vmm`, of a monitor that catches first accesses. Places besides: `eN.caught`, whether an access was caught while the event N, a `step`, happened; `ram#3.state`, what a frame that was ever used is used as in the end.
public final class KeysKind extends LifeKind {
    static final String NAME = "keys";

    private final Catching catching;

    public KeysKind() {
        this(Catching.KEYS);
    }

    /// The same kind, whose reference tells the hardware in some way what states deny.
    KeysKind(Catching catching) {
        this.catching = catching;
    }

    @Override public String name() {
        return NAME;
    }

    @Override protected Watcher watcher(Vmm reference, Case given) {
        return Catches.NONE;
    }

    @Override protected Listener listener(Case given) {
        return Heard.NOTHING;
    }

    @Override protected Monitoring monitoring(Monitoring plain, Case given) {
        return plain.catching(catching);
    }

    @Override public Seq<String> unlike(String place, String value) {
        return place.endsWith(".state") ? Vector.of(Use.values()).map(Use::text).remove(value) : super.unlike(place, value);
    }

    @Override protected boolean isSaid(Vmm reference, Case given) {
        return isUsuallySaid(reference, given);
    }

    @Override public Seq<Draft> drafts() {
        return drafts(ManualDrafts.all(KeysKind.class, (row, draft) -> draft), Drafts.all());
    }
}
