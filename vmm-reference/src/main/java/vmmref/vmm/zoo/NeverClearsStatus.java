package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.execute.Execution;
import vmmref.model.execute.Meaning;
import vmmref.model.instruction.Form;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Place;
import vmmref.model.machine.Write;
import vmmref.model.register.Psr;
import vmmref.spec.RegisterFiles;

/// Only sets bits of PSR, as a published monitor did.
final class NeverClearsStatus {
    static final Member MEMBER = Member.executing("NeverClearsStatus", "mov psr.l sets bits and clears none",
        Vector.of(RegisterFiles.STATUS_WRITTEN), "StatusRegisterGuarantees.lowWritten", NeverClearsStatus::wrong);

    private NeverClearsStatus() { }

    private static Meaning wrong(Form form, Meaning right) {
        return form.syntax().plain().equals("mov psr.l=r2") ? execution -> wrong(execution, right) : right;
    }

    private static Executed wrong(Execution execution, Meaning right) {
        return Results.changed(right, write -> write.value() instanceof Psr psr
            ? new Write<>(Place.Status.PSR, new Psr(psr.bits() | execution.machine().psr().bits()), write.because()) : write).of(execution);
    }
}
