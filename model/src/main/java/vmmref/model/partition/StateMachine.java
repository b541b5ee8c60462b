package vmmref.model.partition;

import static vmmref.spec.Partitions.LEAVING_DONE;
import static vmmref.spec.Partitions.STATUS_KEPT;
import static vmmref.spec.Partitions.STATUS_LEFT;
import static vmmref.spec.Partitions.STATUS_LOST;
import static vmmref.spec.Partitions.TRANSFER_SEEN;

import vmmref.model.partition.Hardware.InTransfer;
import vmmref.spec.Clause;
import vmmref.spec.Partitions;

/// The status register, what comes into it and where it goes.
///
/// @param reports  the paths from cells
/// @param statuses the paths to controllers
record StateMachine(Hardware hardware, Paths reports, Paths statuses) {
    private static final Place.Register REGISTER = new Place.Register();

    StateMachine(Hardware hardware, Code code) {
        this(hardware, new Paths(hardware.reports(), hardware.processors(), code), new Paths(hardware.statuses(), hardware.cells() * hardware.processors(), code));
    }

    @Partitions.Rule({STATUS_LOST, STATUS_LEFT})
    Reaction leave(Complex complex, Processor processor) {
        if (complex.software(processor) != Software.TRUSTED) return Reaction.refused(complex, STATUS_LOST);
        Place<Executing> place = new Place.ExecutingOn(processor.cell());
        Course leaving = Course.of(complex).put(place, place.of(complex).with(processor.number(), Software.LEAVING), STATUS_LEFT);
        return Reaction.done(report(leaving, processor.cell()), STATUS_LEFT);
    }

    Reaction tick(Complex complex) {
        Course course = Course.of(complex);
        for (int number = 0; number < hardware.partitions(); number++) {
            if (complex.controllers().get(number).status().isUnderWay()) course = statuses.tick(course, new Place.StatusPath(new Partition(number)));
        }
        for (int number = 0; number < hardware.cells(); number++) {
            if (complex.cells().get(number).report().isUnderWay()) course = reportTicked(course, new Cell(number));
        }
        return Reaction.done(course, Partitions.TRANSFER_DONE);
    }

    private Course reportTicked(Course course, Cell cell) {
        Course ticked = reports.tick(course, new Place.ReportPath(cell));
        return ticked.complex().at(cell).report().isUnderWay() ? ticked : reported(ticked, cell);
    }

    Reaction stick(Complex complex, Event.Stick event) {
        Course course = Course.of(complex);
        return Reaction.done(switch (event.wire()) {
            case Event.Wire.Status(var partition) -> statuses.stick(course, new Place.StatusPath(partition), event.line(), event.level());
            case Event.Wire.Report(var cell) -> {
                Course stuck = reports.stick(course, new Place.ReportPath(cell), event.line(), event.level());
                yield reports.duration() == 0 ? reported(stuck, cell) : stuck;
            }
        }, Partitions.LINE_STUCK);
    }

    /// {@return the course after a cell reported which of its processors execute trusted software}
    Course report(Course course, Cell cell) {
        Executing executing = course.complex().at(cell).executing();
        Statuses trusted = Statuses.NONE_SECURE;
        for (int number = 0; number < hardware.processors(); number++) {
            if (executing.of(number) == Software.TRUSTED) trusted = trusted.or(new Statuses(1 << number));
        }
        Course sent = reports.send(course, new Place.ReportPath(cell), trusted);
        return reports.duration() == 0 ? reported(sent, cell) : sent;
    }

    /// {@return the course after a report arrived}
    @Partitions.Rule(STATUS_KEPT)
    private Course reported(Course course, Cell cell) {
        CellState state = course.complex().at(cell);
        Statuses own  = hardware.of(cell);
        Statuses says = state.report().arrived().up(cell.number() * hardware.processors());
        Statuses now  = course.complex().register();
        Statuses next = state.fresh() ? now.without(own).or(says) : now.without(own.without(says));
        return set(course.put(new Place.Fresh(cell), false, STATUS_KEPT), next, STATUS_KEPT);
    }

    /// {@return the course after the status register got a value}
    Course set(Course course, Statuses value, Clause because) {
        return course.put(REGISTER, value, because);
    }

    /// {@return the course at the end of an event: controllers are told of another status register, and processors that wait execute other software if everybody knows}
    Course ended(Course course, Complex before) {
        return settled(course.complex().register().equals(before.register()) ? course : told(course));
    }

    private Course told(Course course) {
        Course told = course;
        for (int number = 0; number < hardware.partitions(); number++) told = statuses.send(told, new Place.StatusPath(new Partition(number)), course.complex().register());
        return told;
    }

    /// {@return what the controller of a partition sees}
    @Partitions.Rule(TRANSFER_SEEN)
    Statuses seen(Complex complex, Partition partition) {
        Path path = complex.of(partition).status();
        return path.isUnderWay() && hardware.inTransfer() == InTransfer.UNSECURE ? Statuses.NONE_SECURE : path.arrived();
    }

    @Partitions.Rule(LEAVING_DONE)
    private Course settled(Course course) {
        Course settled = course;
        for (int cell = 0; cell < hardware.cells(); cell++) {
            if (course.complex().cells().get(cell).executing().isAnyLeaving()) settled = settled(settled, new Cell(cell));
        }
        return settled;
    }

    private Course settled(Course course, Cell cell) {
        Complex complex = course.complex();
        Executing executing = complex.at(cell).executing();
        for (int number = 0; number < hardware.processors(); number++) {
            if (executing.of(number) == Software.LEAVING && isKnown(complex, hardware.place(new Processor(cell, number)))) executing = executing.with(number, Software.OTHER);
        }
        return course.put(new Place.ExecutingOn(cell), executing, LEAVING_DONE);
    }

    private boolean isKnown(Complex complex, int place) {
        if (complex.register().isSecure(place)) return false;
        for (int number = 0; number < hardware.partitions(); number++) {
            if (seen(complex, new Partition(number)).isSecure(place)) return false;
        }
        return true;
    }
}
