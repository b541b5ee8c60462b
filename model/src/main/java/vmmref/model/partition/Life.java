package vmmref.model.partition;

import static vmmref.spec.Partitions.CELL_ADVANCED;
import static vmmref.spec.Partitions.CELL_HANDED_OFF;
import static vmmref.spec.Partitions.CELL_RESET;
import static vmmref.spec.Partitions.CELL_STARTED;
import static vmmref.spec.Partitions.CELL_UNASSIGNED;
import static vmmref.spec.Partitions.PARTITION_RECONFIGURED;
import static vmmref.spec.Partitions.PHASE_WRONG;
import static vmmref.spec.Partitions.PROFILE_BUSY;
import static vmmref.spec.Partitions.PROFILE_POSTED;

import io.vavr.control.Option;
import vmmref.model.partition.CellLife.Moment;
import vmmref.spec.Clause;
import vmmref.spec.Partitions;

/// How a cell goes from one phase to another.
///
/// @param table of phases
record Life(Hardware hardware, StateMachine machine, CellLife table) {

    Reaction react(Complex complex, Event.OfCell event) {
        Cell cell = event.cell();
        Moment moment = moment(event);
        Option<CellLife.Row> row = table.row(complex.at(cell).phase(), moment);
        Option<Clause> forbids = row.isEmpty() ? Option.some(PHASE_WRONG) : guard(complex.at(cell), row.get().guard());
        if (forbids.isDefined()) return Reaction.refused(complex, forbids.get());
        Clause because = row.get().clause();
        Course in = Course.of(complex).put(new Place.PhaseOf(cell), row.get().to(), because);
        return Reaction.done(switch (event) {
            case Event.Start start           -> start(in, cell, CELL_STARTED);
            case Event.Post post             -> post(in, post);
            case Event.Release release       -> advance(in);
            case Event.Rendezvous rendezvous -> advance(in);
            case Event.HandOff handOff       -> handOff(in, cell);
            case Event.Reset reset           -> reset(in, cell, CELL_RESET);
        }, because);
    }

    private static Moment moment(Event.OfCell event) {
        return switch (event) {
            case Event.Start start           -> Moment.START;
            case Event.Post post             -> Moment.POST;
            case Event.Release release       -> Moment.RELEASE;
            case Event.Rendezvous rendezvous -> Moment.RENDEZVOUS;
            case Event.HandOff handOff       -> Moment.HAND_OFF;
            case Event.Reset reset           -> Moment.RESET;
        };
    }

    @Partitions.Rule({PHASE_WRONG, PROFILE_BUSY, CELL_UNASSIGNED})
    private static Option<Clause> guard(CellState cell, CellLife.Guard guard) {
        return switch (guard) {
            case NONE       -> Option.none();
            case UNCHANGING -> Option.when(cell.change().isDefined(), PROFILE_BUSY);
            case ASSIGNED   -> Option.when(cell.assigned().isEmpty(), CELL_UNASSIGNED);
        };
    }

    @Partitions.Rule(CELL_STARTED)
    private Course start(Course course, Cell cell, Clause because) {
        return machine.report(course.put(new Place.ExecutingOn(cell), executing(Software.TRUSTED), because).put(new Place.Fresh(cell), true, because), cell);
    }

    @Partitions.Rule(PROFILE_POSTED)
    private static Course post(Course course, Event.Post post) {
        return course.put(new Place.Assigned(post.cell()), post.partition(), PROFILE_POSTED);
    }

    @Partitions.Rule(CELL_ADVANCED)
    private static Course advance(Course course) {
        return course;
    }

    @Partitions.Rule(CELL_HANDED_OFF)
    private Course handOff(Course course, Cell cell) {
        Executing executing = course.complex().at(cell).executing();
        for (int number = 0; number < hardware.processors(); number++) {
            if (executing.of(number) == Software.TRUSTED) executing = executing.with(number, Software.LEAVING);
        }
        Course leaving = course.put(new Place.ExecutingOn(cell), executing, CELL_HANDED_OFF);
        return leaving == course ? course : machine.report(leaving, cell);
    }

    @Partitions.Rule(CELL_RESET)
    private Course reset(Course course, Cell cell, Clause because) {
        Path report = course.complex().at(cell).report();
        Course stopped = course
            .put(new Place.ExecutingOn(cell), executing(Software.NONE), because)
            .put(new Place.ChangeOf(cell), Option.none(), because)
            .put(new Place.ReportPath(cell), new Path(report.lines(), Statuses.NONE_SECURE, 0, Statuses.NONE_SECURE), because)
            .put(new Place.Fresh(cell), false, because);
        return machine.set(stopped, stopped.complex().register().without(hardware.of(cell)), because);
    }

    @Partitions.Rule(PARTITION_RECONFIGURED)
    Reaction reconfigure(Complex complex, Partition partition) {
        Course course = Course.of(complex);
        for (Cell cell : hardware.everyCell()) {
            if (complex.isIn(cell, partition)) course = restart(course, cell);
        }
        for (Partition other : hardware.everyPartition()) course = Links.ended(course, partition, other, PARTITION_RECONFIGURED);
        return Reaction.done(course
            .put(new Place.Route(partition), CellSet.NONE, PARTITION_RECONFIGURED)
            .put(new Place.FirewallOf(partition), new Firewall(0), PARTITION_RECONFIGURED)
            .put(new Place.SharingOf(partition), new Sharing(0), PARTITION_RECONFIGURED)
            .put(new Place.InterruptsOf(partition), new InterruptList(0), PARTITION_RECONFIGURED)
            .put(new Place.General(partition), Word.ZERO, PARTITION_RECONFIGURED), PARTITION_RECONFIGURED);
    }

    private Course restart(Course course, Cell cell) {
        return table.row(course.complex().at(cell).phase(), Moment.RECONFIGURATION)
            .map(row -> start(reset(course.put(new Place.PhaseOf(cell), row.to(), PARTITION_RECONFIGURED), cell, PARTITION_RECONFIGURED), cell, PARTITION_RECONFIGURED))
            .getOrElse(course);
    }

    private Executing executing(Software software) {
        Executing executing = Executing.all(Software.NONE);
        for (int number = 0; number < hardware.processors(); number++) executing = executing.with(number, software);
        return executing;
    }
}
