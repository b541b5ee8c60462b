package vmmref.properties.guarantee;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.RegisterNumber;

/// How an instruction ends whose predicate is p6 and which reads r9.
enum Ending {
    DONE, TRAPPED, FAULTED, NULLIFIED, NULLIFIED_AND_TRAPPED, INTERRUPTED;

    /// {@return whether the instruction did what it says}
    boolean isEffective() {
        return this == DONE || this == TRAPPED;
    }

    Machine of(Machine machine) {
        Machine predicated = new Place.Predicate(6).with(machine, this != NULLIFIED && this != NULLIFIED_AND_TRAPPED);
        return switch (this) {
            case DONE, NULLIFIED                -> predicated;
            case TRAPPED, NULLIFIED_AND_TRAPPED -> predicated.withPsr(machine.psr().with(40, true));
            case FAULTED                        -> Prepared.with(predicated, 9, new GeneralValue(machine.general(9).bits(), true));
            case INTERRUPTED                    -> new Place.Control(RegisterNumber.IRR).with(predicated.withPsr(machine.psr().with(14, true)), 4L);
        };
    }

    Seq<Interruption> interruptions() {
        return switch (this) {
            case DONE, NULLIFIED                -> Vector.empty();
            case TRAPPED, NULLIFIED_AND_TRAPPED -> Vector.of(Interruption.SINGLE_STEP);
            case FAULTED                        -> Vector.of(Interruption.REGISTER_NAT_CONSUMPTION);
            case INTERRUPTED                    -> Vector.of(Interruption.EXTERNAL_INTERRUPT);
        };
    }
}
