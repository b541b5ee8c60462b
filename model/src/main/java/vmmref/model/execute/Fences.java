package vmmref.model.execute;

import static vmmref.spec.RegisterFiles.COLLECTION_SERIALISED;
import static vmmref.spec.RegisterFiles.FENCE_PASSED;

import io.vavr.control.Option;
import vmmref.model.instruction.Form;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Place;
import vmmref.spec.RegisterFiles;

/// Instructions that wait: for memory, for caches, and for changes of registers to be seen.
final class Fences {
    private Fences() { }

    static Option<Meaning> of(Form form) {
        return switch (form.syntax().plain()) {
            case "mf", "mf.a", "fwb", "sync.i" -> Option.some(Fences::passed);
            case "srlz.d", "srlz.i"            -> Option.some(Fences::serialised);
            default                            -> Option.none();
        };
    }

    @RegisterFiles.Rule(FENCE_PASSED)
    static Executed passed(Execution execution) {
        return new Executed.Done(Effects.NONE, FENCE_PASSED);
    }

    @RegisterFiles.Rule(COLLECTION_SERIALISED)
    static Executed serialised(Execution execution) {
        return new Executed.Done(Effects.of(Place.InFlight.IN_FLIGHT, false, COLLECTION_SERIALISED), COLLECTION_SERIALISED);
    }
}
