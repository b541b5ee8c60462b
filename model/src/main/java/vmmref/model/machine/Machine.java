package vmmref.model.machine;

import vmmref.model.register.Dcr;
import vmmref.model.register.ProtectionKeyRegisters;
import vmmref.model.register.Psr;
import vmmref.model.register.RegionRegisters;
import vmmref.model.tlb.Tlb;

/// One processor, as far as translation reads it.
///
/// @param psr      the processor status register
/// @param inFlight whether a change of PSR.ic has not been serialised yet
/// @param codeEd   the ed bit of the page from which the current instruction was fetched
/// @param dcr      the default control register
/// @param regions  the region registers
/// @param keys     the protection-key registers
/// @param tlb      the translation look-aside buffers
public record Machine(Psr psr, boolean inFlight, boolean codeEd, Dcr dcr, RegionRegisters regions, ProtectionKeyRegisters keys, Tlb tlb) {

    /// {@return the machine after effects, applied in their order}
    public Machine with(Effects effects) {
        return effects.writes().foldLeft(this, (machine, write) -> write.in(machine));
    }

    public Machine withPsr(Psr changed) {
        return new Machine(changed, inFlight, codeEd, dcr, regions, keys, tlb);
    }

    public Machine withInFlight(boolean changed) {
        return new Machine(psr, changed, codeEd, dcr, regions, keys, tlb);
    }

    public Machine withCodeEd(boolean changed) {
        return new Machine(psr, inFlight, changed, dcr, regions, keys, tlb);
    }

    public Machine withDcr(Dcr changed) {
        return new Machine(psr, inFlight, codeEd, changed, regions, keys, tlb);
    }

    public Machine withRegions(RegionRegisters changed) {
        return new Machine(psr, inFlight, codeEd, dcr, changed, keys, tlb);
    }

    public Machine withKeys(ProtectionKeyRegisters changed) {
        return new Machine(psr, inFlight, codeEd, dcr, regions, changed, tlb);
    }

    public Machine withTlb(Tlb changed) {
        return new Machine(psr, inFlight, codeEd, dcr, regions, keys, changed);
    }
}
