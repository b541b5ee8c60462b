package vmmref.vmm.zoo;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Place;
import vmmref.model.machine.Write;
import vmmref.model.register.RegisterNumber;
import vmmref.spec.Guests;
import vmmref.vmm.monitor.Monitoring;

/// Tells of every General Exception as of the first kind, as Xen on IA-64 did.
final class TellsPlainException {
    static final Member MEMBER = Member.monitoring("TellsPlainException", "a General Exception tells a guest the code of an Illegal Operation fault",
        Vector.of(Guests.INTERRUPTION_REFLECTED), "GuestGuarantees.alone", TellsPlainException::wrong);

    private static final Place<Long> ISR = new Place.Control(RegisterNumber.ISR);
    private static final Seq<Interruption> KINDS = Vector.of(Interruption.PRIVILEGED_OPERATION, Interruption.PRIVILEGED_REGISTER, Interruption.RESERVED_REGISTER_FIELD);
    private static final long CODE = 0xf0;

    private TellsPlainException() { }

    private static Monitoring wrong(Monitoring right) {
        return right.withReflecting((answer, believed, cause) -> Effects.of(right.reflecting().reflected(answer, believed, cause).writes().<Write<?>>map(write -> write.place().equals(ISR) && KINDS.contains(cause.kind())
            ? new Write<>(ISR, (Long) write.value() & ~CODE, write.because()) : write)));
    }
}
