package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.execute.Meaning;
import vmmref.model.instruction.Form;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.RegionRegister;
import vmmref.model.register.RegisterNumber;
import vmmref.spec.Guests;

/// Inserts what a guest inserts with the preferred size of the region, as Xen on IA-64 gave an entry another size than its own.
final class TakesPreferredSize {
    static final Member MEMBER = Member.emulating("TakesPreferredSize", "what a guest inserts has the preferred page size, whatever ITIR says",
        Vector.of(Guests.INSTRUCTION_EMULATED), "GuestGuarantees.alone", TakesPreferredSize::wrong);

    private static final long SIZE = 63 << 2;

    private TakesPreferredSize() { }

    private static Meaning wrong(Form form, Meaning right) {
        return form.syntax().mnemonic().startsWith("itc") ? execution -> right.of(execution.on(wrong(execution.machine()))) : right;
    }

    private static Machine wrong(Machine right) {
        RegionRegister region = right.addressing().regions().of(new VirtualAddress(right.control(RegisterNumber.IFA)));
        return new Place.Control(RegisterNumber.ITIR).with(right, right.control(RegisterNumber.ITIR) & ~SIZE | (long) region.preferredSize().log2() << 2);
    }
}
