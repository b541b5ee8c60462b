package vmmref.model.partition;

import io.vavr.collection.Seq;
import io.vavr.collection.Array;
import io.vavr.control.Option;

/// A computer that can be divided.
///
/// @param register    the status register of the state machine: every processor of every cell
/// @param cells       by their numbers
/// @param controllers by the numbers of their partitions
public record Complex(Statuses register, Array<CellState> cells, Array<Controller> controllers) {

    /// {@return one whose cells are all in reset, and whose registers hold 0}
    public static Complex reset(Hardware hardware) {
        return new Complex(Statuses.NONE_SECURE, Array.fill(hardware.cells(), () -> CellState.IN_RESET), Array.fill(hardware.partitions(), () -> Controller.EMPTY));
    }

    public CellState at(Cell cell) {
        return cells.get(cell.number());
    }

    public Controller of(Partition partition) {
        return controllers.get(partition.number());
    }

    /// {@return whether the profile assigns a cell to a partition, or its route enable mask has the cell}
    public boolean isIn(Cell cell, Partition partition) {
        return of(partition).route().has(cell) || at(cell).assigned().contains(partition);
    }

    /// {@return the partition whose route enable mask has a cell}
    public Option<Partition> routing(Cell cell) {
        for (int number = 0; number < controllers.size(); number++) {
            if (controllers.get(number).route().has(cell)) return Option.some(new Partition(number));
        }
        return Option.none();
    }

    public Software software(Processor processor) {
        return at(processor.cell()).executing().of(processor.number());
    }

    /// {@return the complex after effects, applied in their order}
    public Complex with(Seq<Effect<?>> effects) {
        return effects.foldLeft(this, (complex, effect) -> effect.in(complex));
    }

    Complex with(Statuses changed) {
        return new Complex(changed, cells, controllers);
    }

    Complex with(Cell cell, CellState changed) {
        return new Complex(register, cells.update(cell.number(), changed), controllers);
    }

    Complex with(Partition partition, Controller changed) {
        return new Complex(register, cells, controllers.update(partition.number(), changed));
    }
}
