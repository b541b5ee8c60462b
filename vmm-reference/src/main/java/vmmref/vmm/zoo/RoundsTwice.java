package vmmref.vmm.zoo;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.execute.Execution;
import vmmref.model.execute.Meaning;
import vmmref.model.instruction.Form;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Place;
import vmmref.model.machine.Write;
import vmmref.model.real.Completer;
import vmmref.model.real.Environment;
import vmmref.model.real.FloatingStatus;
import vmmref.model.real.MultiplyAdd;
import vmmref.model.real.Outcome;
import vmmref.model.register.FloatingValue;
import vmmref.spec.Reals;

/// Rounds to the 64 bits of a register first, and then to the bits of the completer.
final class RoundsTwice {
    static final Member MEMBER = Member.executing("RoundsTwice", "a result that is to have 24 or 53 bits is rounded to 64 before",
        Vector.of(Reals.PRECISION_CHOSEN), "RealExecutionGuarantees.sums", RoundsTwice::wrong);

    private static final Map<String, MultiplyAdd> SUMS = HashMap.of("fma", MultiplyAdd.PLUS, "fms", MultiplyAdd.MINUS, "fnma", MultiplyAdd.NEGATIVE);
    private static final Map<String, Completer> COMPLETERS = HashMap.of("s", Completer.SINGLE, "d", Completer.DOUBLE);
    /// Every exponent that a register has, and 64 bits.
    private static final int WIDEST = 7 << 1;

    private RoundsTwice() { }

    private static Meaning wrong(Form form, Meaning right) {
        Vector<String> name = Vector.of(form.syntax().mnemonic().split("\\."));
        return name.size() == 2 && SUMS.containsKey(name.head()) && COMPLETERS.containsKey(name.last())
            ? execution -> wrong(execution, right.of(execution), SUMS.get(name.head()).get(), COMPLETERS.get(name.last()).get()) : right;
    }

    private static Executed wrong(Execution execution, Executed right, MultiplyAdd sum, Completer completer) {
        return right instanceof Executed.Done done ? done.with(Effects.of(done.effects().writes().<Write<?>>map(write -> wrong(execution, write, sum, completer)))) : right;
    }

    private static Write<?> wrong(Execution execution, Write<?> right, MultiplyAdd sum, Completer completer) {
        if (!(right.place() instanceof Place.Floating target)) return right;
        int field = execution.operands().sf();
        FloatingStatus wide = execution.floatingStatus().with(field, execution.floatingStatus().field(field).withControls(execution.floatingStatus().field(field).controls() | WIDEST));
        Option<FloatingValue> addend = Option.when(execution.operands().f2() != 0, execution::f2);
        return value(sum.of(execution.f3(), execution.f4(), addend, Environment.of(wide, field, Completer.NONE)))
            .flatMap(first -> value(MultiplyAdd.PLUS.of(first, FloatingValue.ONE, Option.none(), Environment.of(execution.floatingStatus(), field, completer))))
            .<Write<?>>map(second -> new Write<>(target, second, right.because())).getOrElse(right);
    }

    private static Option<FloatingValue> value(Outcome<FloatingValue> outcome) {
        return outcome instanceof Outcome.Delivered<FloatingValue> delivered ? Option.some(delivered.value()) : Option.none();
    }
}
