package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.spec.ScratchRegisters;
import vmmref.vmm.monitor.Monitoring;

/// Takes the mark of a use of f32 to f127 for one of its own.
final class ClearsHighUse {
    static final Member MEMBER = Member.monitoring("ClearsHighUse", "PSR.mfh is 0 after a guest has changed a high floating-point register",
        Vector.of(ScratchRegisters.USE_EMULATED), "ScratchGuarantees.alike", ClearsHighUse::wrong);

    /// PSR.mfh.
    private static final int MFH = 5;

    private ClearsHighUse() { }

    private static Monitoring wrong(Monitoring right) {
        return right.withScratching(right.scratching().withDisabling((set, psr) -> right.scratching().disabling().apply(set, psr).with(MFH, false)));
    }
}
