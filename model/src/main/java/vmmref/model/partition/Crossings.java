package vmmref.model.partition;

import static vmmref.spec.Partitions.CROSSING_PERMITTED;
import static vmmref.spec.Partitions.INTERRUPT_BARRED;
import static vmmref.spec.Partitions.LINK_DISABLED;
import static vmmref.spec.Partitions.PORT_FIREWALLED;
import static vmmref.spec.Partitions.ROUTE_DISABLED;
import static vmmref.spec.Partitions.WINDOW_CLOSED;

import io.vavr.control.Option;
import vmmref.model.partition.Hardware.Barred;
import vmmref.spec.Clause;
import vmmref.spec.Partitions;

/// What crosses the fabric from one cell to another, and from one partition to another.
record Crossings(Hardware hardware) {

    Reaction data(Complex complex, Event.Data data) {
        Cell source = data.processor().cell();
        Option<Partition> to = complex.routing(data.cell());
        return to.map(partition -> route(complex, source, partition).orElse(() -> firewall(complex, source, data.cell(), partition))).getOrElse(Option.some(ROUTE_DISABLED))
            .map(because -> Reaction.refused(complex, because))
            .getOrElse(() -> permitted(complex, Reply.Done.DONE));
    }

    Reaction reach(Complex complex, Event.Reach reach) {
        Cell source = reach.processor().cell();
        return route(complex, source, reach.partition()).orElse(() -> window(complex, source, reach))
            .map(because -> Reaction.refused(complex, because))
            .getOrElse(() -> permitted(complex, Reply.Done.DONE));
    }

    Reaction interrupt(Complex complex, Event.Interrupt interrupt) {
        Cell source = interrupt.processor().cell();
        return route(complex, source, interrupt.partition()).map(because -> Reaction.refused(complex, because))
            .orElse(() -> barred(complex, source, interrupt))
            .getOrElse(() -> permitted(complex, new Reply.Interrupted(interrupt.vector())));
    }

    @Partitions.Rule({ROUTE_DISABLED, LINK_DISABLED})
    private static Option<Clause> route(Complex complex, Cell source, Partition to) {
        Option<Partition> from = complex.routing(source);
        if (from.isEmpty()) return Option.some(ROUTE_DISABLED);
        return Option.when(!from.contains(to) && !complex.of(from.get()).enabled().has(to), LINK_DISABLED);
    }

    @Partitions.Rule(PORT_FIREWALLED)
    private static Option<Clause> firewall(Complex complex, Cell source, Cell destination, Partition to) {
        return Option.when(isForeign(complex, source, to) && !complex.of(to).firewall().permits(source, destination), PORT_FIREWALLED);
    }

    @Partitions.Rule(WINDOW_CLOSED)
    private static Option<Clause> window(Complex complex, Cell source, Event.Reach reach) {
        return Option.when(isForeign(complex, source, reach.partition()) && !complex.of(reach.partition()).sharing().permits(complex.routing(source).get(), reach.page()), WINDOW_CLOSED);
    }

    @Partitions.Rule(INTERRUPT_BARRED)
    private Option<Reaction> barred(Complex complex, Cell source, Event.Interrupt interrupt) {
        InterruptList list = complex.of(interrupt.partition()).interrupt();
        if (!isForeign(complex, source, interrupt.partition()) || list.permits(complex.routing(source).get(), interrupt.vector())) return Option.none();
        return Option.some(hardware.barred() == Barred.REJECT
            ? Reaction.refused(complex, INTERRUPT_BARRED)
            : new Reaction(new Reply.Interrupted(list.notification()), true, INTERRUPT_BARRED, Course.of(complex)));
    }

    private static boolean isForeign(Complex complex, Cell source, Partition to) {
        return !complex.routing(source).contains(to);
    }

    @Partitions.Rule(CROSSING_PERMITTED)
    private static Reaction permitted(Complex complex, Reply reply) {
        return new Reaction(reply, false, CROSSING_PERMITTED, Course.of(complex));
    }
}
