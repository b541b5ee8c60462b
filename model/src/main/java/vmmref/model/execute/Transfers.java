package vmmref.model.execute;

import static vmmref.spec.Memories.REGISTER_READ;
import static vmmref.spec.Memories.REGISTER_SET;
import static vmmref.spec.Memories.SIGN_MERGED;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import vmmref.model.instruction.Form;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.real.FloatFormat;
import vmmref.model.register.FloatingValue;
import vmmref.model.register.GeneralValue;
import vmmref.model.word.Bits;
import vmmref.model.word.Image;
import vmmref.spec.Memories;

/// Moves between general and floating-point registers, and from parts of two floating-point registers to a third.
final class Transfers {
    private static final int SIGN = 17;
    private static final long INTEGER_BIT = 1L << 63;

    private static final Map<String, Meaning> MEANINGS = HashMap.<String, Meaning>of(
        "setf.sig f1=r2", execution -> set(execution, FloatFormat.INTEGER.value(new Image(execution.r2().bits(), 0))),
        "setf.exp f1=r2", execution -> set(execution, ofExponent(execution.r2().bits())),
        "setf.s f1=r2",   execution -> set(execution, FloatFormat.SINGLE.value(new Image(execution.r2().bits(), 0))),
        "setf.d f1=r2",   execution -> set(execution, FloatFormat.DOUBLE.value(new Image(execution.r2().bits(), 0))),
        "getf.sig r1=f2", execution -> got(execution, FloatFormat.INTEGER.image(execution.f2()).low()),
        "getf.exp r1=f2", execution -> got(execution, FloatFormat.SPILLED.image(execution.f2()).high()),
        "getf.s r1=f2",   execution -> got(execution, FloatFormat.SINGLE.image(execution.f2()).low()),
        "getf.d r1=f2",   execution -> got(execution, FloatFormat.DOUBLE.image(execution.f2()).low()),
        "fmerge.s f1=f2,f3",  execution -> merged(execution, execution.f2().sign(), execution.f3().exponent()),
        "fmerge.ns f1=f2,f3", execution -> merged(execution, !execution.f2().sign(), execution.f3().exponent()))
        .put("fmerge.se f1=f2,f3", execution -> merged(execution, execution.f2().sign(), execution.f2().exponent()));

    private Transfers() { }

    static Option<Meaning> of(Form form) {
        return MEANINGS.get(form.syntax().plain());
    }

    /// {@return a power of two}
    static FloatingValue ofExponent(long bits) {
        return new FloatingValue(Bits.bit(bits, SIGN), (int) Bits.field(bits, SIGN - 1, 0), INTEGER_BIT);
    }

    @Memories.Rule(REGISTER_SET)
    static Executed set(Execution execution, FloatingValue value) {
        int f1 = execution.operands().f1();
        return Checks.first(Checks.floatingTarget(f1), Checks.floatingEnabled(execution.machine(), f1)).getOrElse(() ->
            new Executed.Done(Floats.written(execution.machine(), f1, execution.r2().nat() ? FloatingValue.NATVAL : value, REGISTER_SET), REGISTER_SET));
    }

    @Memories.Rule(REGISTER_READ)
    static Executed got(Execution execution, long bits) {
        int r1 = execution.operands().r1();
        return Checks.first(Checks.target(execution.machine(), r1), Checks.floatingEnabled(execution.machine(), execution.operands().f2())).getOrElse(() ->
            new Executed.Done(Effects.of(new Place.General(r1), new GeneralValue(bits, execution.f2().isNatVal()), REGISTER_READ), REGISTER_READ));
    }

    @Memories.Rule(SIGN_MERGED)
    static Executed merged(Execution execution, boolean sign, int exponent) {
        Machine machine = execution.machine();
        Operands operands = execution.operands();
        FloatingValue value = execution.f2().isNatVal() || execution.f3().isNatVal() ? FloatingValue.NATVAL : new FloatingValue(sign, exponent, execution.f3().significand());
        return Checks.first(Checks.floatingTarget(operands.f1()), Checks.floatingEnabled(machine, operands.f1()), Checks.floatingEnabled(machine, operands.f2()),
            Checks.floatingEnabled(machine, operands.f3())).getOrElse(() -> new Executed.Done(Floats.written(machine, operands.f1(), value, SIGN_MERGED), SIGN_MERGED));
    }
}
