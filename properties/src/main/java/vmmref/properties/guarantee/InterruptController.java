package vmmref.properties.guarantee;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.register.InterruptSet;
import vmmref.model.register.RegisterNumber;

/// An interrupt controller.
///
/// @param pending the vectors that were raised, in any order
/// @param served  those that were acknowledged and not ended
/// @param mic     the field of TPR that masks the vectors below a class
/// @param mmi     the bit of TPR that masks all
record InterruptController(Seq<Integer> pending, Seq<Integer> served, int mic, boolean mmi) {
    /// All vectors, the one that comes first first.
    private static final Seq<Integer> ORDER = Vector.of(2, 0).appendAll(Vector.rangeClosed(16, 255).reverse());

    /// {@return the vector that is given to who asks: the first one in the order, unless one that is served stands before it, or a mask hides it}
    Option<Integer> first() {
        for (int vector : ORDER) {
            if (served.contains(vector)) return Option.none();
            if (pending.contains(vector) && !isMasked(vector)) return Option.some(vector);
        }
        return Option.none();
    }

    private boolean isMasked(int vector) {
        return vector != 2 && (mmi || vector > 15 && vector / 16 <= mic);
    }

    InterruptController raised(int vector) {
        return new InterruptController(pending.remove(vector).append(vector), served, mic, mmi);
    }

    InterruptController acknowledged() {
        return first().map(vector -> new InterruptController(pending.remove(vector), served.append(vector), mic, mmi)).getOrElse(this);
    }

    InterruptController ended() {
        return ORDER.find(served::contains).map(vector -> new InterruptController(pending, served.remove(vector), mic, mmi)).getOrElse(this);
    }

    InterruptController unmasked() {
        return new InterruptController(pending, served, 0, false);
    }

    /// {@return a machine whose registers say this}
    Machine in(Machine machine, long ignored) {
        Machine masked = new Place.Control(RegisterNumber.TPR).with(machine, ignored & ~0x1fff0L | (long) mic << 4 | (mmi ? 0x10000 : 0));
        Machine waiting = Vector.range(0, 4).foldLeft(masked, (each, word) -> new Place.Control(RegisterNumber.IRR + word).with(each, word(pending, word)));
        return waiting.withInService(new InterruptSet(word(served, 0), word(served, 1), word(served, 2), word(served, 3)));
    }

    static long word(Seq<Integer> vectors, int word) {
        return vectors.filter(vector -> vector / 64 == word).map(vector -> 1L << vector % 64).sum().longValue();
    }
}
