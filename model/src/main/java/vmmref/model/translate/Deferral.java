package vmmref.model.translate;

import io.vavr.control.Option;
import vmmref.model.register.Dcr;

/// When a speculative load that meets a condition is deferred: never, always, if the code permits it, or if the code and a bit of DCR do.
enum Deferral {
    NEVER, ALWAYS, CODE, DM, DP, DK, DX, DR, DA, DD;

    /// {@return the deferral that a cell of the table names}
    static Deferral named(String cell) {
        return cell.equals("-") ? NEVER : valueOf(cell.toUpperCase(java.util.Locale.ROOT));
    }

    /// {@return the bit of DCR that must be 1}
    Option<Dcr.Bit> bit() {
        return Option.when(ordinal() > CODE.ordinal(), () -> Dcr.Bit.valueOf(name()));
    }
}
