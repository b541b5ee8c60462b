package vmmref.vmm.patch;

import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;
import vmmref.vmm.build.Line;
import vmmref.vmm.build.Stub;
import vmmref.vmm.recognize.Recognized;

/// Bundles around which can be branched: a fault, a branch or an interrupt in the stub must leave no question where the guest was, and which bundle it had done last.
final class Calm {
    private static final Slot NOP = Slot.of(0x8000000L);
    private static final Slot NOP_B = Slot.of(0x4000000000L);
    private static final int STATIC = 32;

    private Calm() { }

    /// {@return whether no instruction branches, and the first one cannot fault: its bundle, and not the one before, is the last that the hardware has done}
    static boolean is(Stub stub, Recognized.Hit hit, Replacement replacement) {
        return stub.bundles().size() <= Stubs.BUNDLES && stub.lines().forAll(line -> line.unit() != Unit.B || line.slot().equals(NOP_B)) && (hit.place().slot() == 0 ? isStatic(hit) && !replacement.isFaulty() : isNop(stub.lines().head()));
    }

    private static boolean isNop(Line line) {
        return line.unit() == Unit.M && line.slot().equals(NOP);
    }

    /// {@return whether the result goes to a register that there always is}
    private static boolean isStatic(Recognized.Hit hit) {
        long register = hit.values().get("r1").get();
        return register > 0 && register < STATIC;
    }
}
