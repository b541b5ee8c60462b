package vmmref.vmm.monitor;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.bundle.Bundle;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PhysicalAddress;
import vmmref.vmm.memory.GuestMap;

/// A frame that the monitor has read as code.
///
/// @param bundles that it holds
record CodePage(Answer answer, Seq<Bundle> bundles) {
    private static final int WORD = 8;
    private static final int BUNDLE = 16;

    /// {@return what comes of reading a frame}
    ///
    /// @param frame its number
    static CodePage read(Answer answer, long frame) {
        Memory memory = answer.machine().memory();
        Seq<Bundle> bundles = every(frame, BUNDLE).map(at -> new Bundle(memory.read(at, WORD), memory.read(new PhysicalAddress(at.bits() + WORD), WORD)));
        return new CodePage(answer.then(every(frame, WORD).map(Privileged.Loading::new)), bundles);
    }

    /// {@return the answer after memory of the monitor holds bundles}
    static Answer written(Answer answer, PhysicalAddress to, Seq<Bundle> bundles) {
        return answer.then(bundles.zipWithIndex().flatMap(each -> written(to.bits() + (long) each._2 * BUNDLE, each._1)));
    }

    private static Seq<Privileged> written(long at, Bundle bundle) {
        return Vector.of(stored(at, bundle.low()), stored(at + WORD, bundle.high()));
    }

    private static Privileged stored(long at, long word) {
        return new Privileged.Storing(new PhysicalAddress(at), WORD, word, false);
    }

    private static Seq<PhysicalAddress> every(long frame, int bytes) {
        return Vector.rangeBy(frame << GuestMap.PAGE_LOG2, frame + 1 << GuestMap.PAGE_LOG2, bytes).map(PhysicalAddress::new);
    }
}
