package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.bundle.Unit;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.real.Approximation;
import vmmref.model.register.Cfm;
import vmmref.model.register.FloatingValue;
import vmmref.model.register.RegisterNumber;
import vmmref.properties.arbitrary.Started;
import vmmref.properties.arbitrary.Starts;

/// What a subject makes of one floating-point instruction: f9, f10 and f11 are sources, f8, p6 and p7 are targets.
///
/// @param status FPSR; nothing is remembered in it
/// @param field  the status field that instructions name
record RealMachine(Subject subject, long status, int field) {
    private static final Machine MACHINE = new Started(1, Starts.PLAIN, Cfm.of(8, 0, 0), 0).machine();
    private static final long REMEMBERED = 0x3fL << 13 | 0x3fL << 26 | 0x3fL << 39 | 0x3fL << 52;

    RealMachine {
        status &= ~REMEMBERED;
    }

    /// {@return the subject with all exceptions enabled or none, and results of 64 bits}
    static RealMachine of(Subject subject, boolean enabled) {
        return new RealMachine(subject, (enabled ? 0 : 0x3f) | 3L << 8, 0);
    }

    /// {@return what it delivers to f8}
    RealAnswer<FloatingValue> delivered(String text, FloatingValue... sources) {
        return answer(text, Vector.of(sources)).map(after -> after.floating(8));
    }

    /// {@return the value in f8; nothing may interrupt}
    FloatingValue value(String text, FloatingValue... sources) {
        return delivered(text, sources).value().get();
    }

    /// {@return what is asked, which p6 says, and p7 not}
    RealAnswer<Boolean> asked(String text, FloatingValue... sources) {
        return answer(text, Vector.of(sources)).map(after -> {
            assertEquals(after.predicate(6), !after.predicate(7), text);
            return after.predicate(6);
        });
    }

    /// {@return what it delivers to f8 and p6}
    RealAnswer<Approximation> approximated(String text, FloatingValue... sources) {
        return answer(text, Vector.of(sources)).map(after -> new Approximation(after.floating(8), after.predicate(6)));
    }

    private RealAnswer<Machine> answer(String text, Seq<FloatingValue> sources) {
        Machine status = new Place.Application(RegisterNumber.FPSR).with(MACHINE, this.status);
        Machine before = sources.zipWithIndex().foldLeft(status, (machine, source) -> new Place.Floating(9 + source._2).with(machine, source._1));
        Took took = Took.of(subject, before, Unit.F, text);
        if (took.turned().taken().contains(Interruption.FLOATING_POINT_FAULT)) return RealAnswer.fault((int) took.isr() & 0xff);
        int flags = (int) ((took.after().application(RegisterNumber.FPSR) ^ this.status) >>> 13 + 13 * field);
        int trap = took.turned().taken().contains(Interruption.FLOATING_POINT_TRAP) ? (int) took.isr() >>> 7 & 0xff : 0;
        return new RealAnswer<>(Option.some(took.after()), flags, 0, trap);
    }
}
