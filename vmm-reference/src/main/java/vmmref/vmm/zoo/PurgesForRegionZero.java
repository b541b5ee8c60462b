package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.execute.Meaning;
import vmmref.model.instruction.Form;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.tlb.Stream;
import vmmref.spec.Guests;

/// Purges nothing while the cache of the guest has no data of region 0, as Xen on IA-64 passed over what it had for others.
final class PurgesForRegionZero {
    static final Member MEMBER = Member.emulating("PurgesForRegionZero", "a guest purges in vain while no data of region 0 is in its cache",
        Vector.of(Guests.INSTRUCTION_EMULATED), "GuestGuarantees.alone", PurgesForRegionZero::wrong);

    private PurgesForRegionZero() { }

    private static Meaning wrong(Form form, Meaning right) {
        return form.syntax().mnemonic().startsWith("ptc") ? execution -> wrong(execution.machine(), right.of(execution)) : right;
    }

    private static Executed wrong(Machine before, Executed right) {
        boolean used = before.addressing().tlb().cached(Stream.DATA).exists(held -> held.page().region() == 0);
        return right instanceof Executed.Done done && !used ? new Executed.Done(Effects.NONE, done.because()) : right;
    }
}
