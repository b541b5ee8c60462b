package vmmref.properties.arbitrary;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.partition.Cell;
import vmmref.model.partition.CellState;
import vmmref.model.partition.Change;
import vmmref.model.partition.Complex;
import vmmref.model.partition.Controller;
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
        while (isAnyUnderWay(quiet.complex)) quiet = quiet.after(new Event.Tick());
        return quiet;
    }

    static boolean isAnyUnderWay(Complex complex) {
        for (CellState cell : complex.cells()) if (cell.report().isUnderWay()) return true;
        for (Controller controller : complex.controllers()) if (controller.status().isUnderWay()) return true;
        return false;
    }

    /// {@return the complex after a cell in reset came to a phase, on the way to a partition}
    public Staged at(Cell cell, Phase phase, Partition partition) {
        return Vector.of(Phase.values()).take(phase.ordinal()).foldLeft(this, (now, from) -> now.after(onward(from, cell, partition)).quiet());
    }

    /// {@return the events by which a cell comes from a phase to the next, on the way to a partition}
    static Event[] onward(Phase from, Cell cell, Partition partition) {
        return switch (from) {
            case RESET      -> new Event[] {new Event.Start(cell)};
            case BLOCKED    -> new Event[] {new Event.Post(cell, Option.some(partition)), new Event.Release(cell)};
            case RELEASED   -> new Event[] {new Event.Rendezvous(cell)};
            case RENDEZVOUS -> joining(cell, partition);
            case JOINED     -> new Event[] {new Event.HandOff(cell)};
            case RUNNING    -> new Event[0];
        };
    }

    /// {@return the events by which a cell joins a partition}
    public static Event[] joining(Cell cell, Partition partition) {
        return new Event[] {new Event.Instruct(processor(cell), partition, cell, Change.Kind.JOIN), new Event.Proceed(cell), new Event.Proceed(cell), new Event.Proceed(cell)};
    }
}
