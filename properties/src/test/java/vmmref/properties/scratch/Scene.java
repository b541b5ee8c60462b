package vmmref.properties.scratch;

import io.vavr.collection.Vector;
import vmmref.vmm.scratch.Detectors;

/// Virtual processors, and the registers of the set.
///
/// @param current which of them runs
/// @param holds   what is in the registers
record Scene(Detectors detectors, Vector<Processor> processors, int current, Vector<Integer> holds) {
    static final int PROCESSORS = 2;
    static final int REGISTERS  = 2;
    static final int VALUES     = 3;

    Processor runs() {
        return processors.get(current);
    }

    Scene with(Processor changed) {
        return new Scene(detectors, processors.update(current, changed), current, holds);
    }

    Scene holding(Vector<Integer> values) {
        return new Scene(detectors, processors, current, values);
    }

    Scene running(int other) {
        return new Scene(detectors, processors, other, holds);
    }
}
