package vmmref.vmm.scratch;

import static vmmref.spec.ScratchRegisters.ENTRY_DETECTED;
import static vmmref.spec.ScratchRegisters.EXIT_DETECTED;

import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import vmmref.spec.ScratchRegisters;

/// From what entering and leaving are seen. At least one of each is enough.
///
/// @param entries from what entering is seen
/// @param exits   from what leaving is seen
public record Detectors(Set<Detector> entries, Set<Detector> exits) {
    /// All that US 8,091,090 names.
    public static final Detectors ALL = new Detectors(HashSet.of(Detector.PRIVILEGED_INSTRUCTION, Detector.EXECUTION_CAUGHT), HashSet.of(Detector.PRIVILEGED_INSTRUCTION, Detector.PRIVILEGE_DECREASE));

    public Detectors {
        if (entries.isEmpty() || exits.isEmpty()) throw new IllegalArgumentException("entering and leaving are seen from at least one thing each, not " + entries + " and " + exits);
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
