package vmmref.properties.partition;

import vmmref.model.partition.Hardware;

/// How much of everything there is.
///
/// @param values that registers may hold, 0 among them
record Size(Hardware hardware, int values) {

    /// {@return Alloy's scope for a trace of so many states}
    String scope(int states) {
        return "for 1 but exactly " + hardware.cells() + " Cell, exactly " + hardware.processors() + " Slot, exactly " + hardware.partitions() + " Partition, exactly "
            + Math.max(hardware.reports().lines(), hardware.statuses().lines()) + " Line, exactly " + Math.max(1, Math.max(reportTakes(), statusTakes())) + " Tick, exactly "
            + values + " Value, " + states + ".." + states + " steps expect 1";
    }

    /// {@return how many ticks a report takes, as the chapter says}
    int reportTakes() {
        return Wirings.takes(hardware.reports(), hardware.processors());
    }

    int statusTakes() {
        return Wirings.takes(hardware.statuses(), hardware.cells() * hardware.processors());
    }
}
