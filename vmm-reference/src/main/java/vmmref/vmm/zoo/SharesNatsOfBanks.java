package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.execute.Meaning;
import vmmref.model.instruction.Form;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.register.GeneralValue;
import vmmref.spec.RegisterFiles;

/// Has one NaT bit for both registers r16 to r31, as a published emulator did.
final class SharesNatsOfBanks {
    static final Member MEMBER = Member.executing("SharesNatsOfBanks", "bsw takes the NaT bits of one bank to the other",
        Vector.of(RegisterFiles.BANK_SWITCHED), "RenamingGuarantees.banks", SharesNatsOfBanks::wrong);

    private SharesNatsOfBanks() { }

    private static Meaning wrong(Form form, Meaning right) {
        return form.syntax().mnemonic().startsWith("bsw") ? execution -> wrong(execution.machine(), right.of(execution)) : right;
    }

    private static Executed wrong(Machine before, Executed right) {
        if (!(right instanceof Executed.Done(var effects, var because, _))) return right;
        Machine after = before.with(effects);
        return new Executed.Done(Vector.range(16, 32).foldLeft(effects, (all, number) -> all.then(new Place.General(number), new GeneralValue(after.general(number).bits(), before.general(number).nat()), because)), because);
    }
}
