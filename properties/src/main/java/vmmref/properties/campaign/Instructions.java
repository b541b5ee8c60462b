package vmmref.properties.campaign;

import vmmref.properties.guarantee.Efficiency;

/// The instructions that guests have done in the cases of a campaign.
///
/// @param unmodified by the hardware, where guests have them
/// @param carried    by the hardware, in stubs that stand for their bundles
/// @param emulated   by the monitor
public record Instructions(long unmodified, long carried, long emulated) {

    /// {@return those of all laws}
    public static Instructions of(Ledger ledger) {
        return new Instructions(ledger.figure(Efficiency.UNMODIFIED), ledger.figure(Efficiency.CARRIED), ledger.figure(Efficiency.EMULATED));
    }

    /// {@return how many there are}
    public long all() {
        return unmodified + carried + emulated;
    }
}
