package vmmref.model.partition;

import io.vavr.control.Option;

/// What a cell holds.
///
/// @param phase     where it is in its life
/// @param assigned  the partition to which the profile assigns it
/// @param executing which software its processors execute
/// @param change    of routing that it is about to make
/// @param report    the path on which it reports the statuses of its processors
/// @param fresh     whether no report arrived since it started
public record CellState(Phase phase, Option<Partition> assigned, Executing executing, Option<Change> change, Path report, boolean fresh) {
    static final CellState IN_RESET = new CellState(Phase.RESET, Option.none(), Executing.all(Software.NONE), Option.none(), Path.QUIET, false);

    CellState withPhase(Phase changed) {
        return new CellState(changed, assigned, executing, change, report, fresh);
    }

    CellState withAssigned(Option<Partition> changed) {
        return new CellState(phase, changed, executing, change, report, fresh);
    }

    CellState withExecuting(Executing changed) {
        return new CellState(phase, assigned, changed, change, report, fresh);
    }

    CellState withChange(Option<Change> changed) {
        return new CellState(phase, assigned, executing, changed, report, fresh);
    }

    CellState withReport(Path changed) {
        return new CellState(phase, assigned, executing, change, changed, fresh);
    }

    CellState withFresh(boolean changed) {
        return new CellState(phase, assigned, executing, change, report, changed);
    }
}
