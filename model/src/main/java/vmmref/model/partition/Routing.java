package vmmref.model.partition;

import static vmmref.spec.Partitions.CHANGE_ABSENT;
import static vmmref.spec.Partitions.CHANGE_BUSY;
import static vmmref.spec.Partitions.CHANGE_CLOSED;
import static vmmref.spec.Partitions.CHANGE_DETERMINED;
import static vmmref.spec.Partitions.CHANGE_INSTRUCTED;
import static vmmref.spec.Partitions.CHANGE_MISPLACED;
import static vmmref.spec.Partitions.CHANGE_UNPOSTED;
import static vmmref.spec.Partitions.CHANGE_UNSECURE;
import static vmmref.spec.Partitions.ROUTE_ADDED;
import static vmmref.spec.Partitions.ROUTE_CLOSED;
import static vmmref.spec.Partitions.ROUTE_REMOVED;
import static vmmref.spec.Partitions.STATUS_CLOSED_IN;

import io.vavr.control.Option;
import vmmref.spec.Clause;
import vmmref.spec.Partitions;

/// How cells join partitions, move to others and leave them.
///
/// @param table     of phases
/// @param itinerary the steps
/// @param gate      whether a cell may change a route enable mask
/// @param closing   what the end of a change leaves of the statuses
record Routing(Hardware hardware, StateMachine machine, CellLife table, Itinerary itinerary, RouteGate gate, Closing closing) {

    Reaction instruct(Complex complex, Event.Instruct event) {
        return Controllers.stranger(complex, event.processor(), event.partition()).orElse(() -> forbids(complex, event))
            .map(because -> Reaction.refused(complex, because))
            .getOrElse(() -> instructed(complex, event));
    }

    @Partitions.Rule({CHANGE_BUSY, CHANGE_UNPOSTED, CHANGE_MISPLACED})
    private static Option<Clause> forbids(Complex complex, Event.Instruct event) {
        CellState cell = complex.at(event.cell());
        boolean posted = cell.phase() == Phase.RENDEZVOUS && cell.assigned().contains(event.partition());
        if (cell.change().isDefined())                            return Option.some(CHANGE_BUSY);
        if (event.kind() != Change.Kind.LEAVE && !posted)         return Option.some(CHANGE_UNPOSTED);
        return Option.when(!isPlaced(cell, complex.routing(event.cell()), event), CHANGE_MISPLACED);
    }

    private static boolean isPlaced(CellState cell, Option<Partition> routing, Event.Instruct event) {
        return switch (event.kind()) {
            case JOIN  -> routing.forAll(event.partition()::equals);
            case MOVE  -> routing.exists(other -> !other.equals(event.partition()));
            case LEAVE -> routing.contains(event.partition()) && cell.phase() != Phase.RESET;
        };
    }

    @Partitions.Rule(CHANGE_INSTRUCTED)
    private static Reaction instructed(Complex complex, Event.Instruct event) {
        return Reaction.done(Course.of(complex).put(new Place.ChangeOf(event.cell()), Option.some(new Change(event.kind(), event.partition(), 0)), CHANGE_INSTRUCTED), CHANGE_INSTRUCTED);
    }

    @Partitions.Rule(CHANGE_ABSENT)
    Reaction proceed(Complex complex, Cell cell) {
        return complex.at(cell).change()
            .map(change -> switch (itinerary.step(change)) {
                case DETERMINE -> determine(complex, cell, change);
                case REMOVE    -> remove(complex, cell, change);
                case ADD       -> add(complex, cell, change);
                case CLOSE     -> close(complex, cell, change);
            })
            .getOrElse(() -> Reaction.refused(complex, CHANGE_ABSENT));
    }

    @Partitions.Rule({CHANGE_UNSECURE, CHANGE_DETERMINED})
    private Reaction determine(Complex complex, Cell cell, Change change) {
        return complex.register().contains(hardware.of(cell))
            ? Reaction.done(following(Course.of(complex), cell, change, CHANGE_DETERMINED), CHANGE_DETERMINED)
            : dropped(complex, cell, CHANGE_UNSECURE);
    }

    @Partitions.Rule(ROUTE_REMOVED)
    private Reaction remove(Complex complex, Cell cell, Change change) {
        Partition from = complex.routing(cell).getOrElseThrow(() -> new IllegalStateException(cell + " is in no route enable mask, and about to " + change));
        if (!gate.permits(hardware, cell, machine.seen(complex, from))) return dropped(complex, cell, ROUTE_CLOSED);
        Course removed = Course.of(complex).put(new Place.Route(from), complex.of(from).route().without(cell), ROUTE_REMOVED);
        return Reaction.done(following(removed, cell, change, ROUTE_REMOVED), ROUTE_REMOVED);
    }

    @Partitions.Rule(ROUTE_ADDED)
    private Reaction add(Complex complex, Cell cell, Change change) {
        Partition to = change.partition();
        if (!gate.permits(hardware, cell, machine.seen(complex, to))) return dropped(complex, cell, ROUTE_CLOSED);
        Course added = Course.of(complex).put(new Place.Route(to), complex.of(to).route().with(cell), ROUTE_ADDED);
        return Reaction.done(following(added, cell, change, ROUTE_ADDED), ROUTE_ADDED);
    }

    @Partitions.Rule(CHANGE_CLOSED)
    private Reaction close(Complex complex, Cell cell, Change change) {
        Course ended = Course.of(complex).put(new Place.ChangeOf(cell), Option.none(), CHANGE_CLOSED);
        Course placed = change.kind() == Change.Kind.LEAVE ? ended
            : table.row(complex.at(cell).phase(), CellLife.Moment.CLOSE).map(row -> ended.put(new Place.PhaseOf(cell), row.to(), CHANGE_CLOSED)).getOrElse(ended);
        return Reaction.done(machine.set(placed, closing.of(hardware, cell, complex.register()), STATUS_CLOSED_IN), CHANGE_CLOSED);
    }

    private static Course following(Course course, Cell cell, Change change, Clause because) {
        return course.put(new Place.ChangeOf(cell), Option.some(change.following()), because);
    }

    private static Reaction dropped(Complex complex, Cell cell, Clause because) {
        return Reaction.refused(Course.of(complex).put(new Place.ChangeOf(cell), Option.none(), because), because);
    }
}
