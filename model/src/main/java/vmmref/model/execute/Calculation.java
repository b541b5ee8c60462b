package vmmref.model.execute;

import static vmmref.spec.Reals.FLAGS_ACCUMULATED;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import vmmref.model.interruption.Fault;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.real.FloatingStatus;
import vmmref.model.real.Outcome;
import vmmref.model.real.Told;
import vmmref.model.register.FloatingValue;
import vmmref.model.register.RegisterNumber;

/// Instructions that compute the floating-point register f1.
///
/// @param arithmetic what they deliver
record Calculation(Arithmetic arithmetic) implements Meaning {
    /// What an instruction delivers.
    @FunctionalInterface
    interface Arithmetic {
        Outcome<FloatingValue> of(Execution execution);
    }

    @Override public Executed of(Execution execution) {
        return checked(execution).getOrElse(() -> executed(execution, arithmetic.of(execution)));
    }

    private static Executed executed(Execution execution, Outcome<FloatingValue> outcome) {
        return switch (outcome) {
            case Outcome.Faulted<FloatingValue> faulted     -> raised(faulted);
            case Outcome.Delivered<FloatingValue> delivered -> new Executed.Done(written(execution, delivered.value(), delivered), delivered.because(), delivered.trap());
        };
    }

    /// {@return what comes before the operands are looked at: a target that cannot be written, and registers that are disabled}
    static Option<Executed> checked(Execution execution) {
        return Checks.first(Checks.floatingTarget(execution.operands().f1()), enabled(execution));
    }

    /// Each floating-point register that the instruction names is enabled; those that it does not name are f0.
    static Option<Executed> enabled(Execution execution) {
        Machine machine = execution.machine();
        Operands operands = execution.operands();
        return Checks.first(Checks.floatingEnabled(machine, operands.f1()), Checks.floatingEnabled(machine, operands.f2()), Checks.floatingEnabled(machine, operands.f3()), Checks.floatingEnabled(machine, operands.f4()));
    }

    /// {@return what a fault ends in}
    static <T> Executed raised(Outcome.Faulted<T> faulted) {
        return new Executed.Raised(new Fault(Interruption.FLOATING_POINT_FAULT, Option.none(), faulted.code().bits()), faulted.because());
    }

    /// {@return the effects of what is delivered to f1}
    static Effects written(Execution execution, FloatingValue value, Outcome.Delivered<?> delivered) {
        return Floats.written(execution.machine(), execution.operands().f1(), value, delivered.by()).then(remembered(execution, delivered.told()));
    }

    /// {@return FPSR with the exceptions that are told: what raised the first one of a field explains it, and that they are remembered all others}
    static Effects remembered(Execution execution, Seq<Told> told) {
        FloatingStatus status = execution.floatingStatus();
        int sf = execution.operands().sf();
        if (told.isEmpty()) return Effects.NONE;
        FloatingStatus raised = status.raised(sf, told.foldLeft(0, (all, each) -> all | each.flag().bit()));
        boolean first = told.size() == 1 && status.field(sf).flags() == 0;
        return Effects.of(new Place.Application(RegisterNumber.FPSR), raised.bits(), first ? told.head().because() : FLAGS_ACCUMULATED);
    }
}
