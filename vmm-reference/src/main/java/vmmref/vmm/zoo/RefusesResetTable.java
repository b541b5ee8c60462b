package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.execute.Execution;
import vmmref.model.execute.Meaning;
import vmmref.model.instruction.Form;
import vmmref.model.interruption.Fault;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Executed;
import vmmref.model.register.RegisterNumber;
import vmmref.spec.Guests;
import vmmref.spec.RegisterFiles;

/// Takes what PTA holds after a reset for reserved, as Xen on IA-64 did.
final class RefusesResetTable {
    static final Member MEMBER = Member.emulating("RefusesResetTable", "a guest that moves its first value back to PTA faults",
        Vector.of(Guests.INSTRUCTION_EMULATED), "GuestGuarantees.alone", RefusesResetTable::wrong);

    /// A table of 2^15 bytes that is not walked.
    private static final long RESET = 15 << 2;

    private RefusesResetTable() { }

    private static Meaning wrong(Form form, Meaning right) {
        return form.syntax().plain().equals("mov cr3=r2") ? execution -> wrong(execution, right.of(execution)) : right;
    }

    private static Executed wrong(Execution execution, Executed right) {
        boolean resets = execution.operands().cr3() == RegisterNumber.PTA && execution.r2().bits() == RESET;
        return right instanceof Executed.Done && resets ? new Executed.Raised(new Fault(Interruption.RESERVED_REGISTER_FIELD, Option.none()), RegisterFiles.REGISTER_VALUE_RESERVED) : right;
    }
}
