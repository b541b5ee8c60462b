package vmmref.vmm.monitor;

import java.util.function.UnaryOperator;
import vmmref.model.machine.Place;
import vmmref.model.register.Psr;
import vmmref.spec.RegisterFiles;

/// The banks of general registers: the monitor has bank 0, and a guest either.
final class Banks {
    /// PSR.bn.
    static final int BN = 44;

    private Banks() { }

    /// {@return the answer after something was done while the machine had a bank, with the monitor's again}
    static Answer in(Answer answer, boolean bank, UnaryOperator<Answer> something) {
        Psr own = answer.machine().psr();
        return something.apply(answer.then(Place.Status.PSR, own.with(BN, bank), RegisterFiles.BANK_SWITCHED)).then(Place.Status.PSR, own, RegisterFiles.BANK_SWITCHED);
    }
}
