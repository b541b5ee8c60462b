package vmmref.properties.arbitrary;

import vmmref.model.partition.Cell;
import vmmref.model.partition.Event;
import vmmref.model.partition.Partition;

/// Something that goes on in a complex whose partitions run.
public sealed interface Meddling {
    /// Software asks for something, or something happens that software cannot keep from happening.
    record Asks(Event event) implements Meddling { }

    /// The firmware of a cell goes on by some events.
    record Boots(Cell cell, int events) implements Meddling { }

    /// The monitor of a partition runs until its guests have done some instructions.
    record Runs(Partition partition, int instructions) implements Meddling { }
}
