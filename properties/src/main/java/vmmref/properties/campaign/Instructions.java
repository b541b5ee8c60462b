package vmmref.properties.campaign;

import java.util.function.ToLongFunction;
import vmmref.properties.guarantee.Efficiency;

/// The instructions that guests have done in the cases of a campaign.
///
/// @param unmodified by the hardware, where guests have them
/// @param carried    by the hardware, in stubs that stand for their bundles
/// @param emulated   by the monitor
public record Instructions(long unmodified, long carried, long emulated) {

    /// {@return those of all laws}
    public static Instructions of(Ledger ledger) {
        return of(ledger::figure);
    }

    /// {@return those of a law}
    public static Instructions of(Account account) {
        return of(figure -> account.figures().getOrDefault(figure, 0L));
    }

    private static Instructions of(ToLongFunction<String> figures) {
        return new Instructions(figures.applyAsLong(Efficiency.UNMODIFIED), figures.applyAsLong(Efficiency.CARRIED), figures.applyAsLong(Efficiency.EMULATED));
    }

    public long all() {
        return unmodified + carried + emulated;
    }
}
