package vmmref.properties.scratch;

import io.vavr.collection.Vector;
import vmmref.vmm.scratch.Presence;

/// A virtual processor.
///
/// @param level    0 or 3, as the guest believes
/// @param area     what is in its area, by register of the set
/// @param kept     its registers while another one runs, if it is outside
/// @param believed what the guest wrote last
record Processor(Presence presence, int level, Vector<Integer> area, Vector<Integer> kept, Vector<Integer> believed) {
    boolean isInside() {
        return presence == Presence.INSIDE;
    }

    Processor with(Presence next, int to) {
        return new Processor(next, to, area, kept, believed);
    }

    Processor withArea(Vector<Integer> values) {
        return new Processor(presence, level, values, kept, believed);
    }

    Processor withKept(Vector<Integer> values) {
        return new Processor(presence, level, area, values, believed);
    }

    Processor believing(int register, int value) {
        return new Processor(presence, level, area, kept, believed.update(register, value));
    }
}
