package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.execute.Meaning;
import vmmref.model.instruction.Form;
import vmmref.model.machine.Place;
import vmmref.model.machine.Write;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.Pta;
import vmmref.spec.Guests;

/// Tells no key while the page table of a guest has the short format, as Xen on IA-64 did.
final class AsksNoShortTable {
    static final Member MEMBER = Member.emulating("AsksNoShortTable", "tak finds no page of a guest whose page table has the short format",
        Vector.of(Guests.INSTRUCTION_EMULATED), "GuestGuarantees.alone", AsksNoShortTable::wrong);

    private static final GeneralValue ABSENT = GeneralValue.of(1);

    private AsksNoShortTable() { }

    private static Meaning wrong(Form form, Meaning right) {
        return form.syntax().mnemonic().equals("tak") ? execution -> isShort(execution.machine().addressing().pta()) ? Results.changed(right, AsksNoShortTable::wrong).of(execution) : right.of(execution) : right;
    }

    private static Write<?> wrong(Write<?> right) {
        return right.place() instanceof Place.General target ? new Write<>(target, ABSENT, right.because()) : right;
    }

    private static boolean isShort(Pta pta) {
        return pta.ve() && !pta.isLong();
    }
}
