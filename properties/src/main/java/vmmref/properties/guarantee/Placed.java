package vmmref.properties.guarantee;

import io.vavr.control.Option;
import vmmref.model.partition.Cell;
import vmmref.model.partition.CellState;
import vmmref.model.partition.Change;
import vmmref.model.partition.Complex;
import vmmref.model.partition.Controller;
import vmmref.model.partition.Partition;

/// A complex one of whose cells is put somewhere, by no event.
record Placed(Complex complex, Cell cell) {

    static Placed of(Complex complex, Cell cell) {
        return new Placed(complex, cell);
    }

    Placed assigned(Option<Partition> partition) {
        CellState state = complex.at(cell);
        return with(new CellState(state.phase(), partition, state.executing(), state.change(), state.report(), state.fresh()));
    }

    Placed changing(Option<Change> change) {
        CellState state = complex.at(cell);
        return with(new CellState(state.phase(), state.assigned(), state.executing(), change, state.report(), state.fresh()));
    }

    private Placed with(CellState state) {
        return new Placed(new Complex(complex.register(), complex.cells().update(cell.number(), state), complex.controllers()), cell);
    }

    /// {@return the complex with the cell in one mask, or in none}
    Placed routed(Option<Partition> partition) {
        return new Placed(new Complex(complex.register(), complex.cells(), complex.controllers().zipWithIndex().map(each ->
            routed(each._1, partition.contains(new Partition(each._2))))), cell);
    }

    private Controller routed(Controller old, boolean has) {
        return new Controller(old.status(), has ? old.route().with(cell) : old.route().without(cell), old.asked(), old.consented(), old.enabled(), old.firewall(), old.sharing(), old.interrupt(),
            old.general(), old.configuration());
    }
}
