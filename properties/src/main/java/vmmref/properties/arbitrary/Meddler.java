package vmmref.properties.arbitrary;

import vmmref.model.partition.Cell;
import vmmref.model.partition.Change;
import vmmref.model.partition.Event;
import vmmref.model.partition.InterruptVector;
import vmmref.model.partition.Page;
import vmmref.model.partition.Partition;
import vmmref.model.partition.Processor;
import vmmref.model.partition.RegisterClass;
import vmmref.model.partition.Status;
import vmmref.model.partition.Word;

/// What software tries that wants more than it has, and what goes on meanwhile.
///
/// @param division of the complex in which it tries
record Meddler(Division division) {
    private static final int MOST_INSTRUCTIONS = 20;
    private static final int MOST_EVENTS = 6;
    private static final int RUNNING = 40;
    private static final int BOOTING = 40;
    private static final int RECONFIGURING = 24;

    /// {@return what a word says}
    Meddling of(long word) {
        Lot lot = new Lot(word);
        if (lot.happens(RUNNING)) return new Meddling.Runs(settled(lot), 1 + lot.below(MOST_INSTRUCTIONS));
        if (lot.happens(BOOTING)) return new Meddling.Boots(cell(lot), 1 + lot.below(MOST_EVENTS));
        return new Meddling.Asks(event(lot));
    }

    private Event event(Lot lot) {
        boolean settled = lot.happens(192);
        Partition own = settled ? settled(lot) : partition(lot);
        Processor processor = new Processor(settled ? division.cell(own) : cell(lot), lot.below(division.hardware().processors()));
        Partition partition = lot.happens(96) ? partition(lot) : own;
        return switch (lot.below(16)) {
            case 0, 1   -> new Event.Read(processor, partition, lot.of(RegisterClass.values()));
            case 2, 3   -> new Event.Write(processor, partition, lot.of(RegisterClass.values()), new Word(lot.happens(128) ? -1 : lot.bits()));
            case 4, 5   -> new Event.Packet(processor, partition, lot.happens(192), new Word(lot.bits()), lot.of(Status.values()));
            case 6      -> new Event.Leave(processor);
            case 7      -> new Event.Data(processor, cell(lot));
            case 8      -> new Event.Reach(processor, partition(lot), new Page(lot.below(4)));
            case 9      -> new Event.Interrupt(processor, partition(lot), new InterruptVector(lot.below(256)));
            case 10     -> new Event.Request(partition, partition(lot));
            case 11     -> new Event.Answer(processor, partition, partition(lot), !lot.happens(64));
            case 12, 13 -> new Event.Instruct(processor, partition, cell(lot), lot.of(Change.Kind.values()));
            case 14     -> new Event.Proceed(cell(lot));
            default     -> lot.happens(RECONFIGURING) ? new Event.Reconfigure(processor, partition) : new Event.Tick();
        };
    }

    /// {@return something that a partition asks for of its own, whose answer says nothing of others}
    Event own(Partition own, long word) {
        Lot lot = new Lot(word);
        Processor processor = new Processor(division.cell(own), lot.below(division.hardware().processors()));
        return switch (lot.below(4)) {
            case 0  -> new Event.Read(processor, own, lot.of(new RegisterClass[] {RegisterClass.GENERAL, RegisterClass.SHARING, RegisterClass.FIREWALL, RegisterClass.INTERRUPT, RegisterClass.ROUTE}));
            case 1  -> new Event.Write(processor, own, lot.of(new RegisterClass[] {RegisterClass.GENERAL, RegisterClass.SHARING}), new Word(lot.bits()));
            case 2  -> new Event.Packet(processor, own, lot.happens(128), new Word(lot.bits()), lot.of(Status.values()));
            default -> new Event.Reach(processor, own, new Page(lot.below(4)));
        };
    }

    private Partition settled(Lot lot) {
        return new Partition(lot.below(division.grants().size()));
    }

    private Partition partition(Lot lot) {
        return new Partition(lot.below(division.hardware().partitions()));
    }

    private Cell cell(Lot lot) {
        return new Cell(lot.below(division.hardware().cells()));
    }
}
