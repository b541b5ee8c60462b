package vmmref.model.machine;

import vmmref.model.register.Dcr;
import vmmref.model.register.IndirectRegisters;
import vmmref.model.register.ProtectionKeyRegisters;
import vmmref.model.register.Psr;
import vmmref.model.register.Pta;
import vmmref.model.register.RegionRegisters;
import vmmref.model.tlb.Tlb;

/// What translation reads of a machine.
///
/// @param psr      the processor status register
/// @param inFlight whether a change of PSR.ic has not been serialised yet
/// @param codeEd   the ed bit of the page from which the current instruction was fetched
/// @param dcr      the default control register
/// @param regions  the region registers
/// @param keys     the protection-key registers
/// @param tlb      the translation look-aside buffers
/// @param indirect the breakpoint registers, and beside them those of the performance monitor
/// @param pta      the page table address
public record Addressing(Psr psr, boolean inFlight, boolean codeEd, Dcr dcr, RegionRegisters regions, ProtectionKeyRegisters keys, Tlb tlb, IndirectRegisters indirect, Pta pta) {

    /// What translation reads of a machine whose page table is not walked.
    public Addressing(Psr psr, boolean inFlight, boolean codeEd, Dcr dcr, RegionRegisters regions, ProtectionKeyRegisters keys, Tlb tlb, IndirectRegisters indirect) {
        this(psr, inFlight, codeEd, dcr, regions, keys, tlb, indirect, Pta.OFF);
    }

    /// What translation reads of a machine whose indirect registers are 0 and whose page table is not walked.
    public Addressing(Psr psr, boolean inFlight, boolean codeEd, Dcr dcr, RegionRegisters regions, ProtectionKeyRegisters keys, Tlb tlb) {
        this(psr, inFlight, codeEd, dcr, regions, keys, tlb, IndirectRegisters.RESET);
    }

    /// {@return the same after effects, applied in their order; those on other parts of a machine do not matter}
    public Addressing with(Effects effects) {
        return Machine.of(this).with(effects).addressing();
    }

    public Addressing withPsr(Psr changed) {
        return new Addressing(changed, inFlight, codeEd, dcr, regions, keys, tlb, indirect, pta);
    }

    public Addressing withInFlight(boolean changed) {
        return new Addressing(psr, changed, codeEd, dcr, regions, keys, tlb, indirect, pta);
    }

    public Addressing withCodeEd(boolean changed) {
        return new Addressing(psr, inFlight, changed, dcr, regions, keys, tlb, indirect, pta);
    }

    public Addressing withDcr(Dcr changed) {
        return new Addressing(psr, inFlight, codeEd, changed, regions, keys, tlb, indirect, pta);
    }

    public Addressing withRegions(RegionRegisters changed) {
        return new Addressing(psr, inFlight, codeEd, dcr, changed, keys, tlb, indirect, pta);
    }

    public Addressing withKeys(ProtectionKeyRegisters changed) {
        return new Addressing(psr, inFlight, codeEd, dcr, regions, changed, tlb, indirect, pta);
    }

    public Addressing withTlb(Tlb changed) {
        return new Addressing(psr, inFlight, codeEd, dcr, regions, keys, changed, indirect, pta);
    }

    public Addressing withIndirect(IndirectRegisters changed) {
        return new Addressing(psr, inFlight, codeEd, dcr, regions, keys, tlb, changed, pta);
    }

    public Addressing withPta(Pta changed) {
        return new Addressing(psr, inFlight, codeEd, dcr, regions, keys, tlb, indirect, changed);
    }
}
