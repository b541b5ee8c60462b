package vmmref.vmm.zoo;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.execute.Execution;
import vmmref.model.execute.Meaning;
import vmmref.model.instruction.Form;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Write;
import vmmref.spec.Stacks;

/// Loads the frame before it returns.
final class FillsWithOldStatus {
    static final Member MEMBER = Member.executing("FillsWithOldStatus", "rfi loads what the frame lacks as PSR has it before, and not as IPSR says",
        Vector.of(Stacks.STORE_TRANSLATED), "StackReferenceGuarantees.afterReturn", FillsWithOldStatus::wrong);

    private FillsWithOldStatus() { }

    private static Meaning wrong(Form form, Meaning right) {
        return form.syntax().mnemonic().equals("rfi") ? execution -> wrong(execution, right.of(execution)) : right;
    }

    private static Executed wrong(Execution execution, Executed right) {
        if (!(right instanceof Executed.Done(var effects, var because, _))) return right;
        Seq<Write<?>> before = effects.writes().init();
        Seq<Write<?>> loads = loads(execution.on(execution.machine().with(Effects.of(before)).withPsr(execution.machine().psr())));
        return new Executed.Done(Effects.of(before.appendAll(loads).append(effects.last())), because);
    }

    private static Seq<Write<?>> loads(Execution execution) {
        Machine machine = execution.machine();
        if (!machine.stack().isLoading() || !(execution.engine().refill(execution) instanceof Executed.Done(var effects, var because, _))) return Vector.empty();
        return effects.writes().filter(write -> write.place() != Place.Next.NEXT && write.place() != Place.Status.PSR).toVector().appendAll(loads(execution.on(machine.with(effects))));
    }
}
