package vmmref.vmm.scratch;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/// Floating-point registers that are the monitor's while a virtual processor is inside, by physical number.
///
/// @param first the first one, 2 to 127
/// @param end   the first after the last one, at most 128; the same as the first if there are none
public record ScratchSet(int first, int end) {
    /// No register: the monitor takes none.
    public static final ScratchSet NONE = new ScratchSet(2, 2);
    /// The registers that rotate, f32 to f127.
    public static final ScratchSet HIGH = new ScratchSet(32, 128);

    /// The first register of those that PSR.dfh disables.
    private static final int UPPER = 32;
    private static final int LEAST = 2;
    private static final int END = 128;

    public ScratchSet {
        if (first < LEAST || end < first || end > END) throw new IllegalArgumentException("floating-point registers from " + first + " to " + (end - 1) + " are no set: f2 to f127 can be");
    }

    public boolean isEmpty() {
        return first == end;
    }

    public boolean has(int physical) {
        return physical >= first && physical < end;
    }

    /// {@return the registers}
    public Seq<Integer> registers() {
        return Vector.range(first, end);
    }

    /// {@return whether all are in it that PSR.dfh disables}
    public boolean hasUpper() {
        return first <= UPPER && end == END;
    }

    /// {@return whether PSR.dfl disables some of them}
    public boolean isLow() {
        return first < end && first < UPPER;
    }

    /// {@return whether PSR.dfh disables some of them}
    public boolean isHigh() {
        return first < end && end > UPPER;
    }
}
