/// Slots that encode no instruction, and bundles that encode none.
package vmmref.vectors.step;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Template;
import vmmref.model.bundle.Templates;
import vmmref.model.bundle.Unit;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Level;
import vmmref.vectors.format.Tier;
import vmmref.vectors.machine.MachineBase;
import vmmref.vectors.machine.Single;
import vmmref.vectors.xlate.Requirements;

final class EncodingDrafts {
    private static final Seq<Unit> UNITS = Vector.of(Unit.M, Unit.I, Unit.F, Unit.B);
    private static final int OPCODE = 37;
    private static final int EXTENSION = 27;

    private EncodingDrafts() { }

    static Seq<Draft> all() {
        return slots().appendAll(templates()).appendAll(longs());
    }

    /// Of every major opcode, with two extensions, predicates 1 and 0.
    private static Seq<Draft> slots() {
        return UNITS.flatMap(unit -> Vector.range(0, 16).flatMap(opcode -> Vector.of(0x2a, 0x3f).flatMap(extension -> Vector.of(true, false).flatMap(predicate -> slot(unit, opcode, extension, predicate)))));
    }

    private static Option<Draft> slot(Unit unit, int opcode, int extension, boolean predicate) {
        Slot slot = Slot.of((long) opcode << OPCODE | (long) extension << EXTENSION | 9);
        Machine machine = new Place.Predicate(9).with(MachineBase.FLAT.machine(), predicate);
        return unassigned(unit, slot) ? Option.some(draft("encodings", "%s slot %011x, its predicate %d".formatted(unit, slot.bits(), predicate ? 1 : 0), Single.last(unit, slot).in(machine))) : Option.none();
    }

    private static boolean unassigned(Unit unit, Slot slot) {
        Single single = Single.last(unit, slot);
        return FetchDrafts.isUnassigned(single.bundle(), single.slot());
    }

    private static Seq<Draft> templates() {
        return Vector.range(0, Template.CODES).filter(code -> !(Templates.architected().meaning(code) instanceof Templates.Meaning.Assigned))
            .flatMap(code -> Vector.of(0, 1, 2).map(slot -> draft("templates", "slot %d of a bundle of the reserved template code %02x".formatted(slot, code),
                MachineBase.holding(MachineBase.FLAT.machine(), MachineBase.CODE, new Bundle(code | 1L << 30, 1)).withPosition(new Position(MachineBase.FLAT.machine().position().bundle(), slot, Option.none())))));
    }

    /// Slots 1 and 2 of a bundle with a long instruction hold one instruction.
    private static Seq<Draft> longs() {
        return Vector.of("movl r33=0x123456789abcdef0", "nop.x 0x5", "break.x 0x5").map(text -> draft("templates", "slot 2 where %s stands".formatted(text),
            Single.of(text).in(MachineBase.FLAT.machine()).withPosition(new Position(MachineBase.FLAT.machine().position().bundle(), 2, Option.none()))));
    }

    static Draft draft(String topic, String title, Machine machine) {
        return new Draft(topic, Tier.CORE, Level.MUST, title, List.of("Unassigned"), Requirements.of(machine.addressing(), io.vavr.collection.LinkedHashMap.empty()), MachineBase.FLAT.step(machine), Option.none(), "model", Option.none());
    }
}
