package vmmref.vmm.patch;

import io.vavr.control.Option;
import vmmref.model.machine.Place;
import vmmref.model.register.IndirectRegisters;
import vmmref.model.register.RegisterNumber;

/// Registers of which stubs hold what a guest believes: when one of them changes, those stubs are no longer right.
public enum Source {
    /// The kernel registers, ar.k0 to ar.k7.
    KERNEL,
    /// PTA and the region registers.
    TABLE,
    /// The performance monitor data registers.
    MONITOR,
    /// Registers that nothing changes, CPUID.
    IDENTIFICATION;

    private static final int KERNEL_REGISTERS = 8;

    /// {@return that to which a register belongs, if stubs hold some}
    public static Option<Source> of(Place<?> place) {
        return switch (place) {
            case Place.Application(int number) when number < KERNEL_REGISTERS      -> Option.some(KERNEL);
            case Place.Control(int number) when number == RegisterNumber.PTA       -> Option.some(TABLE);
            case Place.Region region                                              -> Option.some(TABLE);
            case Place.Indirect(var file, int number) when file == IndirectRegisters.File.PMD -> Option.some(MONITOR);
            default                                                               -> Option.none();
        };
    }
}
