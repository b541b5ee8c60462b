package vmmref.vectors.partition;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.partition.Cell;
import vmmref.model.partition.Complex;
import vmmref.model.partition.Effect;
import vmmref.model.partition.Hardware;
import vmmref.model.partition.Partition;
import vmmref.model.partition.Partitioner;
import vmmref.model.partition.Place;
import vmmref.model.partition.Processor;
import vmmref.model.partition.RegisterClass;
import vmmref.model.partition.Statuses;
import vmmref.spec.Clause;
import vmmref.spec.Partitions;

/// One thing that can be observed of a complex.
///
/// @param place such as `phase.c0`
/// @param owner what holds it, by its name
/// @param value as text
public record Sight(String place, String owner, String value) {
    private static final String PATH = "path.";

    /// {@return everything that can be observed, always in one order}
    static Seq<Sight> all(Partitioner rules, Complex complex) {
        Hardware hardware = rules.hardware();
        return hardware.everyCell().flatMap(cell -> of(rules, complex, cell))
            .appendAll(hardware.everyPartition().flatMap(partition -> of(rules, complex, partition)));
    }

    private static Seq<Sight> of(Partitioner rules, Complex complex, Cell cell) {
        String name = "c" + cell.number();
        return Vector.of(
                sight("phase." + name,    complex.at(cell).phase().text()),
                sight("assigned." + name, complex.at(cell).assigned().map(to -> String.valueOf(to.number())).getOrElse("none")),
                sight("change." + name,   complex.at(cell).change().map(change -> Steps.text(rules.itinerary(), change)).getOrElse("none")))
            .appendAll(processors(rules, cell).flatMap(processor -> Vector.of(
                new Sight("software." + place(processor), "software." + name, complex.software(processor).text()),
                new Sight("status." + place(processor), "status", status(rules, complex.register(), processor)))));
    }

    private static Seq<Sight> of(Partitioner rules, Complex complex, Partition partition) {
        String name = "p" + partition.number();
        Statuses seen = rules.seen(complex, partition);
        return Vector.of(RegisterClass.values()).remove(RegisterClass.STATUS)
            .map(register -> sight(register.text() + "." + name, Names.text(rules.value(complex, partition, register))))
            .append(sight("configuration." + name, Names.text(complex.of(partition).configuration())))
            .appendAll(rules.hardware().everyCell().flatMap(cell -> processors(rules, cell))
                .map(processor -> new Sight("seen." + name + "." + place(processor), PATH + name, status(rules, seen, processor))));
    }

    private static Seq<Processor> processors(Partitioner rules, Cell cell) {
        return Vector.range(0, rules.hardware().processors()).map(number -> new Processor(cell, number));
    }

    private static Sight sight(String place, String value) {
        return new Sight(place, place, value);
    }

    private static String place(Processor processor) {
        return "c" + Names.text(processor);
    }

    private static String status(Partitioner rules, Statuses statuses, Processor processor) {
        return statuses.isSecure(rules.hardware().place(processor)) ? "secure" : "unsecure";
    }

    /// {@return the clause of the last effect on its owner; while a transfer is under way, what is seen is a matter of that}
    Option<Clause> because(Complex after, Seq<Effect<?>> effects) {
        return effects.reverse().find(effect -> owner(effect.place()).equals(owner))
            .map(effect -> effect.place() instanceof Place.StatusPath path && path.of(after).isUnderWay() ? Partitions.TRANSFER_SEEN : effect.because());
    }

    /// {@return the name of what holds a value}
    static String owner(Place<?> place) {
        return switch (place) {
            case Place.Register register           -> "status";
            case Place.PhaseOf(var cell)           -> "phase.c" + cell.number();
            case Place.Assigned(var cell)          -> "assigned.c" + cell.number();
            case Place.ExecutingOn(var cell)       -> "software.c" + cell.number();
            case Place.ChangeOf(var cell)          -> "change.c" + cell.number();
            case Place.ReportPath(var cell)        -> "report.c" + cell.number();
            case Place.Fresh(var cell)             -> "fresh.c" + cell.number();
            case Place.StatusPath(var partition)   -> PATH + "p" + partition.number();
            case Place.Route(var partition)        -> "route.p" + partition.number();
            case Place.Asked(var partition)        -> "link.p" + partition.number();
            case Place.Consented(var partition)    -> "link.p" + partition.number();
            case Place.Enabled(var partition)      -> "link.p" + partition.number();
            case Place.FirewallOf(var partition)   -> "firewall.p" + partition.number();
            case Place.SharingOf(var partition)    -> "sharing.p" + partition.number();
            case Place.InterruptsOf(var partition) -> "interrupt.p" + partition.number();
            case Place.General(var partition)      -> "general.p" + partition.number();
            case Place.Configuration(var partition) -> "configuration.p" + partition.number();
        };
    }

    /// {@return whether a place can be observed by no name of its own}
    static boolean isHidden(Place<?> place) {
        return place instanceof Place.ReportPath || place instanceof Place.StatusPath || place instanceof Place.Fresh;
    }
}
