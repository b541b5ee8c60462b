package vmmref.properties.scratch;

import io.vavr.Function2;
import io.vavr.Function4;
import vmmref.model.profile.Profile;
import vmmref.vmm.Vmm;
import vmmref.vmm.scratch.Detector;
import vmmref.vmm.scratch.Detectors;
import vmmref.vmm.scratch.Passage;
import vmmref.vmm.scratch.Presence;

/// The rules that are judged.
///
/// @param passage what something that was told means, with the levels before and after
/// @param move    what a passage leads to
record Rules(Function4<Detectors, Detector, Integer, Integer, Passage> passage, Function2<Presence, Passage, Presence.Move> move) {
    static final Profile PROFILE = Profile.named("itanium2").get();
    static final Rules RIGHT = of(Vmm.reference(PROFILE));

    /// {@return those of a monitor}
    static Rules of(Vmm vmm) {
        return new Rules(Detectors::passage, vmm.monitoring().scratching().moving()::apply);
    }
}
