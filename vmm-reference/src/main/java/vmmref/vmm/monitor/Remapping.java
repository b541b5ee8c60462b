package vmmref.vmm.monitor;

import static vmmref.spec.Guests.MAP_CHANGED;

import vmmref.model.alat.Alat;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.spec.Guests;
import vmmref.vmm.memory.GuestMap;

/// How memory is taken from a guest, or given to it.
final class Remapping {
    private Remapping() { }

    /// {@return the answer after the memory of a guest lies elsewhere, and nothing in the hardware leads to where it lay, nor does an advanced load remember that}
    @Guests.Rule(MAP_CHANGED)
    static Answer to(Answer answer, int machine, GuestMap map) {
        Machine believed = Answering.believed(answer);
        Answer flushed = Watching.reused(answer.because(MAP_CHANGED).flushed(), answer.monitor().maps().get(machine), map);
        return Resuming.of(flushed.with(flushed.monitor().with(machine, Hosting.checked(flushed.monitor().table(), flushed.monitor().copies().end(), flushed.rules().host().translator().dimensions(), map))).then(Place.AdvancedAll.ALAT, Alat.EMPTY, MAP_CHANGED), believed);
    }
}
