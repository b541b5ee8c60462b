package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.execute.Execution;
import vmmref.model.execute.Meaning;
import vmmref.model.instruction.Form;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.register.GeneralValue;
import vmmref.spec.Encodings;
import vmmref.spec.References;

/// Does not look at the NaT bit of what it stores, as a published emulator did not.
final class StoresWhatIsNoThing {
    static final Member MEMBER = Member.executing("StoresWhatIsNoThing", "a store of a register that holds NaT stores its 64 bits",
        Vector.of(References.NAT_CONSUMED), "StoreGuarantees.natIsContained", StoresWhatIsNoThing::wrong);

    private StoresWhatIsNoThing() { }

    private static Meaning wrong(Form form, Meaning right) {
        return form.clause() == Encodings.STORE_FORM && !form.syntax().mnemonic().contains("spill") ? execution -> right.of(thing(execution)) : right;
    }

    private static Execution thing(Execution execution) {
        int source = execution.operands().r2();
        Machine machine = execution.machine();
        return source == 0 ? execution : execution.on(new Place.General(source).with(machine, GeneralValue.of(machine.general(source).bits())));
    }
}
