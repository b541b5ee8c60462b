package vmmref.properties.arbitrary;

import io.vavr.control.Option;
import vmmref.model.partition.Cell;
import vmmref.model.partition.CellState;
import vmmref.model.partition.Change;
import vmmref.model.partition.Complex;
import vmmref.model.partition.Event;
import vmmref.model.partition.Hardware;
import vmmref.model.partition.InterruptVector;
import vmmref.model.partition.Page;
import vmmref.model.partition.Partition;
import vmmref.model.partition.Processor;
import vmmref.model.partition.RegisterClass;
import vmmref.model.partition.Status;
import vmmref.model.partition.Word;

/// Which event comes next: in half of all cases one that brings a cell on, otherwise any.
///
/// @param hardware its cells, processors and partitions are drawn alike
record Events(Hardware hardware) {
    private static final int ADVANCING = 128;
    private static final int TICKING   = 40;

    /// {@return an event after which a complex is not as before, mostly}
    Event next(Complex complex, long word) {
        Lot lot = new Lot(word);
        if (lot.happens(ADVANCING)) return advancing(complex, cell(lot), lot);
        if (!lot.happens(256 - TICKING)) return new Event.Tick();
        return any(complex, lot);
    }

    private Event advancing(Complex complex, Cell cell, Lot lot) {
        CellState state = complex.at(cell);
        if (state.change().isDefined()) return new Event.Proceed(cell);
        if (state.report().isUnderWay()) return new Event.Tick();
        return switch (state.phase()) {
            case RESET      -> new Event.Start(cell);
            case BLOCKED    -> state.assigned().isEmpty() || lot.happens(complex.routing(cell).isDefined() ? 128 : 16) ? new Event.Post(cell, Option.some(partition(lot))) : new Event.Release(cell);
            case RELEASED   -> new Event.Rendezvous(cell);
            case RENDEZVOUS -> instruction(complex, cell, state);
            case JOINED     -> new Event.HandOff(cell);
            case RUNNING    -> lot.happens(40) ? new Event.Reset(cell) : talk(complex, cell, lot);
        };
    }

    private Event instruction(Complex complex, Cell cell, CellState state) {
        Partition to = state.assigned().getOrElse(new Partition(0));
        boolean moves = complex.routing(cell).exists(from -> !from.equals(to));
        return new Event.Instruct(new Processor(cell, 0), to, cell, moves ? Change.Kind.MOVE : Change.Kind.JOIN);
    }

    /// A cell that runs sets up, and uses, what joins it to other partitions.
    private Event talk(Complex complex, Cell cell, Lot lot) {
        Processor processor = processor(cell, lot);
        Partition own   = complex.routing(cell).getOrElse(new Partition(0));
        Partition other = partition(lot);
        return switch (lot.below(6)) {
            case 0  -> new Event.Request(own, other);
            case 1  -> new Event.Answer(processor, own, other, !lot.happens(64));
            case 2  -> new Event.Data(processor, cell(lot));
            case 3  -> new Event.Reach(processor, other, page(lot));
            case 4  -> new Event.Interrupt(processor, other, vector(lot));
            default -> new Event.Leave(processor);
        };
    }

    private Event any(Complex complex, Lot lot) {
        Cell cell = cell(lot);
        Processor processor = processor(cell, lot);
        Partition partition = partition(lot);
        return switch (lot.below(20)) {
            case 0      -> new Event.Read(processor, partition, lot.of(RegisterClass.values()));
            case 1, 2   -> new Event.Write(processor, owning(complex, cell, partition, lot), lot.of(RegisterClass.values()), word(lot));
            case 3      -> new Event.Packet(processor, partition, lot.happens(128), new Word(lot.bits()), lot.of(Status.values()));
            case 4      -> new Event.Leave(processor);
            case 5      -> new Event.Data(processor, cell(lot));
            case 6      -> new Event.Reach(processor, partition, page(lot));
            case 7      -> new Event.Interrupt(processor, partition, vector(lot));
            case 8      -> new Event.Request(partition, partition(lot));
            case 9, 10  -> new Event.Answer(processor, owning(complex, cell, partition, lot), partition(lot), !lot.happens(64));
            case 11     -> new Event.Expire(partition, partition(lot));
            case 12     -> new Event.Instruct(processor, partition, cell(lot), lot.of(Change.Kind.values()));
            case 13     -> new Event.Proceed(cell);
            case 14     -> lot.happens(64) ? new Event.Reset(cell) : new Event.Start(cell);
            case 15     -> new Event.Post(cell, lot.happens(200) ? Option.some(partition) : Option.none());
            case 16     -> lot.happens(128) ? new Event.Release(cell) : new Event.Rendezvous(cell);
            case 17     -> lot.happens(128) ? new Event.HandOff(cell) : new Event.Leave(processor);
            case 18     -> lot.happens(64) ? new Event.Reconfigure(processor, owning(complex, cell, partition, lot)) : new Event.Tick();
            default     -> lot.happens(48) ? stuck(cell, partition, lot) : new Event.Tick();
        };
    }

    /// All lines of one path are stuck at one level: only so does a stuck line never make anybody secure.
    private Event stuck(Cell cell, Partition partition, Lot lot) {
        return lot.happens(128)
            ? new Event.Stick(new Event.Wire.Report(cell), lot.below(hardware.reports().lines()), (cell.number() & 1) == 1)
            : new Event.Stick(new Event.Wire.Status(partition), lot.below(hardware.statuses().lines()), (partition.number() & 1) == 1);
    }

    /// {@return mostly a partition in which a cell is}
    private Partition owning(Complex complex, Cell cell, Partition otherwise, Lot lot) {
        return lot.happens(32) ? otherwise : complex.at(cell).assigned().getOrElse(otherwise);
    }

    private Cell cell(Lot lot) {
        return new Cell(lot.below(hardware.cells()));
    }

    private Partition partition(Lot lot) {
        return new Partition(lot.below(hardware.partitions()));
    }

    private Processor processor(Cell cell, Lot lot) {
        return new Processor(cell, lot.below(hardware.processors()));
    }

    /// {@return mostly a page near the ends of the windows that [#word] sets}
    private static Page page(Lot lot) {
        return new Page(lot.happens(32) ? 0xffffff : lot.below(4));
    }

    private static InterruptVector vector(Lot lot) {
        return new InterruptVector(lot.below(256));
    }

    /// {@return a word of which half permits much: partitions, cells, groups of vectors and the pages 1 and 2}
    private static Word word(Lot lot) {
        long bits = lot.bits();
        return new Word(lot.happens(128) ? bits & 0xffff00ffL | 0x2_000001_00L | 0xffffL << 16 & bits : bits);
    }
}
