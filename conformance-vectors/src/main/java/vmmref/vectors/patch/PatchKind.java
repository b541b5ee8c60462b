/// Guests whose code holds sensitive instructions that do not trap.
package vmmref.vectors.patch;

import io.vavr.collection.Seq;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Draft;
import vmmref.vectors.vmm.LifeKind;
import vmmref.vectors.vmm.ManualDrafts;
import vmmref.vectors.vmm.Watcher;
import vmmref.vmm.Vmm;
import vmmref.vmm.keys.Catching;
import vmmref.vmm.monitor.Monitoring;
import vmmref.vmm.scratch.ScratchSet;

/// `pre`, `in` and places are those of kind `vmm`, of guests that execute what a monitor has to look for: how it comes to be done as on the guest's own machine is not asked.
public final class PatchKind extends LifeKind {
    static final String NAME = "patch";
    /// How many copies of pages the reference monitor has room for.
    static final int COPIES = 4;
    /// The logarithm of the bytes that it has for stubs.
    static final int STUBS = 14;

    private final Catching catching;
    private final int copies;
    private final int stubs;
    private final ScratchSet set;

    public PatchKind() {
        this(Catching.KEYS, COPIES, STUBS, ScratchSet.HIGH);
    }

    /// The same kind, whose reference catches first accesses and patches in some way.
    ///
    /// @param copies how many pages there are for copies
    /// @param stubs  the logarithm of the bytes for stubs; 0 where every patch traps
    /// @param set    the registers in which stubs park others; none where instructions trap that need registers
    PatchKind(Catching catching, int copies, int stubs, ScratchSet set) {
        this.catching = catching;
        this.copies = copies;
        this.stubs = stubs;
        this.set = set;
    }

    @Override public String name() {
        return NAME;
    }

    @Override protected Watcher watcher(Vmm reference, Case given) {
        return Patches.none(reference, stubs > 0 && set.hasUpper());
    }

    @Override protected Monitoring monitoring(Monitoring plain, Case given) {
        return plain.catching(catching).taking(set).patching(copies, stubs);
    }

    @Override protected boolean isSaid(Vmm reference, Case given) {
        return isUsuallySaid(reference, given);
    }

    @Override public Seq<Draft> drafts() {
        return drafts(ManualDrafts.all(PatchKind.class, (row, draft) -> draft), Drafts.all());
    }
}
