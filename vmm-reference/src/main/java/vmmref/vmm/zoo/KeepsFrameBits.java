package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.execute.Execution;
import vmmref.model.execute.Meaning;
import vmmref.model.instruction.Form;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Write;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.GeneralValue;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;
import vmmref.model.translate.Target;
import vmmref.spec.Guests;

/// Adds the offset to all bits of the frame that an entry holds, also to those that its page size takes from it, as Xen on IA-64 did.
final class KeepsFrameBits {
    static final Member MEMBER = Member.emulating("KeepsFrameBits", "tpa of a large page keeps low bits of its entry",
        Vector.of(Guests.INSTRUCTION_EMULATED), "GuestGuarantees.alone", KeepsFrameBits::wrong);

    private KeepsFrameBits() { }

    private static Meaning wrong(Form form, Meaning right) {
        return form.syntax().mnemonic().equals("tpa") ? execution -> Results.changed(right, write -> wrong(execution, write)).of(execution) : right;
    }

    private static Write<?> wrong(Execution execution, Write<?> right) {
        Machine machine = execution.machine();
        Target reached = execution.translator().target(machine.addressing(), machine.memory(), Reference.query(ReferenceType.TPA, new VirtualAddress(execution.r3().bits())), execution.choice());
        return right.place() instanceof Place.General target && right.value() instanceof GeneralValue value && reached instanceof Target.Page page
            ? new Write<>(target, GeneralValue.of(value.bits() | page.translation().entry().frame()), right.because()) : right;
    }
}
