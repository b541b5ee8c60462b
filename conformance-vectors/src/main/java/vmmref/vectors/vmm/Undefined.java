/// What the manual leaves undefined of the registers of a guest: after a delivery that collects IFA, ITIR, IIM and IHA as far as it does not name them, and IFS but for its bit v.
package vmmref.vectors.vmm;

import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Place;
import vmmref.model.machine.Write;
import vmmref.model.register.RegisterNumber;

import static vmmref.spec.Interruptions.FRAME_INVALIDATED;

/// @param open  control registers of which nothing is expected
/// @param frame whether all that is expected of IFS is its bit v
record Undefined(Set<Integer> open, boolean frame) {
    static final Undefined NOTHING = new Undefined(HashSet.empty(), false);

    private static final int IHA = 25;
    private static final Set<Integer> UNNAMED = HashSet.ofAll(Vector.of(RegisterNumber.IFA, RegisterNumber.ITIR, RegisterNumber.IIM, IHA));

    Undefined after(Effects effects) {
        Set<Integer> written = HashSet.ofAll(effects.writes()).map(Write::place).filter(place -> place instanceof Place.Control).map(place -> ((Place.Control) place).number());
        boolean collects = effects.writes().exists(write -> write.because() == FRAME_INVALIDATED);
        return new Undefined((collects ? open.addAll(UNNAMED) : open).removeAll(written), collects || frame && !written.contains(RegisterNumber.IFS));
    }

    /// {@return the names of the registers of which nothing is expected}
    Set<String> names() {
        return open.map(number -> new Place.Control(number).toString());
    }
}
