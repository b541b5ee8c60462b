package vmmref.model.partition;

import static vmmref.spec.Partitions.ROUTE_CLOSED;

import vmmref.spec.Partitions;

/// Whether a cell may change a route enable mask.
@FunctionalInterface
public interface RouteGate {
    /// @param seen the statuses that the controller of the mask sees
    boolean permits(Hardware hardware, Cell cell, Statuses seen);

    @Partitions.Rule(ROUTE_CLOSED)
    static boolean architected(Hardware hardware, Cell cell, Statuses seen) {
        return hardware.opening(Status.of(seen.contains(hardware.of(cell)))).isWritable(RegisterClass.ROUTE);
    }
}
