package vmmref.vectors.partition;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.partition.Cell;
import vmmref.model.partition.Change;
import vmmref.model.partition.Event;
import vmmref.model.partition.InterruptVector;
import vmmref.model.partition.Page;
import vmmref.model.partition.Partition;
import vmmref.model.partition.RegisterClass;
import vmmref.model.partition.Status;
import vmmref.model.partition.Word;

/// Events by numbers.
final class Events {
    static final Event TICK = new Event.Tick();

    private Events() { }

    static Seq<Event> ticks(int number) {
        return Vector.fill(number, () -> TICK);
    }

    static Event stickReport(int cell, int line, int level) {
        return new Event.Stick(new Event.Wire.Report(new Cell(cell)), line, level == 1);
    }

    static Event stickStatus(int partition, int line, int level) {
        return new Event.Stick(new Event.Wire.Status(new Partition(partition)), line, level == 1);
    }

    static Event start(int cell)      { return new Event.Start(new Cell(cell)); }

    static Event release(int cell)    { return new Event.Release(new Cell(cell)); }

    static Event rendezvous(int cell) { return new Event.Rendezvous(new Cell(cell)); }

    static Event handOff(int cell)    { return new Event.HandOff(new Cell(cell)); }

    static Event reset(int cell)      { return new Event.Reset(new Cell(cell)); }

    static Event proceed(int cell)    { return new Event.Proceed(new Cell(cell)); }

    static Seq<Event> proceed(int cell, int times) {
        return Vector.fill(times, () -> proceed(cell));
    }

    static Event post(int cell, int partition) {
        return new Event.Post(new Cell(cell), Option.some(new Partition(partition)));
    }

    static Event postNone(int cell) {
        return new Event.Post(new Cell(cell), Option.none());
    }

    static Event leave(String by) {
        return new Event.Leave(Names.processor(by));
    }

    static Event reconfigure(String by, int partition) {
        return new Event.Reconfigure(Names.processor(by), new Partition(partition));
    }

    static Event read(String by, int partition, RegisterClass register) {
        return new Event.Read(Names.processor(by), new Partition(partition), register);
    }

    static Event write(String by, int partition, RegisterClass register, long value) {
        return new Event.Write(Names.processor(by), new Partition(partition), register, new Word(value));
    }

    static Event instruct(String by, Change.Kind kind, int cell, int partition) {
        return new Event.Instruct(Names.processor(by), new Partition(partition), new Cell(cell), kind);
    }

    static Event join(String by, int cell, int partition)  { return instruct(by, Change.Kind.JOIN,  cell, partition); }

    static Event move(String by, int cell, int partition)  { return instruct(by, Change.Kind.MOVE,  cell, partition); }

    static Event leave(String by, int cell, int partition) { return instruct(by, Change.Kind.LEAVE, cell, partition); }

    static Event answer(String by, int partition, int other, boolean consent) {
        return new Event.Answer(Names.processor(by), new Partition(partition), new Partition(other), consent);
    }

    static Event request(int one, int other) {
        return new Event.Request(new Partition(one), new Partition(other));
    }

    static Event expire(int one, int other) {
        return new Event.Expire(new Partition(one), new Partition(other));
    }

    static Event packet(String by, int partition, boolean configures, long payload, Status claim) {
        return new Event.Packet(Names.processor(by), new Partition(partition), configures, new Word(payload), claim);
    }

    static Event data(String by, int cell) {
        return new Event.Data(Names.processor(by), new Cell(cell));
    }

    static Event reach(String by, int partition, int page) {
        return new Event.Reach(Names.processor(by), new Partition(partition), new Page(page));
    }

    static Event interrupt(String by, int partition, int vector) {
        return new Event.Interrupt(Names.processor(by), new Partition(partition), new InterruptVector(vector));
    }
}
