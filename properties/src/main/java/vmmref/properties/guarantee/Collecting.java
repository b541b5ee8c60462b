package vmmref.properties.guarantee;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.register.RegisterNumber;

/// The registers that collect what an interruption was.
final class Collecting {
    static final Place<Long> IPSR = new Place.Control(RegisterNumber.IPSR);
    static final Place<Long> IIP  = new Place.Control(RegisterNumber.IIP);
    static final Place<Long> IIPA = new Place.Control(RegisterNumber.IIPA);
    static final Place<Long> IFS  = new Place.Control(RegisterNumber.IFS);
    static final Place<Long> IFA  = new Place.Control(RegisterNumber.IFA);
    static final Place<Long> ITIR = new Place.Control(RegisterNumber.ITIR);
    static final Place<Long> IIM  = new Place.Control(RegisterNumber.IIM);
    static final Place<Long> ISR  = new Place.Control(RegisterNumber.ISR);
    static final Seq<Place<Long>> ALL = Vector.of(IPSR, IIP, IIPA, IFS, IFA, ITIR, IIM, ISR);

    private Collecting() { }

    /// {@return a machine all of whose collecting registers hold the same}
    static Machine holding(Machine machine, long word) {
        return ALL.foldLeft(machine, (each, place) -> place.with(each, word));
    }

    /// {@return a machine with a change of PSR.ic that is serialised or not}
    static Machine inFlight(Machine machine, boolean inFlight) {
        return machine.withAddressing(machine.addressing().withInFlight(inFlight));
    }
}
