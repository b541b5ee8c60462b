package vmmref.model.partition;

import io.vavr.control.Option;

/// What happens to a complex. Events come one at a time.
public sealed interface Event {

    /// The clock of the paths ticks.
    record Tick() implements Event { }

    /// A line of a path is stuck at a level from now on.
    record Stick(Wire wire, int line, boolean level) implements Event { }

    /// A path.
    sealed interface Wire {
        record Report(Cell cell) implements Wire { }
        record Status(Partition partition) implements Wire { }
    }

    /// What changes the phase of a cell.
    sealed interface OfCell extends Event {
        Cell cell();
    }

    /// A cell leaves reset.
    record Start(Cell cell) implements OfCell { }

    /// The service processor posts a profile that assigns a cell to a partition, or to none.
    record Post(Cell cell, Option<Partition> partition) implements OfCell { }

    /// The service processor lets boot go on.
    record Release(Cell cell) implements OfCell { }

    /// A cell comes to the rendezvous of its partition.
    record Rendezvous(Cell cell) implements OfCell { }

    /// The firmware of a cell hands off to an operating system.
    record HandOff(Cell cell) implements OfCell { }

    /// A cell is reset.
    record Reset(Cell cell) implements OfCell { }

    /// A cell takes the next step of the change that it is about to make.
    record Proceed(Cell cell) implements Event { }

    /// A processor leaves trusted software.
    record Leave(Processor processor) implements Event { }

    /// What a processor asks for of the controller of a partition.
    sealed interface Asking extends Event {
        Processor processor();

        Partition partition();
    }

    /// It makes the partition ready for reconfiguration.
    record Reconfigure(Processor processor, Partition partition) implements Asking { }

    record Read(Processor processor, Partition partition, RegisterClass register) implements Asking { }

    record Write(Processor processor, Partition partition, RegisterClass register, Word value) implements Asking { }

    /// It instructs a cell to join the partition, to move to it or to leave it.
    record Instruct(Processor processor, Partition partition, Cell cell, Change.Kind kind) implements Asking { }

    /// It answers a request for a link with another partition.
    record Answer(Processor processor, Partition partition, Partition other, boolean consent) implements Asking { }

    /// A computing element requests a link between two partitions.
    record Request(Partition one, Partition other) implements Event { }

    /// The time for answers to a request is over.
    record Expire(Partition one, Partition other) implements Event { }

    /// What a processor sends.
    sealed interface Sending extends Event {
        Processor processor();
    }

    /// A packet to the fabric component of a partition.
    ///
    /// @param configures whether it asks for configuration
    /// @param claim      the status that the sender writes into it
    record Packet(Processor processor, Partition partition, boolean configures, Word payload, Status claim) implements Sending { }

    /// A data packet to a cell.
    record Data(Processor processor, Cell cell) implements Sending { }

    /// An access to a page of a partition.
    record Reach(Processor processor, Partition partition, Page page) implements Sending { }

    /// An interrupt to a partition.
    record Interrupt(Processor processor, Partition partition, InterruptVector vector) implements Sending { }
}
