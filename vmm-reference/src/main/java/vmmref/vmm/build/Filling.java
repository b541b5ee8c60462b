package vmmref.vmm.build;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Template;
import vmmref.model.bundle.Unit;

/// A template that is to be filled with instructions, each in the first slot where it may stand.
///
/// @param stops for each instruction, whether one follows it
record Filling(Template template, Seq<Unit> units, Seq<Boolean> stops) {
    /// As many instructions as a bundle may hold.
    static final int MOST = 3;

    static Filling of(Template template) {
        return new Filling(template, template.instructionUnits(), template.isLong() ? template.stops().removeAt(1) : template.stops());
    }

    /// @param taken how many of the instructions the bundle holds, at least one
    record Filled(Bundle bundle, int taken) { }

    /// The slots that are filled so far.
    ///
    /// @param owed whether a stop must follow before the next instruction
    private record Partly(Seq<Slot> slots, int taken, boolean owed) { }

    /// {@return the bundle that holds as many of the instructions as the template can, if it can hold any}
    Option<Filled> filled(Seq<Placed> lines) {
        Option<Partly> all = Vector.range(0, units.size()).foldLeft(Option.of(new Partly(Vector.empty(), 0, false)),
            (partly, number) -> partly.flatMap(some -> stopped(next(some, lines, number), number)));
        return all.filter(partly -> partly.taken() > 0 && !partly.owed()).map(partly -> new Filled(template.bundle(partly.slots()), partly.taken()));
    }

    private Partly next(Partly partly, Seq<Placed> lines, int number) {
        Option<Placed> fitting = Option.when(partly.taken() < lines.size() && !partly.owed(), () -> lines.get(partly.taken())).filter(placed -> fits(placed, number));
        return fitting.map(placed -> new Partly(partly.slots().append(placed.line().slot()), partly.taken() + 1, placed.line().stop()))
            .getOrElse(() -> new Partly(partly.slots().append(Written.nop(units.get(number))), partly.taken(), partly.owed()));
    }

    private boolean fits(Placed placed, int number) {
        return placed.line().unit().fits(units.get(number)) && switch (placed.place()) {
            case ANYWHERE -> true;
            case FIRST    -> number == 0 || stops.get(number - 1);
            case LAST     -> stops.get(number);
            case SLOT_2   -> number == 2;
        };
    }

    /// A stop stands only where one is owed.
    private Option<Partly> stopped(Partly partly, int number) {
        if (!stops.get(number)) return Option.of(partly);
        return Option.when(partly.owed(), () -> new Partly(partly.slots(), partly.taken(), false));
    }
}
