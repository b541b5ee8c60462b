package vmmref.vmm.build;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Template;
import vmmref.model.bundle.Unit;

/// A template that is to be filled with instructions, each in the first slot where it may stand. A stop stands only where one must follow an instruction.
///
/// @param stops for each instruction, whether one follows it
record Filling(Template template, Seq<Unit> units, Seq<Boolean> stops) {
    /// As many instructions as a bundle may hold.
    static final int MOST = 3;

    static Filling of(Template template) {
        return new Filling(template, template.instructionUnits(), template.isLong() ? template.stops().removeAt(1) : template.stops());
    }

    /// A template that holds instructions.
    ///
    /// @param occupied bit n says whether one of them stands in slot n
    record Filled(Filling filling, int occupied) {
        /// {@return how many of the instructions it holds}
        int taken() {
            return Integer.bitCount(occupied);
        }

        Bundle bundle(Seq<Placed> lines) {
            Seq<Unit> units = filling.units;
            return filling.template.bundle(Vector.range(0, units.size()).map(number -> isOccupied(number) ? lines.get(before(number)).line().slot() : Written.nop(units.get(number))));
        }

        private boolean isOccupied(int number) {
            return (occupied & 1 << number) != 0;
        }

        /// {@return how many instructions stand before a slot}
        private int before(int number) {
            return Integer.bitCount(occupied & (1 << number) - 1);
        }
    }

    /// {@return the template with as many of the instructions as it can hold; with none where a stop could not stand where it must}
    Filled filled(Seq<Placed> lines) {
        int occupied = 0;
        boolean owed = false;
        for (int number = 0; number < units.size(); number++) {
            int taken = Integer.bitCount(occupied);
            if (!owed && taken < lines.size() && fits(lines.get(taken), number)) {
                occupied |= 1 << number;
                owed = lines.get(taken).line().stop();
            }
            if (stops.get(number) && !owed) return new Filled(this, 0);
            if (stops.get(number)) owed = false;
        }
        return new Filled(this, owed ? 0 : occupied);
    }

    private boolean fits(Placed placed, int number) {
        return placed.line().unit().fits(units.get(number)) && switch (placed.place()) {
            case ANYWHERE -> true;
            case FIRST    -> number == 0 || stops.get(number - 1);
            case LAST     -> stops.get(number);
            case SLOT_2   -> number == 2;
        };
    }
}
