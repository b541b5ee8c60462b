package vmmref.properties.arbitrary;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.partition.Cell;
import vmmref.model.partition.Change;
import vmmref.model.partition.Complex;
import vmmref.model.partition.Event;
import vmmref.model.partition.Hardware;
import vmmref.model.partition.Partition;
import vmmref.model.partition.Partitioner;
import vmmref.model.partition.Phase;
import vmmref.model.partition.Processor;
import vmmref.model.profile.Profile;

/// A complex that the rules brought where a law needs it.
///
/// @param events that brought it there
public record Staged(Hardware hardware, Complex complex, Vector<Event> events) {
    private static final Partitioner RULES = Partitioner.architected(Profile.named("itanium2").get());

    public static final Cell FIRST = new Cell(0);
    public static final Cell SECOND = new Cell(1);
    public static final Partition ZERO = new Partition(0);
    public static final Partition ONE = new Partition(1);

    /// {@return one whose cells are all in reset}
    public static Staged of(Hardware hardware) {
        return of(hardware, Complex.reset(hardware));
    }

    /// {@return one to begin with}
    public static Staged of(Hardware hardware, Complex complex) {
        return new Staged(hardware, complex, Vector.empty());
    }

    /// {@return processor 0 of a cell}
    public static Processor processor(Cell cell) {
        return new Processor(cell, 0);
    }

    public Staged after(Event... more) {
        Partitioner rules = RULES.on(hardware);
        return new Staged(hardware, Vector.of(more).foldLeft(complex, (now, event) -> rules.react(now, event).complex()), events.appendAll(Vector.of(more)));
    }

    /// {@return the complex when nothing is under way on any path}
    public Staged quiet() {
        Staged quiet = this;
        while (quiet.isAnyUnderWay()) quiet = quiet.after(new Event.Tick());
        return quiet;
    }

    private boolean isAnyUnderWay() {
        return complex.cells().exists(cell -> cell.report().isUnderWay()) || complex.controllers().exists(controller -> controller.status().isUnderWay());
    }

    /// {@return the complex after a cell in reset came to a phase, on the way to a partition}
    public Staged at(Cell cell, Phase phase, Partition partition) {
        return road(cell, partition).take(phase.ordinal()).foldLeft(this, (now, next) -> now.after(next.toJavaArray(Event[]::new)).quiet());
    }

    /// {@return what leads from one phase to the next}
    private static Seq<Seq<Event>> road(Cell cell, Partition partition) {
        return Vector.of(
            Vector.of(new Event.Start(cell)),
            Vector.of(new Event.Post(cell, Option.some(partition)), new Event.Release(cell)),
            Vector.of(new Event.Rendezvous(cell)),
            Vector.of(joining(cell, partition)),
            Vector.of(new Event.HandOff(cell)));
    }

    /// {@return the events by which a cell joins a partition}
    public static Event[] joining(Cell cell, Partition partition) {
        return new Event[] {new Event.Instruct(processor(cell), partition, cell, Change.Kind.JOIN), new Event.Proceed(cell), new Event.Proceed(cell), new Event.Proceed(cell)};
    }
}
