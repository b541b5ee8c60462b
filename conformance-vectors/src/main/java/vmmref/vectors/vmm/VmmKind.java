/// What becomes of guests, whatever stands behind them.
package vmmref.vectors.vmm;

import io.vavr.collection.Seq;
import vmmref.model.machine.Machine;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Draft;

/// `pre` is `{"guests":{"0":{…},"1":{…}}}`, each a [vmmref.vectors.machine.MachineState] with a [vmmref.vectors.gpmap.NamedMap]; `in.events` are [Happening]s. Places: `eN` tells of the event N, from 0: `done` of a switch or
/// remap; where a touch ended; how two are related. `gN.PLACE` is what differs of guest N, `ram#3+0010` eight bytes of a
/// frame that changed. The outcome is `done`, `abort` when a guest has ended, or `unspecified`.
public final class VmmKind extends LifeKind {
    static final String NAME = "vmm";

    /// {@return the machine of the guest that runs first in a case}
    public static Machine first(Case given) {
        return Life.read(given.start(), given.in()).guests().head().bare();
    }

    @Override public String name() {
        return NAME;
    }

    @Override public Seq<Draft> drafts() {
        return drafts(ManualDrafts.all(), Drafts.all());
    }
}
