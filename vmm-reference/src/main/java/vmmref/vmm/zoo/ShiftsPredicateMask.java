package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.execute.Execution;
import vmmref.model.execute.Meaning;
import vmmref.model.instruction.Form;
import vmmref.spec.RegisterFiles;

/// Is off by one in the mask of a move to the predicates, as a published emulator was.
final class ShiftsPredicateMask {
    static final Member MEMBER = Member.executing("ShiftsPredicateMask", "each bit of the mask of mov pr is taken for the next predicate",
        Vector.of(RegisterFiles.PREDICATES_WRITTEN), "MoveGuarantees.predicatesWritten", ShiftsPredicateMask::wrong);

    private ShiftsPredicateMask() { }

    private static Meaning wrong(Form form, Meaning right) {
        return form.syntax().plain().equals("mov pr=r2,mask17") ? execution -> right.of(shifted(execution)) : right;
    }

    private static Execution shifted(Execution execution) {
        return execution.with(execution.operands().withImmediate(execution.operands().immediate() << 1));
    }
}
