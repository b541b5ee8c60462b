package vmmref.model.execute;

import static vmmref.spec.Integers.NAT_PROPAGATED;

import io.vavr.control.Option;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Place;
import vmmref.model.register.GeneralValue;
import vmmref.spec.Clause;
import vmmref.spec.Integers;

/// Instructions that compute the general register r1 of the registers r2 and r3, as far as they have them.
final class Computed {
    private Computed() { }

    /// {@return the meaning of instructions that write what an operation makes of the sources}
    static Meaning by(Clause because, Operation operation) {
        return execution -> written(execution, because, operation);
    }

    private static Executed written(Execution execution, Clause because, Operation operation) {
        int target = execution.operands().r1();
        Option<Executed> illegal = Checks.target(execution.machine(), target);
        if (illegal.isDefined()) return illegal.get();
        GeneralValue r2 = execution.r2();
        GeneralValue r3 = execution.r3();
        long bits = operation.of(execution.operands(), r2.bits(), r3.bits());
        return propagates(r2, r3) ? done(target, new GeneralValue(bits, true), NAT_PROPAGATED) : done(target, GeneralValue.of(bits), because);
    }

    @Integers.Rule(NAT_PROPAGATED)
    static boolean propagates(GeneralValue r2, GeneralValue r3) {
        return r2.nat() || r3.nat();
    }

    private static Executed done(int target, GeneralValue value, Clause because) {
        return new Executed.Done(Effects.of(new Place.General(target), value, because), because);
    }
}
