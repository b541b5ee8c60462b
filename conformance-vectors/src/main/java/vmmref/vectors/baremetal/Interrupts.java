package vmmref.vectors.baremetal;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.function.IntPredicate;
import vmmref.model.external.ExternalInterrupts;
import vmmref.model.machine.Machine;
import vmmref.model.register.InterruptSet;
import vmmref.model.word.Bits;

/// The external interrupts of a machine.
final class Interrupts {
    /// The least vector that the interval timer can raise.
    static final int FIRST = 16;

    private static final int NUMBER = 256;

    private Interrupts() { }

    /// {@return the vectors in service, in ascending order}
    static Seq<Integer> served(Machine machine) {
        return vectors(machine.inService());
    }

    /// {@return the vectors that are pending, in ascending order}
    static Seq<Integer> pending(Machine machine) {
        return vectors(ExternalInterrupts.pending(machine));
    }

    /// {@return whether a vector of some kind is pending or in service}
    static boolean exists(Machine machine, IntPredicate vectors) {
        return served(machine).appendAll(pending(machine)).exists(vectors::test);
    }

    private static Seq<Integer> vectors(InterruptSet set) {
        return Vector.range(0, NUMBER).filter(vector -> Bits.bit(set.word(vector >>> 6), vector & 63));
    }
}
