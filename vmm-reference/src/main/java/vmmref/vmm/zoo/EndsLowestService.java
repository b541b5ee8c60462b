package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.execute.Meaning;
import vmmref.model.register.InterruptSet;
import vmmref.model.instruction.Form;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Write;
import vmmref.spec.Interruptions;

/// Ends the service of the wrong interrupt when several are nested.
final class EndsLowestService {
    static final Member MEMBER = Member.executing("EndsLowestService", "a write to EOI ends the service of the vector with the lowest priority",
        Vector.of(Interruptions.SERVICE_ENDED), "ExternalGuarantees.ended", EndsLowestService::wrong);

    private EndsLowestService() { }

    private static Meaning wrong(Form form, Meaning right) {
        if (!form.syntax().plain().equals("mov cr3=r2")) return right;
        return execution -> right.of(execution) instanceof Executed.Done done
            ? done.with(Effects.of(done.effects().writes().<Write<?>>map(write -> wrong(execution.machine(), write)))) : right.of(execution);
    }

    private static Write<?> wrong(Machine machine, Write<?> right) {
        InterruptSet serving = machine.inService();
        return right.place() == Place.InService.IN_SERVICE
            ? new Write<>(Place.InService.IN_SERVICE, serving.without(Vector.rangeClosed(16, 255).append(0).append(2).find(serving::has).get()), right.because()) : right;
    }
}
