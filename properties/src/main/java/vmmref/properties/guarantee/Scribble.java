package vmmref.properties.guarantee;

import io.vavr.collection.Vector;
import java.util.SplittableRandom;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Write;
import vmmref.model.register.FloatingValue;
import vmmref.model.register.Renaming;
import vmmref.spec.Guests;
import vmmref.vmm.monitor.Answer;
import vmmref.vmm.monitor.Privileged;
import vmmref.vmm.scratch.ScratchSet;

/// The worst that a monitor can do with registers that are its own for a while: it leaves something else in each of them, each time.
///
/// @param set the registers
record Scribble(ScratchSet set) {
    private static final int REGISTERS = 128;

    /// {@return the answer after no register of the set holds what it did}
    Answer over(Answer answer) {
        return set.registers().foldLeft(answer, (given, register) -> given.then(new Privileged.Moving(new Write<>(new Place.Floating(Renaming.floatingNamed(register, given.machine().cfm())), junk(given, register), Guests.ANSWER_PRIVILEGED))));
    }

    private static FloatingValue junk(Answer answer, int register) {
        return register % 3 == 0 ? FloatingValue.NATVAL : new FloatingValue(true, register, answer.done().size() + 0x5eed_0000_0000L * register);
    }

    /// {@return a guest's own machine whose floating-point registers hold anything}
    static Machine filled(Machine machine, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return machine.withFloating(Vector.range(2, REGISTERS).foldLeft(machine.floating(), (all, register) -> all.with(register, random.nextInt(8) == 0 ? FloatingValue.NATVAL : new FloatingValue(random.nextBoolean(), random.nextInt(1 << 17), random.nextLong()))));
    }
}
