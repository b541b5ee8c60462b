package vmmref.model.partition;

import static vmmref.spec.Partitions.PACKET_STAMPED;

import vmmref.model.partition.Hardware.Gate;
import vmmref.spec.Partitions;

/// The status that hardware appends to a packet.
@FunctionalInterface
public interface Stamp {
    Status of(Hardware hardware, Complex complex, Event.Packet packet);

    @Partitions.Rule(PACKET_STAMPED)
    static Status architected(Hardware hardware, Complex complex, Event.Packet packet) {
        Processor sender = packet.processor();
        return Status.of(hardware.gate() == Gate.PROCESSOR
            ? complex.register().isSecure(hardware.place(sender))
            : complex.register().contains(company(hardware, complex, sender.cell())));
    }

    /// {@return the processors of a cell, and of those that are in a partition with it}
    private static Statuses company(Hardware hardware, Complex complex, Cell cell) {
        Statuses company = hardware.of(cell);
        for (int number = 0; number < hardware.cells(); number++) {
            Cell other = new Cell(number);
            if (areTogether(hardware, complex, cell, other)) company = company.or(hardware.of(other));
        }
        return company;
    }

    private static boolean areTogether(Hardware hardware, Complex complex, Cell one, Cell other) {
        for (int number = 0; number < hardware.partitions(); number++) {
            Partition partition = new Partition(number);
            if (complex.isIn(one, partition) && complex.isIn(other, partition)) return true;
        }
        return false;
    }
}
