package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.interruption.Interruption;
import vmmref.spec.FirstAccesses;
import vmmref.vmm.monitor.Monitoring;

/// Tells a guest of each Key Miss fault, also of those that come of a key register that gave its place.
final class ReflectsKeyEvictions {
    static final Member MEMBER = Member.monitoring("ReflectsKeyEvictions", "a guest is told of a Key Miss fault that its own machine would not have",
        Vector.of(FirstAccesses.POLICY_HIDDEN), "FirstAccessGuarantees.alike", ReflectsKeyEvictions::wrong);

    private ReflectsKeyEvictions() { }

    private static Monitoring wrong(Monitoring right) {
        return right.withWatch(right.watch().withExamined(fault -> fault != Interruption.DATA_KEY_MISS && fault != Interruption.INSTRUCTION_KEY_MISS && right.watch().examined().test(fault)));
    }
}
