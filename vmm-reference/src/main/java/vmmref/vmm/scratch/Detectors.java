package vmmref.vmm.scratch;

import static vmmref.spec.ScratchRegisters.ENTRY_DETECTED;
import static vmmref.spec.ScratchRegisters.EXIT_DETECTED;

import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import vmmref.spec.ScratchRegisters;

/// From what entries and exits are seen. At least one of each is enough.
///
/// @param entries privileged instructions, fetches that are caught, or both
/// @param exits   privileged instructions, transfers to a lower level, or both
public record Detectors(Set<Detector> entries, Set<Detector> exits) {
    /// All that US 8,091,090 names.
    public static final Detectors ALL = new Detectors(HashSet.of(Detector.PRIVILEGED_INSTRUCTION, Detector.EXECUTION_CAUGHT), HashSet.of(Detector.PRIVILEGED_INSTRUCTION, Detector.PRIVILEGE_DECREASE));

    public Detectors {
        if (entries.isEmpty() || entries.contains(Detector.PRIVILEGE_DECREASE) || exits.isEmpty() || exits.contains(Detector.EXECUTION_CAUGHT)) throw new IllegalArgumentException("entries are not seen from " + entries + ", or exits not from " + exits);
    }

    /// {@return what something that was told means: the privilege levels decide the direction}
    ///
    /// @param before 0 or 3, the level at which the guest believed to be
    /// @param after  0 or 3, the level at which it goes on
    @ScratchRegisters.Rule({ENTRY_DETECTED, EXIT_DETECTED})
    public Passage passage(Detector told, int before, int after) {
        if (after == 0) return entries.contains(told) ? Passage.ENTRY : Passage.NONE;
        return before == 0 && exits.contains(told) ? Passage.EXIT : Passage.NONE;
    }
}
