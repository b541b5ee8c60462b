package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.execute.Execution;
import vmmref.model.execute.Meaning;
import vmmref.model.instruction.Form;
import vmmref.spec.Encodings;
import vmmref.spec.Memories;

/// Takes all memory for little-endian.
final class IgnoresByteOrder {
    static final Member MEMBER = Member.executing("IgnoresByteOrder", "loads are little-endian although PSR.be is 1",
        Vector.of(Memories.VALUE_LOADED), "LoadGuarantees.bytesAreRead", IgnoresByteOrder::wrong);

    private static final int BE = 1;

    private IgnoresByteOrder() { }

    private static Meaning wrong(Form form, Meaning right) {
        return form.clause() == Encodings.LOAD_FORM ? execution -> right.of(littleEndian(execution)) : right;
    }

    private static Execution littleEndian(Execution execution) {
        return execution.on(execution.machine().withPsr(execution.machine().psr().with(BE, false)));
    }
}
