/// A monitor that takes registers.
package vmmref.vectors.scratch;

import io.vavr.collection.Set;
import vmmref.model.machine.Place;
import vmmref.model.machine.Write;
import vmmref.model.register.FloatingValue;
import vmmref.model.register.Renaming;
import vmmref.spec.Guests;
import vmmref.vmm.keys.Catching;
import vmmref.vmm.monitor.Answer;
import vmmref.vmm.monitor.Monitoring;
import vmmref.vmm.monitor.Privileged;
import vmmref.vmm.scratch.Detector;
import vmmref.vmm.scratch.Detectors;
import vmmref.vmm.scratch.ScratchSet;

final class Scratch {
    private Scratch() { }

    /// {@return a monitor that takes registers in a way of which a case tells}
    static Monitoring by(Monitoring plain, Taking taking) {
        Monitoring caught = plain.catching(taking.entries().contains(Taking.Sign.EXECUTION) ? Catching.KEYS : Catching.NOTHING).taking(new ScratchSet(taking.first(), taking.last() + 1));
        return caught.withScratching(caught.scratching().withDetectors(new Detectors(detectors(taking.entries()), detectors(taking.exits()))).withUsing(answer -> taking.leaves().map(value -> left(answer, taking, value)).getOrElse(answer)));
    }

    private static Set<Detector> detectors(Set<Taking.Sign> signs) {
        return signs.map(sign -> switch (sign) {
            case PRIVILEGED -> Detector.PRIVILEGED_INSTRUCTION;
            case EXECUTION  -> Detector.EXECUTION_CAUGHT;
            case DECREASE   -> Detector.PRIVILEGE_DECREASE;
        });
    }

    private static Answer left(Answer answer, Taking taking, FloatingValue value) {
        return taking.registers().foldLeft(answer, (given, register) -> given.then(new Privileged.Moving(new Write<>(new Place.Floating(Renaming.floatingNamed(register, given.machine().cfm())), value, Guests.ANSWER_PRIVILEGED))));
    }
}
