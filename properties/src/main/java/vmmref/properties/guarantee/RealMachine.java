package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Reals.FAULT_TOLD;
import static vmmref.spec.Reals.REAL_RESULT_ALONE;
import static vmmref.spec.Reals.TRAP_TOLD;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.bundle.Unit;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.real.Approximation;
import vmmref.model.register.Cfm;
import vmmref.model.register.FloatingValue;
import vmmref.model.register.RegisterNumber;
import vmmref.model.translate.Choice;
import vmmref.properties.arbitrary.Started;
import vmmref.properties.arbitrary.Starts;

/// What a subject makes of one floating-point instruction: f9, f10 and f11 are sources, f8, p6 and p7 are targets. Nothing else may change but what the guarantee of the chapter names.
///
/// @param status FPSR; the status field remembers nothing
/// @param field  the status field that instructions name
record RealMachine(Subject subject, long status, int field) {
    private static final Machine MACHINE = new Started(1, Starts.PLAIN, Cfm.of(8, 0, 0), 0).machine();
    private static final Place<?> F8 = new Place.Floating(8);
    private static final Place<?> P6 = new Place.Predicate(6);
    private static final Place<?> P7 = new Place.Predicate(7);

    RealMachine {
        status &= ~(0x3fL << 13 + 13 * field);
    }

    /// {@return the subject with all exceptions enabled or none, and results of 64 bits}
    static RealMachine of(Subject subject, boolean enabled) {
        return of(subject, enabled, 0);
    }

    /// {@return the subject with all exceptions enabled in a field or none, and results of 64 bits; the other fields remember some, and disable all where they can}
    static RealMachine of(Subject subject, boolean enabled, int field) {
        long others = (0x0a8cL << 6 | 0x154cL << 19 | 0x1fccL << 32 | 0x0accL << 45) & ~(0x1fffL << 6 + 13 * field);
        return new RealMachine(subject, (enabled ? 0 : 0x3f) | others | 3L << 8 + 13 * field, field);
    }

    /// {@return what it delivers to f8}
    RealAnswer<FloatingValue> delivered(String text, FloatingValue... sources) {
        return answer(text, Vector.of(sources), F8).map(after -> after.floating(8));
    }

    /// {@return the value in f8; nothing may interrupt}
    FloatingValue value(String text, FloatingValue... sources) {
        return delivered(text, sources).value().get();
    }

    /// {@return what is asked, which p6 says, and p7 not}
    RealAnswer<Boolean> asked(String text, FloatingValue... sources) {
        return answer(text, Vector.of(sources), P6, P7).map(after -> {
            assertEquals(after.predicate(6), !after.predicate(7), text);
            return after.predicate(6);
        });
    }

    /// {@return what it delivers to f8 and p6}
    RealAnswer<Approximation> approximated(String text, FloatingValue... sources) {
        return answer(text, Vector.of(sources), F8, P6).map(after -> new Approximation(after.floating(8), after.predicate(6)));
    }

    private RealAnswer<Machine> answer(String text, Seq<FloatingValue> sources, Place<?>... targets) {
        Machine held = new Place.Application(RegisterNumber.FPSR).with(MACHINE, status);
        Took took = Took.of(subject, Took.at(sources.zipWithIndex().foldLeft(held, (machine, source) -> new Place.Floating(9 + source._2).with(machine, source._1)), Unit.F, text));
        Machine before = took.before();
        if (took.turned().taken().contains(Interruption.FLOATING_POINT_FAULT)) {
            assertEquals(uncollected(before, before), uncollected(before, took.after()), text);
            assertInstanceOf(Executed.Raised.class, observed(subject.step(before, Choice.USUAL)), text);
            return RealAnswer.fault((int) observed(took, FAULT_TOLD).isr() & 0xff);
        }
        boolean traps = took.turned().taken().contains(Interruption.FLOATING_POINT_TRAP);
        Machine after = traps ? before.with(assertInstanceOf(Executed.Done.class, observed(subject.step(before, Choice.USUAL))).effects()) : took.after();
        int flags = (int) (after.application(RegisterNumber.FPSR) >>> 13 + 13 * field) & 0x3f;
        assertEquals(changed(before, after, flags, Vector.of(targets)), observed(after, REAL_RESULT_ALONE), text);
        return new RealAnswer<>(Option.some(after), flags, 0, traps ? (int) observed(took, TRAP_TOLD).isr() >>> 7 & 0xff : 0);
    }

    /// {@return a machine without what a delivery writes}
    private static Machine uncollected(Machine before, Machine machine) {
        return machine.withPosition(before.position()).withLast(before.last()).withAddressing(before.addressing()).withControl(before.control());
    }

    /// {@return a machine with what another one holds in some targets, some flags in the field, PSR.mfl if f8 is a target, at the next bundle}
    private Machine changed(Machine before, Machine other, int flags, Seq<Place<?>> targets) {
        Machine flagged = new Place.Application(RegisterNumber.FPSR).with(before, status | (long) flags << 13 + 13 * field);
        Machine targeted = targets.foldLeft(flagged, (machine, target) -> copied(machine, other, target));
        return targeted.withPsr(before.psr().with(4, targets.contains(F8))).withPosition(before.position().nextBundle()).withLast(before.position().bundle());
    }

    private static <T> Machine copied(Machine machine, Machine other, Place<T> place) {
        return place.with(machine, place.of(other));
    }
}
