package vmmref.properties.scratch;

import io.vavr.Function2;
import io.vavr.Function4;
import vmmref.vmm.scratch.Detector;
import vmmref.vmm.scratch.Detectors;
import vmmref.vmm.scratch.Passage;
import vmmref.vmm.scratch.Presence;

/// The rules that are judged.
///
/// @param passage what something that was told means, with the levels before and after
/// @param move    what a passage leads to
record Rules(Function4<Detectors, Detector, Integer, Integer, Passage> passage, Function2<Presence, Passage, Presence.Move> move) {
    static final Rules RIGHT = new Rules(Detectors::passage, Presence::on);
}
